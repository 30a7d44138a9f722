package org.panelhub.protocols;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the law that an agency relies on refuses by name, and what it only warns of (sharing design, "What a disclosure records"): asked when
 * a basis is written into a protocol, and again when something is released on it.
 */
public final class LegalCheck {

    /** Covers depersonalised information only: Crime and Disorder Act 1998 s17A(3). */
    private static final Pattern SECTION_17A = Pattern.compile("(?i)\\b(?:s|s\\.|section) ?17A\\b");
    private static final Pattern SECTION_115 = Pattern.compile("(?i)\\b(?:s|s\\.|section) ?115\\b");
    /** Conditions that the Data Protection Act 2018 s10 ties to a paragraph of its Schedule 1. */
    private static final Pattern NEEDS_SCHEDULE_1 = Pattern.compile("(?i)9 ?\\(2\\) ?\\([bghij]\\)|article 10\\b");
    /** Of these, the ones whose paragraphs ask for an appropriate policy document: Schedule 1 paragraphs 1, 5 and 38 to 41. */
    private static final Pattern NEEDS_POLICY_DOCUMENT = Pattern.compile("(?i)9 ?\\(2\\) ?\\([bg]\\)|article 10\\b");
    private static final Pattern CONSENT = Pattern.compile("(?i)6 ?\\(1\\) ?\\(a\\)|consent");

    private LegalCheck() {
    }

    /** Whether the condition holds only with a paragraph of Schedule 1. */
    static boolean needsSchedule1(String article9) {
        return article9 != null && NEEDS_SCHEDULE_1.matcher(article9).find();
    }

    /** Whether the condition holds only with an appropriate policy document. */
    static boolean needsPolicyDocument(String article9) {
        return article9 != null && NEEDS_POLICY_DOCUMENT.matcher(article9).find();
    }

    /** Whether the gateway covers depersonalised information only, and so no named case. */
    static boolean isDepersonalisedOnly(String gateway) {
        return SECTION_17A.matcher(gateway).find();
    }

    /** Whether the gateway is s115 of the Crime and Disorder Act 1998, which covers what is given to a relevant authority. */
    static boolean isSection115(String gateway) {
        return SECTION_115.matcher(gateway).find();
    }

    /** Whether nothing but consent stands behind it, so that it falls when consent is withdrawn. */
    static boolean isConsentAlone(LegalGround ground) {
        var all = Stream.of(ground.article6(), ground.article9(), ground.dpaPart3()).filter(Objects::nonNull).filter(c -> !c.isBlank()).toList();
        return !all.isEmpty() && all.stream().allMatch(c -> CONSENT.matcher(c).find());
    }

    /** Reasons for which a named case may not be shared on this ground; none when it may. */
    public static List<String> refusals(LegalGround ground) {
        var refusals = new ArrayList<String>();
        if (isDepersonalisedOnly(ground.gateway())) {
            refusals.add("The protocol gives your agency section 17A of the Crime and Disorder Act 1998 as its gateway. It covers depersonalised information only, not a named case.");
        }
        if (needsSchedule1(ground.article9()) && (ground.schedule1() == null || ground.schedule1().isBlank())) {
            refusals.add("The protocol names “" + ground.article9() + "” for your agency without the paragraph of Schedule 1 to the Data Protection Act 2018 that it needs.");
        }
        return refusals;
    }

    /**
     * What whoever releases should know, without being refused.
     *
     * @param notRelevantAuthorities names of recipients that are not relevant authorities under s115 of the Crime and Disorder Act 1998
     */
    public static List<String> warnings(LegalGround ground, List<String> notRelevantAuthorities) {
        var warnings = new ArrayList<String>();
        if (isConsentAlone(ground)) {
            warnings.add("Consent is the only basis that the protocol gives your agency. The person may withdraw it at any time, and the release would end with it.");
        }
        if (isSection115(ground.gateway()) && !notRelevantAuthorities.isEmpty()) {
            warnings.add("Section 115 of the Crime and Disorder Act 1998 reaches relevant authorities. These recipients are none: " + String.join(", ", notRelevantAuthorities) + ".");
        }
        return warnings;
    }

    /** The conditions as one line, as a disclosure keeps them. */
    public static String conditions(LegalGround ground) {
        return Stream.of(ground.article6(), ground.article9(), ground.dpaPart3(), ground.schedule1()).filter(Objects::nonNull).filter(c -> !c.isBlank()).collect(Collectors.joining("; "));
    }
}
