package org.panelhub.protocols;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.panelhub.partnership.Sector;

/** What the law refuses by name, and of what it only warns. */
class LegalCheckTest {

    private static final LegalCheck.Receiver POLICE = new LegalCheck.Receiver("Police", Sector.POLICE, true);
    private static final LegalCheck.Receiver COUNCIL = new LegalCheck.Receiver("Council", Sector.COUNCIL, true);
    private static final LegalCheck.Receiver CHARITY = new LegalCheck.Receiver("Charity", Sector.CHARITY, false);
    private static final LegalCheck.Receiver TRUST = new LegalCheck.Receiver("Trust", Sector.HEALTH, true);

    @Test
    void eachRefusalHasItsName() {
        assertEquals(List.of(), refused(ground("CDA 1998 s115", "6(1)(e)", "9(2)(g)", null, "paragraph 18", "policy")));
        assertEquals(List.of(LegalCheck.Refused.DEPERSONALISED_ONLY), refused(ground("CDA 1998 section 17A", "6(1)(e)", null, null, null, null)));
        assertEquals(List.of(LegalCheck.Refused.SCHEDULE_1_MISSING), refused(ground("Common law", "6(1)(e)", "9(2)(h)", null, " ", null)));
        assertEquals(List.of(LegalCheck.Refused.POLICY_DOCUMENT_MISSING), refused(ground("Common law", "6(1)(e)", "9(2)(g)", null, "paragraph 18", "")));
        assertEquals(List.of(LegalCheck.Refused.POLICY_DOCUMENT_MISSING), refused(ground("Common law", null, null, "s35, sensitive processing", null, null)));
        assertEquals(List.of(), refused(ground("Common law", "6(1)(d)", "9(2)(c)", null, null, null)), "vital interests need neither");
    }

    @Test
    void aMissingPolicyDocumentIsAskedForByTheConditionThatNeedsIt() {
        assertTrue(LegalCheck.refusals(ground("Common law", "6(1)(e)", "9(2)(g)", null, "paragraph 18", "")).getFirst().words().contains("“9(2)(g)”"));
        assertTrue(LegalCheck.refusals(ground("Common law", null, "9(2)(c)", "s35, sensitive processing", null, null)).getFirst().words().contains("“s35, sensitive processing”"));
    }

    @Test
    void consentAsTheOnlyBasisIsWarnedOf() {
        assertTrue(warned(ground("Common law", "6(1)(a) consent", "9(2)(a) explicit consent", null, null, null), POLICE).getFirst().words().startsWith("Consent is the only basis"));
        assertEquals(List.of(), warned(ground("Common law", "6(1)(a) consent", "9(2)(c)", null, null, null), POLICE));
    }

    @Test
    void section115ToABodyThatIsNoRelevantAuthorityIsWarnedOf() {
        assertEquals("Charity is no relevant authority (Crime and Disorder Act 1998 s115).", warned(ground("CDA 1998 s115", "6(1)(e)", null, null, null, null), POLICE, CHARITY).getFirst().words());
        assertEquals(List.of(), warned(ground("Common law", "6(1)(e)", null, null, null, null), CHARITY));
    }

    @Test
    void aLawEnforcementBasisToASectorThatEnforcesNoLawIsWarnedOf() {
        assertEquals("Council is no competent authority (Data Protection Act 2018, Part 3).", warned(ground("Common law", null, null, "Part 3, s35", null, null), POLICE, COUNCIL).getFirst().words());
        assertEquals("Council and Trust are no competent authorities (Data Protection Act 2018, Part 3).", warned(ground("Common law", null, null, "Part 3, s35", null, null), POLICE, COUNCIL, TRUST).getFirst().words());
        assertEquals(List.of(), warned(ground("Common law", null, null, "Part 3, s35", null, null), POLICE));
    }

    @Test
    void aHealthConditionToASectorWithoutHealthOrCareIsWarnedOf() {
        assertTrue(warned(ground("Common law", "6(1)(e)", "Article 9(2)(h) health or social care", null, "paragraph 2", null), TRUST, COUNCIL, POLICE).getFirst().words().startsWith("Police is of another sector than health and social care"));
    }

    @Test
    void manyRecipientsAreCountedInTheLineAndNamedBehindIt() {
        var warning = warned(ground("Common law", null, null, "Part 3, s35", null, null), POLICE, COUNCIL, TRUST, CHARITY).getFirst();
        assertEquals("3 recipients are no competent authorities (Data Protection Act 2018, Part 3).", warning.words());
        assertEquals(List.of("Council", "Trust", "Charity"), warning.counted());
        assertTrue(warning.meaning().contains("under the UK GDPR"));
    }

    private static List<LegalCheck.Refused> refused(LegalGround ground) {
        return LegalCheck.refusals(ground).stream().map(LegalCheck.Refusal::refused).toList();
    }

    private static List<LegalCheck.Warning> warned(LegalGround ground, LegalCheck.Receiver... to) {
        return LegalCheck.warnings(ground, List.of(to));
    }

    private static LegalGround ground(String gateway, String six, String nine, String part3, String schedule1, String policy) {
        return new LegalGround("To protect", gateway, six, nine, part3, schedule1, policy, "Separate controllers", "Notice", true);
    }
}
