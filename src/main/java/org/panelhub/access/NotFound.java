package org.panelhub.access;

import java.util.UUID;

/** Absent, or not this viewer's to see: the two are never told apart (404). */
public class NotFound extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final String kind;
    private final String asked;

    /**
     * @param kind what was asked for, such as "case"; for the record only
     * @param asked the reference or id that was asked for; for the record only
     */
    public NotFound(String kind, Object asked) {
        super("Not found");
        this.kind = kind;
        this.asked = String.valueOf(asked);
    }

    /**
     * The id as it stands in an address or a form.
     *
     * @throws NotFound when it is none
     */
    public static UUID id(String kind, String typed) {
        try {
            return UUID.fromString(typed);
        } catch (IllegalArgumentException e) {
            throw new NotFound(kind, typed);
        }
    }

    public String kind() {
        return kind;
    }

    public String asked() {
        return asked;
    }
}
