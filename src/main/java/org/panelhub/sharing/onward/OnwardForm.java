package org.panelhub.sharing.onward;

import org.jboss.resteasy.reactive.RestForm;
import org.panelhub.page.Errors;
import org.panelhub.page.Field;

import io.quarkus.qute.TemplateData;

/** A request for onward use as typed. */
@TemplateData
public record OnwardForm(@RestForm String kind, @RestForm String toWhom, @RestForm String purpose) {

    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_REASON = 1000;

    static final OnwardForm EMPTY = new OnwardForm(null, "", "");

    /** What was typed, or what is wrong with it. */
    record Checked(OnwardKind kind, String toWhom, String purpose, Errors errors) {
    }

    Checked check() {
        var check = new Field.Check();
        var chosen = check.choice("kind", "Say how it would be used", kind, OnwardKind.class, true);
        var whom = check.text("toWhom", "Who would receive it", toWhom, LONGEST_NAME, true);
        var why = check.text("purpose", "What for", purpose, LONGEST_REASON, true);
        return new Checked(chosen.orElse(null), whom, why, check.errors());
    }
}
