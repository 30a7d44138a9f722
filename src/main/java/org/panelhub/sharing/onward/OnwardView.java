package org.panelhub.sharing.onward;

import java.time.LocalDate;
import java.util.UUID;

import io.quarkus.qute.TemplateData;

/**
 * A request for onward use as either side reads it.
 *
 * @param body of the item; null where it is no longer released to the viewer
 * @param reference of the case; null where it is not open to the viewer
 * @param asked whether the viewer's own agency asked, and does not answer
 * @param askedBy null when the member is not the viewer's to know; so is {@code answeredBy}
 * @param answer null while it waits
 * @param answerWords the conditions of a yes or the reason for a no, or blank
 */
@TemplateData
public record OnwardView(UUID id, UUID itemId, String body, String reference, boolean asked, String originator, String asker, String askedBy, OnwardKind kind, String toWhom, String purpose,
        LocalDate askedOn, OnwardAnswer answer, String answerWords, String answeredBy, LocalDate answeredOn) {

    public String path() {
        return "/onward/" + id;
    }

    public boolean waiting() {
        return answer == null;
    }

    public boolean granted() {
        return answer == OnwardAnswer.GRANTED;
    }

    public String statusText() {
        return waiting() ? "Waiting" : answer.label();
    }

    public String statusColour() {
        return waiting() ? "yellow" : answer.colour();
    }

    /** What it is about, as far as the viewer may still know. */
    public String about() {
        return body == null ? "Information that is no longer released to you" : body;
    }
}
