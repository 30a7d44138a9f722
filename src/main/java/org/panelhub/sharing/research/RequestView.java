package org.panelhub.sharing.research;

import java.time.LocalDate;
import java.util.UUID;

import io.quarkus.qute.TemplateData;

/**
 * A request for information: whether an agency has answered, never with what.
 *
 * @param question blank when nothing in particular was asked
 * @param answer null while it waits
 * @param spokenOnly whether the protocol has the agency's research on this panel only spoken
 * @param spoken what became of research that is only spoken; null while it is not told, or not so
 */
@TemplateData
public record RequestView(UUID id, UUID caseId, UUID panelId, String reference, String subject, UUID agencyId, String agency, String question, LocalDate askedOn, LocalDate dueOn, Answer answer,
        LocalDate answeredOn, boolean spokenOnly, Spoken spoken, LocalDate today) {

    public String path() {
        return "/requests/" + id;
    }

    public boolean waiting() {
        return answer == null;
    }

    /** Researched, and not said yet whether it was shared. */
    public boolean toBeSpoken() {
        return answer == Answer.RESEARCHED && spoken == null;
    }

    /** Its day has passed without an answer. */
    public boolean late() {
        return waiting() && dueOn.isBefore(today);
    }

    public String statusText() {
        if (answer == Answer.RESEARCHED) {
            return spoken == null ? answer.label() : spoken.label();
        }
        return answer == Answer.INFORMATION ? "Received" : answer == Answer.NOTHING_KNOWN ? "Nothing known" : late() ? "Late" : "Waiting";
    }

    public String statusColour() {
        return answer == Answer.INFORMATION || answer == Answer.RESEARCHED && spoken != Spoken.NOT_SHARED ? "green" : answer != null ? "grey" : late() ? "red" : "blue";
    }
}
