package org.panelhub.trigger.letters;

import java.time.LocalDate;

import org.jboss.resteasy.reactive.RestForm;
import org.panelhub.page.DateBoxes;
import org.panelhub.page.Drafts;
import org.panelhub.page.Errors;
import org.panelhub.page.Field;

import io.quarkus.qute.TemplateData;

/** A letter as typed, and how it was sent. */
@TemplateData
public record TriggerLetterForm(@RestForm String body, @RestForm("sent-day") String sentDay, @RestForm("sent-month") String sentMonth, @RestForm("sent-year") String sentYear, @RestForm String how,
        @RestForm Integer version) {

    static final int LONGEST = 8000;

    static TriggerLetterForm of(TriggerLetter letter, LocalDate today) {
        var day = DateBoxes.of(today);
        return new TriggerLetterForm(letter.body(), day.day(), day.month(), day.year(), "", letter.version());
    }

    /** With the words as they were typed and not yet kept. */
    TriggerLetterForm with(Drafts.Draft draft) {
        return new TriggerLetterForm(draft.text("body"), sentDay, sentMonth, sentYear, how, draft.number("version"));
    }

    /** Over what is kept now. */
    TriggerLetterForm over(String words, int kept) {
        return new TriggerLetterForm(words, sentDay, sentMonth, sentYear, how, kept);
    }

    public DateBoxes sent() {
        return new DateBoxes(sentDay, sentMonth, sentYear);
    }

    Errors validateBody() {
        var check = new Field.Check();
        check.text("body", "The letter", body, LONGEST, true);
        return check.errors();
    }

    Errors validateSent(LocalDate received, LocalDate today) {
        var check = new Field.Check();
        var on = check.date("sent", "The day it was sent", sent(), true);
        check.that(on == null || !on.isAfter(today), "sent", "The day it was sent must be today or earlier");
        check.that(on == null || !on.isBefore(received), "sent", "The day it was sent must not be before the application was received");
        check.choice("how", "Say how it was sent", how, Told.class, true);
        return check.errors();
    }

    LocalDate sentOn() {
        return sent().parse(Errors.none(), "sent", "", true);
    }

    Told way() {
        return Told.valueOf(how);
    }

    int seen() {
        return version == null ? -1 : version;
    }
}
