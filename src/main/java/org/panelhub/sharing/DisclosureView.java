package org.panelhub.sharing;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

import org.panelhub.page.Dates;

import io.quarkus.qute.TemplateData;

/**
 * A release as its originator reads it back.
 *
 * @param to in words: "the panel", an agency, a member, "those present on 12 November 2026"
 * @param until the last day on which it is in force
 * @param withdrawnOn null while it stands
 * @param releasedBy null when the member is not the viewer's to know
 */
@TemplateData
public record DisclosureView(UUID id, UUID itemId, String to, Instant releasedAt, LocalDate releasedOn, LocalDate until, LocalDate withdrawnOn, String withdrawnReason, String purpose, String gateway,
        String conditions, String protocol, String necessity, String proportionality, Consent consent, String consentReason, boolean subjectTold, String notToldReason, String releasedBy,
        LocalDate today) {

    public boolean withdrawn() {
        return withdrawnOn != null;
    }

    /** Its last day has passed. */
    public boolean ended() {
        return until != null && until.isBefore(today);
    }

    public boolean inForce() {
        return !withdrawn() && !ended();
    }

    /** "to the panel, until 10 June 2027". */
    public String words() {
        if (withdrawn()) {
            return "to " + to + ", withdrawn on " + Dates.day(withdrawnOn);
        }
        return "to " + to + (until == null ? "" : (ended() ? ", ended on " : ", until ") + Dates.day(until));
    }
}
