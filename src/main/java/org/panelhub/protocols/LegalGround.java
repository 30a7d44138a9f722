package org.panelhub.protocols;

import io.quarkus.qute.TemplateData;

/**
 * The law relied on for one purpose. What does not apply is null.
 *
 * @param gateway the power or duty to share, such as section 115 of the Crime and Disorder Act 1998
 * @param article6 UK GDPR Article 6 condition
 * @param article9 UK GDPR Article 9 or 10 condition
 * @param dpaPart3 basis under Part 3 of the Data Protection Act 2018 (law enforcement)
 * @param schedule1 paragraph of Schedule 1 to that Act
 * @param storesResearch whether the panel keeps the agency's research, or records only that it was researched and spoken
 */
@TemplateData
public record LegalGround(String purpose, String gateway, String article6, String article9, String dpaPart3, String schedule1,
        String policyDocument, String controllership, String privacyNotice, boolean storesResearch) {
}
