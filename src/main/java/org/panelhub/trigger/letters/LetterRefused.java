package org.panelhub.trigger.letters;

import org.panelhub.page.RefusedAt;

/** A letter that cannot be written or sent so. Says why, in words for its writer. */
public class LetterRefused extends RefusedAt {

    private static final long serialVersionUID = 1L;

    LetterRefused(String field, String why) {
        super(field, why);
    }
}
