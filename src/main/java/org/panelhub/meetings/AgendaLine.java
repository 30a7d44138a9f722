package org.panelhub.meetings;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

import io.quarkus.qute.TemplateData;

/**
 * One line of an agenda as its readers see it. Case reference and subject stand apart from the title, as the case may have been renamed since.
 *
 * @param leaveBy the chair by whose leave a late case is heard; null for what came in time
 */
@TemplateData
public record AgendaLine(UUID id, Integer position, String kindName, UUID panelId, UUID caseId, String reference, String subject, String title, Integer minutes, Instant startedAt, Instant endedAt,
        Integer version, Integer breakSeconds, String lateReason, String leaveBy) {

    public AgendaKind kind() {
        return AgendaKind.valueOf(kindName);
    }

    public boolean ofCase() {
        return caseId != null;
    }

    /** What it is called: reference and subject, or its title. */
    public String name() {
        return reference == null ? title : reference + ", " + subject;
    }

    /** Short enough for a narrow column. */
    public String shortName() {
        return reference == null ? title : reference;
    }

    public boolean done() {
        return endedAt != null;
    }

    public String late() {
        return late(leaveBy, lateReason);
    }

    /** "Came after the cut-off; heard by leave of Supt James Marsh: the family moves on Friday"; empty for what came in time. */
    public static String late(String leaveBy, String reason) {
        return leaveBy == null ? "" : "Came after the cut-off; heard by leave of " + leaveBy + ": " + reason;
    }

    /** How long it took, without the breaks, or is planned to take, in minutes. */
    public long minutesTakenOrPlanned() {
        return done() ? Math.max(1, Duration.between(startedAt, endedAt).minusSeconds(breakSeconds).toMinutes()) : minutes;
    }
}
