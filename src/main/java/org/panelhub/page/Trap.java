package org.panelhub.page;

import io.quarkus.qute.TemplateExtension;

/**
 * A box in public forms that is out of sight, out of the order of the keyboard and hidden from screen readers: only programs fill it in. It shuts nobody out. Where a browser's help filled it in, it is
 * shown with the rest of the form as it was, to be emptied.
 */
@TemplateExtension(namespace = "trap")
public final class Trap {

    /** Of the field; like nothing that a browser knows how to fill in. */
    public static final String NAME = "leave-empty";

    private Trap() {
    }

    static String name() {
        return NAME;
    }

    /** Must be empty. */
    public static void check(Field.Check check, String typed) {
        check.that(Field.clean(typed).isEmpty(), NAME, "Empty the box that says “Leave this box empty”. It catches programs that send forms by themselves");
    }
}
