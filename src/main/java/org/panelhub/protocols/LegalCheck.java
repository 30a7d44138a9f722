package org.panelhub.protocols;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.panelhub.partnership.Sector;

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
    /** Sensitive processing for law enforcement asks for one as well: Data Protection Act 2018 s35(4) and (5), s42. */
    private static final Pattern SENSITIVE_PROCESSING = Pattern.compile("(?i)schedule 8|sensitive processing|s ?35\\((?:4|5)\\)");
    /** Health or social care, by or under a professional who owes secrecy: UK GDPR Article 9(2)(h) and (3), Data Protection Act 2018 s11(1). */
    private static final Pattern HEALTH = Pattern.compile("(?i)9 ?\\(2\\) ?\\(h\\)");
    /** Whose agencies hold professionals of health or social work. */
    private static final Set<Sector> HEALTH_OR_CARE = Set.of(Sector.HEALTH, Sector.COUNCIL);
    /** Competent authorities among the sectors: Data Protection Act 2018 s30 and Schedule 7. */
    private static final Set<Sector> COMPETENT = Set.of(Sector.POLICE, Sector.PROBATION);
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

    /** Whether the law enforcement basis holds only with an appropriate policy document. */
    static boolean isSensitiveProcessing(String dpaPart3) {
        return dpaPart3 != null && SENSITIVE_PROCESSING.matcher(dpaPart3).find();
    }

    /** Whether nothing but consent stands behind it, so that it falls when consent is withdrawn. */
    public static boolean isConsentAlone(LegalGround ground) {
        var all = Stream.of(ground.article6(), ground.article9(), ground.dpaPart3()).filter(Objects::nonNull).filter(c -> !c.isBlank()).toList();
        return !all.isEmpty() && all.stream().allMatch(c -> CONSENT.matcher(c).find());
    }

    /** What the law refuses, by name. */
    public enum Refused {
        DEPERSONALISED_ONLY, SCHEDULE_1_MISSING, POLICY_DOCUMENT_MISSING
    }

    /** One refusal with the words that are shown. */
    public record Refusal(Refused refused, String words) {
    }

    /** Reasons for which a named case may not be shared on this ground; none when it may. */
    public static List<Refusal> refusals(LegalGround ground) {
        var refusals = new ArrayList<Refusal>();
        if (isDepersonalisedOnly(ground.gateway())) {
            refusals.add(new Refusal(Refused.DEPERSONALISED_ONLY,
                    "The protocol gives your agency section 17A of the Crime and Disorder Act 1998 as its gateway. It covers depersonalised information only, not a named case."));
        }
        if (needsSchedule1(ground.article9()) && isMissing(ground.schedule1())) {
            refusals.add(new Refusal(Refused.SCHEDULE_1_MISSING,
                    "The protocol names “" + ground.article9() + "” for your agency without the paragraph of Schedule 1 to the Data Protection Act 2018 that it needs."));
        }
        if ((needsPolicyDocument(ground.article9()) || isSensitiveProcessing(ground.dpaPart3())) && isMissing(ground.policyDocument())) {
            refusals.add(new Refusal(Refused.POLICY_DOCUMENT_MISSING, "The protocol names “" + (needsPolicyDocument(ground.article9()) ? ground.article9() : ground.dpaPart3())
                    + "” for your agency without the appropriate policy document that it needs."));
        }
        return refusals;
    }

    private static boolean isMissing(String text) {
        return text == null || text.isBlank();
    }

    /** A body to which something is released. */
    public record Receiver(String name, Sector sector, boolean relevantAuthority) {
    }

    /** What whoever releases should know, without being refused. */
    public static List<String> warnings(LegalGround ground, List<Receiver> to) {
        var warnings = new ArrayList<String>();
        if (isConsentAlone(ground)) {
            warnings.add("Consent is the only basis that the protocol gives your agency. The person may withdraw it at any time, and the release would end with it.");
        }
        if (isSection115(ground.gateway())) {
            warn(warnings, "Section 115 of the Crime and Disorder Act 1998 reaches relevant authorities. These recipients are none: ", to, r -> !r.relevantAuthority);
        }
        if (!isMissing(ground.dpaPart3())) {
            warn(warnings, "You rely on Part 3 of the Data Protection Act 2018 (law enforcement). These recipients are no competent authorities and hold it under the UK GDPR, on a condition of their own: ", to,
                    r -> !COMPETENT.contains(r.sector));
        }
        if (ground.article9() != null && HEALTH.matcher(ground.article9()).find()) {
            warn(warnings, "You rely on the condition for health or social care, Article 9(2)(h), which asks for a duty of secrecy. These recipients are of other sectors: ", to,
                    r -> !HEALTH_OR_CARE.contains(r.sector));
        }
        return warnings;
    }

    private static void warn(List<String> warnings, String words, List<Receiver> to, Predicate<Receiver> concerned) {
        var names = to.stream().filter(concerned).map(Receiver::name).distinct().toList();
        if (!names.isEmpty()) {
            warnings.add(words + String.join(", ", names) + ".");
        }
    }

    /** The conditions as one line, as a disclosure keeps them. */
    public static String conditions(LegalGround ground) {
        return Stream.of(ground.article6(), ground.article9(), ground.dpaPart3(), ground.schedule1()).filter(Objects::nonNull).filter(c -> !c.isBlank()).collect(Collectors.joining("; "));
    }
}
