package org.panelhub.panels;

import java.time.LocalDate;
import java.util.UUID;

import org.panelhub.identity.Role;
import org.panelhub.time.DateRange;

import io.quarkus.qute.TemplateData;

/**
 * A seat with who holds it.
 *
 * @param undertakenUntil the last day of the holder's undertaking for the panel; null when none is in force
 */
@TemplateData
public record SeatView(UUID id, UUID panelId, UUID memberId, String member, UUID agencyId, String agency, boolean active, Role role, DateRange during,
        LocalDate undertakenUntil) {

    public boolean endedBy(LocalDate day) {
        return during.isEmpty() || during.end() != null && !during.end().isAfter(day);
    }
}
