package org.panelhub.referrals;

import java.util.UUID;

import org.panelhub.people.Facts;
import org.panelhub.risk.Judged;

import io.quarkus.qute.TemplateData;

/**
 * What a referral begins with where something is known before: no more than its form asks. Who is causing it, and what was told of it, whoever refers says in their own words.
 *
 * @param contact how the person is reached safely; null where nothing was said
 * @param circumstances why it is referred
 * @param ownReference of whoever refers
 * @param instrument by which the person was assessed, with its score and what was judged: they travel as the referral's own
 */
@TemplateData
public record Known(String givenNames, String familyName, String needs, Facts.Contact contact, String circumstances, String ownReference, UUID instrument, int score, Judged judged) {
}
