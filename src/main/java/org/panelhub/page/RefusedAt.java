package org.panelhub.page;

/** A {@link Conflict} that is told beside a field of the form that was sent, in words for whoever sent it. */
public abstract class RefusedAt extends Conflict {

    private static final long serialVersionUID = 1L;
    private final String field;

    /** @param field of the form that was sent, beside which the reason is shown */
    protected RefusedAt(String field, String why) {
        super("This cannot be done now", why);
        this.field = field;
    }

    public String field() {
        return field;
    }

    @Override
    public Errors errors() {
        return Errors.one(field, getMessage());
    }
}
