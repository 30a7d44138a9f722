package org.panelhub.sharing;

import java.util.UUID;

/** To whom an item is released: a panel, an agency, a member by name, or those present at a meeting. */
public record Recipient(Kind kind, UUID id) {

    /** What a recipient is. */
    public enum Kind {
        PANEL, AGENCY, MEMBER, MEETING
    }

    public static Recipient panel(UUID id) {
        return new Recipient(Kind.PANEL, id);
    }

    public static Recipient agency(UUID id) {
        return new Recipient(Kind.AGENCY, id);
    }

    public static Recipient member(UUID id) {
        return new Recipient(Kind.MEMBER, id);
    }

    /** Those who were present and had signed the declaration. */
    public static Recipient presentAt(UUID meetingId) {
        return new Recipient(Kind.MEETING, meetingId);
    }

    /** Named, as code C requires. */
    boolean named() {
        return kind == Kind.AGENCY || kind == Kind.MEMBER;
    }

    UUID when(Kind asked) {
        return kind == asked ? id : null;
    }
}
