package org.panelhub.page;

/** What a call must bring: without a document there is nothing to check field by field. */
public final class Given {

    private Given() {
    }

    /** Nothing was sent where something is needed. */
    static final class Nothing extends Problem {
        private static final long serialVersionUID = 1L;

        private Nothing() {
            super(400, "Nothing was sent", "This call needs a JSON document in its body.");
        }
    }

    /** @throws Problem 400 when the body is empty */
    public static <T> T the(T sent) {
        if (sent == null) {
            throw new Nothing();
        }
        return sent;
    }
}
