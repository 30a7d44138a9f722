package org.panelhub.meetings;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

import io.quarkus.qute.TemplateData;

/** One line of an agenda as its readers see it. Case reference and subject stand apart from the title, as the case may have been renamed since. */
@TemplateData
public record AgendaLine(UUID id, Integer position, String kindName, UUID panelId, UUID caseId, String reference, String subject, String title, Integer minutes, Instant startedAt, Instant endedAt,
        Integer version, Integer breakSeconds) {

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

    /** How long it took, without the breaks, or is planned to take, in minutes. */
    public long minutesTakenOrPlanned() {
        return done() ? Math.max(1, Duration.between(startedAt, endedAt).minusSeconds(breakSeconds).toMinutes()) : minutes;
    }
}
