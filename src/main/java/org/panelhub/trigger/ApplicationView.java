package org.panelhub.trigger;

import java.time.LocalDate;
import java.util.UUID;

import io.quarkus.qute.TemplateData;

/**
 * An application as its board reads it.
 *
 * @param review reference of the case, or null
 * @param reviewStands how that case stands, or null
 * @param lead the body that leads the review; empty while none is named
 */
@TemplateData
public record ApplicationView(UUID id, String reference, String subject, LocalDate receivedOn, String cameBy, String stands, String marking, String panel, String happening, String place, String since, String impact,
        String wish, String hate, String hateWhy, String respondent, String respondentMinor, String landlord, String children, String involvement, String kind, String review, String reviewStands, String lead, int version) {

    public Received how() {
        return Received.valueOf(cameBy);
    }

    public ApplicationState state() {
        return ApplicationState.valueOf(stands);
    }

    /** Whether all that was asked for is done and the case of its review has still to be brought to its end. */
    public boolean leavesReview() {
        return state() == ApplicationState.CLOSED && "OPEN".equals(reviewStands);
    }

    public String path() {
        return "/triggers/" + reference;
    }

    public String hateSaid() {
        return said(hate);
    }

    public String respondentMinorSaid() {
        return said(respondentMinor);
    }

    public String childrenSaid() {
        return said(children);
    }

    public String involvementSaid() {
        return switch (involvement) {
            case "TALK" -> "Wants to talk to someone before the board meets";
            case "ATTEND" -> "Wants to speak at the start of the meeting, in person or by video";
            case "SPEAK_FOR" -> "Wants someone to speak for them at the start of the meeting";
            default -> "Wants to be told what is found";
        };
    }

    public String kindSaid() {
        return switch (kind) {
            case "THIRD_PARTY" -> "Somebody for the person affected";
            case "BUSINESS" -> "A business or charity";
            case "GROUP" -> "A group of people";
            default -> "The person affected";
        };
    }

    static String said(String answer) {
        return switch (answer) {
            case "YES" -> "Yes";
            case "NO" -> "No";
            default -> "Not known";
        };
    }
}
