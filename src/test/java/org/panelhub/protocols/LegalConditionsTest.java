package org.panelhub.protocols;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.junit.jupiter.api.Test;

/** How the law that an agency relies on is recognised in what the partnership wrote into its protocol. */
class LegalConditionsTest {

    @Test
    void gatewaysAreKnownHoweverTheyAreWritten() {
        for (var written : List.of("CDA 1998 s17A", "s. 17a of the Crime and Disorder Act 1998", "Section 17A")) {
            assertTrue(LegalCheck.isDepersonalisedOnly(written), written);
        }
        assertFalse(LegalCheck.isDepersonalisedOnly("Section 17"));
        assertTrue(LegalCheck.isSection115("Crime and Disorder Act 1998, section 115"));
        assertFalse(LegalCheck.isSection115("Section 1150"));
    }

    @Test
    void conditionsThatNeedAScheduleParagraphOrAPolicyDocumentAreKnown() {
        assertTrue(LegalCheck.needsSchedule1("9(2)(h)") && LegalCheck.needsSchedule1("9 (2) (g)") && LegalCheck.needsSchedule1("Article 10"));
        assertFalse(LegalCheck.needsSchedule1("9(2)(c)") || LegalCheck.needsSchedule1(null));
        assertTrue(LegalCheck.needsPolicyDocument("9(2)(b)") && LegalCheck.needsPolicyDocument("Article 10"));
        assertFalse(LegalCheck.needsPolicyDocument("9(2)(h)") || LegalCheck.needsPolicyDocument(null));
    }

    @Test
    void consentStandsAloneOnlyWhereNothingElseDoes() {
        assertTrue(LegalCheck.isConsentAlone(ground("Common law", "6(1)(a)", null, null, null)));
        assertTrue(LegalCheck.isConsentAlone(ground("Common law", "consent", " ", "consent under Part 3", null)));
        assertFalse(LegalCheck.isConsentAlone(ground("Common law", "6(1)(a)", "9(2)(g)", null, null)));
        assertFalse(LegalCheck.isConsentAlone(ground("Common law", "", null, null, null)), "nothing is not consent");
    }

    @Test
    void aNamedCaseIsRefusedUnderSection17AAndWithoutTheScheduleParagraph() {
        assertTrue(LegalCheck.refusals(ground("CDA s115", "6(1)(e)", null, null, null)).isEmpty());
        assertEquals(1, LegalCheck.refusals(ground("CDA s17A", "6(1)(e)", null, null, null)).size());
        assertEquals(1, LegalCheck.refusals(ground("CDA s115", "6(1)(e)", "9(2)(h)", null, null)).size());
        assertEquals(1, LegalCheck.refusals(ground("CDA s115", "6(1)(e)", "9(2)(h)", null, " ")).size());
        assertTrue(LegalCheck.refusals(ground("CDA s115", "6(1)(e)", "9(2)(h)", null, "paragraph 2")).isEmpty());
        assertEquals(2, LegalCheck.refusals(ground("CDA s17A", "6(1)(e)", "9(2)(h)", null, null)).size());
    }

    @Test
    void theConditionsAreOneLineOfThoseThatApply() {
        assertEquals("6(1)(e); 9(2)(g); paragraph 18", LegalCheck.conditions(ground("CDA s115", "6(1)(e)", "9(2)(g)", " ", "paragraph 18")));
        assertEquals("s35", LegalCheck.conditions(ground("CDA s115", null, null, "s35", null)));
    }

    private static LegalGround ground(String gateway, String six, String nine, String part3, String schedule1) {
        return new LegalGround("To protect", gateway, six, nine, part3, schedule1, "Policy", "Separate controllers", "Notice", true);
    }
}
