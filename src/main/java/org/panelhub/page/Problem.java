package org.panelhub.page;

/**
 * An outcome that the person who asked must be told, in words that may be shown: rooms throw their own kinds of it, and
 * {@link Problems} turns each into a page or, at the API, into a problem document (RFC 9457).
 */
public abstract class Problem extends RuntimeException {

    private static final long serialVersionUID = 1L;
    private final int status;
    private final String title;

    /**
     * @param status of HTTP
     * @param title the heading: what happened, in a few words
     * @param detail one or two sentences: why, and what one can do
     */
    protected Problem(int status, String title, String detail) {
        super(detail);
        this.status = status;
        this.title = title;
    }

    public int status() {
        return status;
    }

    public String title() {
        return title;
    }

    /** What is wrong field by field; none where it belongs to no field. */
    public Errors errors() {
        return Errors.none();
    }
}
