package org.panelhub.letters;

import java.time.LocalDate;

import org.jboss.resteasy.reactive.RestForm;
import org.panelhub.page.DateBoxes;
import org.panelhub.page.Drafts;
import org.panelhub.page.Errors;
import org.panelhub.page.Field;

import io.quarkus.qute.TemplateData;

/** A letter as typed, and how it was sent. */
@TemplateData
public record LetterForm(@RestForm String body, @RestForm("sent-day") String sentDay, @RestForm("sent-month") String sentMonth, @RestForm("sent-year") String sentYear,
        @RestForm String how, @RestForm String safe, @RestForm Integer version) {

    static final int LONGEST = 6000;

    static LetterForm of(Letter letter, LocalDate today) {
        var day = DateBoxes.of(today);
        return new LetterForm(letter.body(), day.day(), day.month(), day.year(), "", null, letter.version());
    }

    /** With the words as they were typed and not yet kept. */
    LetterForm with(Drafts.Draft draft) {
        return new LetterForm(draft.text("body"), sentDay, sentMonth, sentYear, how, safe, draft.number("version"));
    }

    /** The same words, to be put over what is kept now. */
    LetterForm over(int kept) {
        return new LetterForm(body, sentDay, sentMonth, sentYear, how, safe, kept);
    }

    public DateBoxes sent() {
        return new DateBoxes(sentDay, sentMonth, sentYear);
    }

    Errors validateBody() {
        var check = new Field.Check();
        check.text("body", "The letter", body, LONGEST, true);
        return check.errors();
    }

    Errors validateSent() {
        var check = new Field.Check();
        check.date("sent", "The day it was sent", sent(), true);
        check.choice("how", "Say how it was sent", how, Way.class, true);
        return check.errors();
    }

    LocalDate sentOn() {
        return sent().parse(Errors.none(), "sent", "", true);
    }

    Way way() {
        return Way.valueOf(how);
    }

    int seen() {
        return version == null ? -1 : version;
    }
}
