package org.panelhub.referrals;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;

import org.panelhub.people.Facts;
import org.panelhub.risk.Instrument;
import org.panelhub.risk.Judged;

/**
 * A referral that was read without a problem.
 *
 * @param subject the place or group; empty words for people
 * @param person null for a place or a group, as is {@code contact}
 * @param others respondent and household
 * @param instrument null when there is no assessment
 * @param judged null when there is no assessment: only for a referral that was keyed in
 * @param receipt null unless it was keyed in
 * @param decision null unless the senior officer decided outside the hub
 */
record Complete(Subject subject, Facts person, Facts.Contact contact, List<Facts> others, String circumstances, String category, String ownReference, Consent consent,
        String consentReason, Instrument instrument, Judged judged, Receipt receipt, Decision decision) {

    /** A place or a group: what it is called, and where it is or is active. */
    record Subject(String name, String where) {
        static final Subject PEOPLE = new Subject("", "");
    }

    /** Who sent a referral that was keyed in, how and when it came. {@code agencyId} is null for a body outside the hub. */
    record Receipt(UUID agencyId, String outside, ReceivedHow how, OffsetDateTime at) {
    }

    /** What a senior officer without an account decided. */
    record Decision(String name, String reason) {
    }
}
