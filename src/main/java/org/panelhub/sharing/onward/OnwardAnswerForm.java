package org.panelhub.sharing.onward;

import org.jboss.resteasy.reactive.RestForm;
import org.panelhub.page.Errors;
import org.panelhub.page.Field;

import io.quarkus.qute.TemplateData;

/** The originator's answer as typed. */
@TemplateData
public record OnwardAnswerForm(@RestForm String answer, @RestForm String words) {

    private static final int LONGEST_REASON = 1000;

    static final OnwardAnswerForm EMPTY = new OnwardAnswerForm(null, "");

    /** What was typed, or what is wrong with it. */
    record Checked(OnwardAnswer answer, String words, Errors errors) {
    }

    Checked check() {
        var check = new Field.Check();
        var chosen = check.choice("answer", "Say whether it may be used further", answer, OnwardAnswer.class, true);
        var said = check.text("words", chosen.filter(OnwardAnswer.REFUSED::equals).isPresent() ? "Reason for refusing" : "Conditions", words, LONGEST_REASON,
                chosen.filter(OnwardAnswer.REFUSED::equals).isPresent());
        return new Checked(chosen.orElse(null), said, check.errors());
    }
}
