package org.panelhub.actions;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.jboss.resteasy.reactive.RestForm;
import org.panelhub.page.Choice;
import org.panelhub.page.DateBoxes;
import org.panelhub.page.Errors;
import org.panelhub.page.Field;
import org.panelhub.page.Ids;

import io.quarkus.qute.TemplateData;

/** What was typed to offer an action to another agency, to ask for a later day, or to answer either. */
@TemplateData
public record AskForm(@RestForm String agency, @RestForm String reason, @RestForm("later-day") String laterDay, @RestForm("later-month") String laterMonth, @RestForm("later-year") String laterYear,
        @RestForm String answer, @RestForm String words, @RestForm String person) {

    static final AskForm EMPTY = new AskForm("", "", "", "", "", "", "", "");

    private static final int LONGEST = 2000;

    public List<Choice> taking() {
        return List.of(Choice.of("yes", "Yes, it is ours from now"), Choice.of("no", "No, and the reason is below"));
    }

    public List<Choice> agreeing() {
        return List.of(Choice.of("yes", "Yes, that day stands"), Choice.of("no", "No, and the reason is below"));
    }

    public DateBoxes later() {
        return new DateBoxes(laterDay, laterMonth, laterYear);
    }

    Errors validateOffer() {
        var check = new Field.Check();
        check.that(agencyId().isPresent(), "agency", "Choose the agency that is to take it on");
        check.text("reason", "The reason", reason, LONGEST, true);
        return check.errors();
    }

    Errors validateLater() {
        var check = new Field.Check();
        check.date("later", "The later day", later(), true);
        check.text("reason", "The reason", reason, LONGEST, true);
        return check.errors();
    }

    /** @param yes and {@code no}: what each is called to whoever answers */
    Errors validateAnswer(String yes, String no) {
        var check = new Field.Check();
        check.that("yes".equals(answer) || "no".equals(answer), "answer", "Say whether you " + yes + " or " + no);
        check.text("words", "The reason", words, LONGEST, "no".equals(answer));
        return check.errors();
    }

    boolean yes() {
        return "yes".equals(answer);
    }

    String said() {
        return words == null ? "" : words;
    }

    Optional<UUID> agencyId() {
        return Ids.parse(agency);
    }

    Optional<UUID> personId() {
        return Ids.parse(person);
    }

    LocalDate laterDate() {
        return later().parse(Errors.none(), "later", "", true);
    }
}
