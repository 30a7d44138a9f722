package org.panelhub.protocols;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.panelhub.page.Words;
import org.panelhub.partnership.Sector;

import io.quarkus.qute.TemplateData;

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

    /**
     * What whoever releases should know, without being refused.
     *
     * @param words one line
     * @param meaning what follows from it, or null where the line says it
     * @param names the recipients concerned; empty where it concerns none in particular
     */
    @TemplateData
    public record Warning(String words, String meaning, List<String> names) {

        /** Few enough to be named in the line itself. */
        private static final int FEW = 2;

        static Warning about(List<String> names, String one, String several, String meaning) {
            return new Warning((names.size() > FEW ? Words.count(names.size(), "recipient") : Words.join(names)) + (names.size() == 1 ? one : several), meaning, names);
        }

        /** Those whom the line only counts. */
        public List<String> counted() {
            return names.size() > FEW ? names : List.of();
        }
    }

    /** One line for each, however many recipients there are. */
    public static List<Warning> warnings(LegalGround ground, List<Receiver> to) {
        var warnings = new ArrayList<Warning>();
        if (isConsentAlone(ground)) {
            warnings.add(new Warning("Consent is the only basis that the protocol gives your agency. The person may withdraw it at any time, and the release would end with it.", null, List.of()));
        }
        if (isSection115(ground.gateway())) {
            warn(warnings, to, r -> !r.relevantAuthority, " is no relevant authority (Crime and Disorder Act 1998 s115).", " are no relevant authorities (Crime and Disorder Act 1998 s115).",
                    "The section gives you the power to disclose to a relevant authority. For another body you need another power.");
        }
        if (!isMissing(ground.dpaPart3())) {
            warn(warnings, to, r -> !COMPETENT.contains(r.sector), " is no competent authority (Data Protection Act 2018, Part 3).", " are no competent authorities (Data Protection Act 2018, Part 3).",
                    "You rely on law enforcement. They hold what you give them under the UK GDPR, on a condition of their own.");
        }
        if (ground.article9() != null && HEALTH.matcher(ground.article9()).find()) {
            warn(warnings, to, r -> !HEALTH_OR_CARE.contains(r.sector), " is of another sector than health and social care (Article 9(2)(h)).", " are of other sectors than health and social care (Article 9(2)(h)).",
                    "The condition that you rely on asks for a duty of secrecy.");
        }
        return warnings;
    }

    private static void warn(List<Warning> warnings, List<Receiver> to, Predicate<Receiver> concerned, String one, String several, String meaning) {
        var names = to.stream().filter(concerned).map(Receiver::name).distinct().toList();
        if (!names.isEmpty()) {
            warnings.add(Warning.about(names, one, several, meaning));
        }
    }

    /** The conditions as one line, as a disclosure keeps them. */
    public static String conditions(LegalGround ground) {
        return Stream.of(ground.article6(), ground.article9(), ground.dpaPart3(), ground.schedule1()).filter(Objects::nonNull).filter(c -> !c.isBlank()).collect(Collectors.joining("; "));
    }
}
