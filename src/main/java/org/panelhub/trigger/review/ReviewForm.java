package org.panelhub.trigger.review;

import java.util.List;
import java.util.UUID;

import org.jboss.resteasy.reactive.RestForm;
import org.panelhub.page.Choice;
import org.panelhub.page.Errors;
import org.panelhub.page.Field;
import org.panelhub.page.Ids;

/**
 * Who reviews, as chosen. Both may be left to the board.
 *
 * @param lead the body that leads
 * @param officer the case officer
 */
public record ReviewForm(@RestForm String lead, @RestForm String officer) {

    static final ReviewForm EMPTY = new ReviewForm("", "");

    Errors validate(List<Choice> leads, List<Choice> officers) {
        var check = new Field.Check();
        check.that(offered(lead, leads), "lead", "Choose a body from the list");
        check.that(offered(officer, officers), "officer", "Choose somebody from the list");
        return check.errors();
    }

    private static boolean offered(String chosen, List<Choice> choices) {
        return chosen == null || chosen.isBlank() || choices.stream().anyMatch(c -> c.value().equals(chosen));
    }

    UUID leadId() {
        return Ids.parse(lead).orElse(null);
    }

    UUID officerId() {
        return Ids.parse(officer).orElse(null);
    }
}
