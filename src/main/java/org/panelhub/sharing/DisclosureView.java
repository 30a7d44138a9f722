package org.panelhub.sharing;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

import org.panelhub.page.Dates;

import com.fasterxml.jackson.annotation.JsonIgnore;

import io.quarkus.qute.TemplateData;

/**
 * A release as its originator reads it back.
 *
 * @param to in words: "the panel", an agency, a member, "those present on 12 November 2026"
 * @param until the last day on which it is in force
 * @param withdrawnOn null while it stands
 * @param consentAlone whether nothing but consent stood behind it, so that it ends with the consent
 * @param onwardFreely whether a recipient may use it further without the originator's yes
 * @param followsAs WIDENED or PROLONGED where it follows an earlier release, else null
 * @param consentWithdrawnOn the day on which the person withdrew the consent it was made with, or null
 * @param goingOnBecause why it goes on without that consent, or null
 * @param releasedBy null when the member is not the viewer's to know
 */
@TemplateData
public record DisclosureView(UUID id, UUID itemId, String to, Instant releasedAt, LocalDate releasedOn, LocalDate until, LocalDate withdrawnOn, String withdrawnReason, String purpose, String gateway,
        String conditions, String protocol, String necessity, String proportionality, Consent consent, String consentReason, boolean subjectTold, String notToldReason, String releasedBy,
        String policyDocument, String controllership, boolean consentAlone, boolean onwardFreely, String followsAs, LocalDate consentWithdrawnOn, String goingOnBecause, @JsonIgnore LocalDate today) {

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

    /** What it does with an earlier release, or null. */
    public String followsText() {
        return followsAs == null ? null : followsAs.equals("WIDENED") ? "Widens an earlier release" : "Prolongs an earlier release";
    }

    /** "to the panel, until 10 June 2027". */
    public String words() {
        if (withdrawn()) {
            return "to " + to + ", withdrawn on " + Dates.day(withdrawnOn);
        }
        return "to " + to + (until == null ? "" : (ended() ? ", ended on " : ", until ") + Dates.day(until));
    }
}
