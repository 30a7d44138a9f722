package org.panelhub.minutes;

import org.panelhub.page.Errors;
import org.panelhub.page.Field;
import org.panelhub.page.Invalid;

/** What a paragraph or a note may be: text, not without end. */
final class MinutesText {

    private static final int LONGEST = 10_000;

    private MinutesText() {
    }

    static Errors errors(String field, String label, String typed, boolean required) {
        var check = new Field.Check();
        check.text(field, label, typed, LONGEST, required);
        return check.errors();
    }

    /** @throws Invalid saying what is wrong */
    static void check(String typed, boolean required) {
        Invalid.unless(typed == null ? Errors.one("body", "Send the text as body") : errors("body", "The text", typed, required));
    }
}
