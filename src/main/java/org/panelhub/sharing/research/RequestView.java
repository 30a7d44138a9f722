package org.panelhub.sharing.research;

import java.time.LocalDate;
import java.util.UUID;

import io.quarkus.qute.TemplateData;

/**
 * A request for information: whether an agency has answered, never with what.
 *
 * @param question blank when nothing in particular was asked
 * @param answer null while it waits
 */
@TemplateData
public record RequestView(UUID id, UUID caseId, UUID panelId, String reference, String subject, UUID agencyId, String agency, String question, LocalDate askedOn, LocalDate dueOn, Answer answer,
        LocalDate answeredOn, LocalDate today) {

    public String path() {
        return "/requests/" + id;
    }

    public boolean waiting() {
        return answer == null;
    }

    /** Its day has passed without an answer. */
    public boolean late() {
        return waiting() && dueOn.isBefore(today);
    }

    public String statusText() {
        return answer == Answer.INFORMATION ? "Received" : answer == Answer.NOTHING_KNOWN ? "Nothing known" : late() ? "Late" : "Waiting";
    }

    public String statusColour() {
        return answer == Answer.INFORMATION ? "green" : answer == Answer.NOTHING_KNOWN ? "grey" : late() ? "red" : "blue";
    }
}
