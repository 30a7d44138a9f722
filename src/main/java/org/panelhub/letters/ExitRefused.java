package org.panelhub.letters;

import org.panelhub.page.RefusedAt;

/** A step towards the end of a case that cannot be taken now. Says why, in words for the person who tried. */
public class ExitRefused extends RefusedAt {

    private static final long serialVersionUID = 1L;

    ExitRefused(String field, String why) {
        super(field, why);
    }
}
