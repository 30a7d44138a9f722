package org.panelhub.meetings;

import java.util.UUID;

import io.quarkus.qute.TemplateData;

import org.panelhub.identity.Role;

/**
 * One person and a meeting, for lists. A member whose name is not the viewer's to see is shown by agency.
 *
 * @param seat the seat on the panel, or null
 * @param signed the declaration for the meeting itself
 */
@TemplateData
public record AttendanceView(UUID memberId, String name, String agency, String seat, String capacityName, String replyName, Boolean informationSent, Boolean present, Boolean signed) {

    public String who() {
        var person = name == null ? "A member" : name;
        return agency == null ? person : person + ", " + agency;
    }

    /** As in "Supt J. Marsh, police (chair)". */
    public String whoAndSeat() {
        if (observer()) {
            return who() + " (observer)";
        }
        if (guest()) {
            return who() + " (guest)";
        }
        return leads() ? who() + " (" + Role.valueOf(seat).label().toLowerCase() + ")" : who();
    }

    private boolean leads() {
        return seat != null && switch (Role.valueOf(seat)) {
            case CHAIR, VICE_CHAIR, INDEPENDENT_CHAIR, COORDINATOR -> true;
            default -> false;
        };
    }

    /** Comes for one or more cases, and is in the room for these. */
    public boolean guest() {
        return "GUEST".equals(capacityName);
    }

    public boolean observer() {
        return "OBSERVER".equals(capacityName);
    }

    public Attendance.Reply reply() {
        return Attendance.Reply.valueOf(replyName);
    }

    public boolean apologies() {
        return reply() == Attendance.Reply.APOLOGIES;
    }
}
