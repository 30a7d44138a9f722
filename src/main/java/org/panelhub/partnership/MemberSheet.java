package org.panelhub.partnership;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import io.quarkus.qute.TemplateData;

/**
 * A member as the administrator keeps it, with contact facts, offices, and how far its invitation has come.
 *
 * @param linkedAt when a person's sign-in was linked to the account; null when it was not yet
 * @param invitedUntil until when the last invitation can be used; null when there was none
 */
@TemplateData
public record MemberSheet(UUID id, String name, String jobTitle, UUID agencyId, String agency, String email, String telephone, boolean active,
        int version, Instant linkedAt, Instant invitedUntil, boolean invitationOpen, List<OfficeView> offices) {

    public boolean linked() {
        return linkedAt != null;
    }

    /** In a word or two, for a list. */
    public String state() {
        if (!active) {
            return "Closed";
        }
        if (linked()) {
            return "Linked";
        }
        if (invitedUntil == null) {
            return "Not invited";
        }
        return invitationOpen ? "Invited" : "Invitation expired";
    }

    /** A colour of the tag component. */
    public String colour() {
        return switch (state()) {
            case "Linked" -> "green";
            case "Invited" -> "blue";
            case "Closed" -> "grey";
            default -> "yellow";
        };
    }
}
