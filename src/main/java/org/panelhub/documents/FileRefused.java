package org.panelhub.documents;

/** A file is not taken. The message says why, to whoever sent it, beside the field. */
public final class FileRefused extends Exception {

    private static final long serialVersionUID = 1L;

    private static final int UNPROCESSABLE = 422;
    private static final int CONTENT_TOO_LARGE = 413;

    private final boolean tooLarge;

    FileRefused(String message, boolean tooLarge) {
        super(message);
        this.tooLarge = tooLarge;
    }

    /** Of the answer (RFC 9110): 413 where it is too large, else 422. */
    public int status() {
        return tooLarge ? CONTENT_TOO_LARGE : UNPROCESSABLE;
    }
}
