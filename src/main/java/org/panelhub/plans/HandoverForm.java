package org.panelhub.plans;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.jboss.resteasy.reactive.RestForm;
import org.panelhub.page.Choice;
import org.panelhub.page.Errors;
import org.panelhub.page.Field;
import org.panelhub.page.Ids;

import io.quarkus.qute.TemplateData;

/** What was typed to hand a case over, or to answer. */
@TemplateData
public record HandoverForm(@RestForm String member, @RestForm String notes, @RestForm String answer, @RestForm String words) {

    static final HandoverForm EMPTY = new HandoverForm("", "", "", "");

    private static final int LONGEST = 4000;

    public List<Choice> answers() {
        return List.of(Choice.of("yes", "Yes, I am the person’s single contact from now"), Choice.of("no", "No, and the reason is below"));
    }

    Errors validateOffer() {
        var check = new Field.Check();
        check.that(memberId().isPresent(), "member", "Choose who is to become case manager");
        check.text("notes", "What the new case manager has to know", notes, LONGEST, true);
        return check.errors();
    }

    Errors validateAnswer() {
        var check = new Field.Check();
        check.that("yes".equals(answer) || "no".equals(answer), "answer", "Say whether you take the case over");
        check.text("words", "The reason", words, LONGEST, "no".equals(answer));
        return check.errors();
    }

    boolean yes() {
        return "yes".equals(answer);
    }

    String said() {
        return words == null ? "" : words;
    }

    Optional<UUID> memberId() {
        return Ids.parse(member);
    }
}
