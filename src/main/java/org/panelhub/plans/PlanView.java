package org.panelhub.plans;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

import io.quarkus.qute.TemplateData;

/**
 * One edition of a plan as pages and the API show it.
 *
 * @param contingency what happens when it goes wrong; "" where nothing is said
 * @param notConsultedBecause why the victim was not asked; "" where it was, or where nothing is said yet
 * @param approvedOn null while it is a draft; {@code approvedBy} also where the member is not the viewer's to see
 * @param own whether the viewer wrote it
 * @param reviewNote what the review found from which this edition came; "" for a plan that was written, not reviewed
 * @param meetingOn the day of the meeting that made it; null between two
 * @param madeBy null when the member is not the viewer's to see
 * @param due whether the day of its review has come and it still stands
 */
@TemplateData
public record PlanView(UUID id, UUID caseId, String caseReference, int edition, String aims, String measures, String contingency, String victimView, LocalDate victimConsultedOn, String notConsultedBecause, LocalDate reviewOn,
        String reviewNote, LocalDate meetingOn, String madeBy, Instant madeAt, boolean due, Instant approvedOn, String approvedBy, String approvalWords, boolean own) {

    /** Whether a meeting held on that day made it. */
    public boolean madeAtMeetingOf(LocalDate day) {
        return day.equals(meetingOn);
    }

    /** Whether another edition made by the meeting of that day reviews this one; else it only mends what the same meeting wrote first. */
    public boolean reviewedByMeetingOf(LocalDate day) {
        return edition > 1 || !madeAtMeetingOf(day);
    }

    public boolean approved() {
        return approvedOn != null;
    }

    /** Whether the person was asked, or it is said why not: before that the plan is not final. */
    public boolean consulted() {
        return victimConsultedOn != null || !notConsultedBecause.isEmpty();
    }

    /** "Edition 2, 14 December 2026" is said of it in lists. */
    public boolean reviewed() {
        return !reviewNote.isEmpty();
    }
}
