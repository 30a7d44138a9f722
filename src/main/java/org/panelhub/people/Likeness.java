package org.panelhub.people;

import java.util.UUID;

import io.quarkus.qute.TemplateData;

/**
 * Another row that may be the same person, among those that the viewer sees already.
 *
 * @param referralId the referral through which it is known, or null when the viewer does not see that
 * @param caseReference of the case through which it is known, or null
 * @param why "same name", "same date of birth" or both
 */
@TemplateData
public record Likeness(String name, String part, String panel, UUID referralId, String caseReference, String why) {
}
