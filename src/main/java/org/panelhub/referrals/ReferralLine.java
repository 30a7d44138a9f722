package org.panelhub.referrals;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.UUID;

import io.quarkus.qute.TemplateData;

/**
 * A referral in a list.
 *
 * @param from the agency's short name, or the body outside the hub
 * @param received null until it reached the panel
 * @param clock how long the triage has, in words; null when no clock runs
 */
@TemplateData
public record ReferralLine(UUID id, String name, String panel, UUID panelId, String marking, String from, String ownReference, ReferralState state, OffsetDateTime made, OffsetDateTime received,
        LocalDate triageBy, boolean late, String clock, boolean mine) {

    public String href() {
        return "/referrals/" + id;
    }
}
