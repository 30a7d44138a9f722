package org.panelhub.referrals;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

import org.panelhub.page.Errors;

/**
 * A referral as a program hands it in. Dates are written as 2026-11-22. It is read by the same rules as the form, and what is wrong is
 * named by the fields of this document.
 *
 * @param panel short name or id
 * @param subject may be left out where the panel takes one thing only
 * @param decision only for an agency whose senior officer has no account
 */
public record ReferralIn(String panel, SubjectIn subject, PersonIn person, SafeContactIn safeContact, RespondentIn respondent, List<HouseholdIn> household, String circumstances, String category,
        String ownReference, String consent, String consentReason, AssessmentIn assessment, DecisionIn decision) {

    /** What it is about: PERSON, HOUSEHOLD, PLACE or GROUP; the name and where it is are those of a place or group. */
    public record SubjectIn(String kind, String name, String where) {
    }

    public record PersonIn(String givenNames, String familyName, List<String> aliases, List<String> datesOfBirth, String gender, String address, String needs) {
    }

    public record SafeContactIn(String telephone, String safeToCall, String safeTimes, String safeToWrite, String notSafeWith, String advice) {
    }

    public record RespondentIn(String givenNames, String familyName, List<String> aliases, String dateOfBirth, String address) {
    }

    public record HouseholdIn(String givenNames, String familyName, boolean child, String dateOfBirth) {
    }

    /** Answers by the key of the question. */
    public record AssessmentIn(Map<String, String> answers, String judgement, String rationale, String assessedOn) {
    }

    public record DecisionIn(String name, String reason) {
    }

    private static final Map<String, String> NAMES = Map.ofEntries(
            Map.entry("place.name", "subject.name"), Map.entry("place.where", "subject.where"), Map.entry("group.name", "subject.name"), Map.entry("group.where", "subject.where"),
            Map.entry("person.given", "person.givenNames"), Map.entry("person.family", "person.familyName"), Map.entry("person.born", "person.datesOfBirth[0]"),
            Map.entry("person.born2", "person.datesOfBirth[1]"), Map.entry("person.born3", "person.datesOfBirth[2]"), Map.entry("address.address", "person.address"), Map.entry("address.needs", "person.needs"),
            Map.entry("contact.toCall", "safeContact.safeToCall"), Map.entry("contact.toWrite", "safeContact.safeToWrite"), Map.entry("contact.times", "safeContact.safeTimes"),
            Map.entry("contact.telephone", "safeContact.telephone"), Map.entry("contact.notSafeWith", "safeContact.notSafeWith"), Map.entry("contact.advice", "safeContact.advice"),
            Map.entry("respondent.given", "respondent.givenNames"), Map.entry("respondent.family", "respondent.familyName"), Map.entry("respondent.born", "respondent.dateOfBirth"),
            Map.entry("circumstances.circumstances", "circumstances"), Map.entry("circumstances.category", "category"), Map.entry("circumstances.ownReference", "ownReference"),
            Map.entry("consent.consent", "consent"), Map.entry("consent.reason", "consentReason"), Map.entry("judgement.judgement", "assessment.judgement"),
            Map.entry("judgement.rationale", "assessment.rationale"), Map.entry("judgement.assessed", "assessment.assessedOn"), Map.entry("decision.senior", "decision.name"),
            Map.entry("decision.seniorReason", "decision.reason"));

    /** What is wrong, by the fields of this document. */
    static Errors named(Map<Step, Errors> problems) {
        var named = new Errors();
        problems.forEach((step, errors) -> errors.all().forEach(e -> named.add(name(step, e.field()), e.message())));
        return named;
    }

    private static String name(Step step, String field) {
        if (step == Step.ASSESSMENT) {
            return "assessment.answers." + field.replaceFirst("^q-", "");
        }
        if (step == Step.HOUSEHOLD && field.matches("[a-z]+\\d+")) {
            int which = Integer.parseInt(field.replaceAll("\\D", "")) - 1;
            var what = Map.of("given", "givenNames", "family", "familyName", "part", "child", "born", "dateOfBirth").get(field.replaceAll("\\d", ""));
            return "household[" + which + "]." + what;
        }
        var key = step.key() + "." + field;
        return NAMES.getOrDefault(key, key);
    }

    Typed typed() {
        var typed = new Typed();
        var p = person == null ? new PersonIn(null, null, null, null, null, null, null) : person;
        var c = safeContact == null ? new SafeContactIn(null, null, null, null, null, null) : safeContact;
        typed.put(Step.PERSON, form(dated("born", at(p.datesOfBirth, 0)), dated("born2", at(p.datesOfBirth, 1)), dated("born3", beyond(p.datesOfBirth, 2)),
                values("given", p.givenNames, "family", p.familyName, "aliases", lines(p.aliases), "gender", p.gender)));
        if (subject != null) {
            typed.put(Step.PLACE, form(values("name", subject.name, "where", subject.where))).put(Step.GROUP, form(values("name", subject.name, "where", subject.where)));
        }
        typed.put(Step.ADDRESS, form(values("address", p.address, "needs", p.needs)));
        typed.put(Step.CONTACT, form(values("telephone", c.telephone, "toCall", c.safeToCall, "times", c.safeTimes, "toWrite", c.safeToWrite, "notSafeWith", c.notSafeWith, "advice", c.advice)));
        typed.put(Step.RESPONDENT, respondent == null ? form(values("known", "NO"))
                : form(dated("born", respondent.dateOfBirth), values("known", "YES", "given", respondent.givenNames, "family", respondent.familyName, "aliases", lines(respondent.aliases),
                        "address", respondent.address)));
        typed.put(Step.HOUSEHOLD, home());
        typed.put(Step.CIRCUMSTANCES, form(values("circumstances", circumstances, "category", category, "ownReference", ownReference)));
        typed.put(Step.CONSENT, form(values("consent", consent, "reason", consentReason)));
        if (assessment != null) {
            var answers = new HashMap<String, String>();
            if (assessment.answers != null) {
                assessment.answers.forEach((question, answer) -> answers.put("q-" + question, answer));
            }
            typed.put(Step.ASSESSMENT, new StepForm(answers));
            typed.put(Step.JUDGEMENT, form(dated("assessed", assessment.assessedOn), values("judgement", assessment.judgement, "rationale", assessment.rationale)));
        }
        if (decision != null) {
            typed.put(Step.DECISION, form(values("senior", decision.name, "seniorReason", decision.reason)));
        }
        return typed;
    }

    private StepForm home() {
        var values = values("any", household == null || household.isEmpty() ? "NO" : "YES");
        for (int i = 0; household != null && i < household.size(); i++) {
            var one = household.get(i);
            var n = String.valueOf(i + 1);
            values.putAll(values("given" + n, one.givenNames, "family" + n, one.familyName, "part" + n, one.child ? "CHILD" : "HOUSEHOLD"));
            values.putAll(dated("born" + n, one.dateOfBirth));
        }
        return new StepForm(values);
    }

    @SafeVarargs
    private static StepForm form(Map<String, String>... parts) {
        var all = new HashMap<String, String>();
        Stream.of(parts).forEach(all::putAll);
        return new StepForm(all);
    }

    private static HashMap<String, String> values(String... pairs) {
        var values = new HashMap<String, String>();
        for (int i = 0; i < pairs.length; i += 2) {
            values.put(pairs[i], pairs[i + 1]);
        }
        return values;
    }

    /** A date that is not one goes into the box of the day as it is, and is refused there. */
    private static Map<String, String> dated(String field, String date) {
        if (date == null || date.isBlank()) {
            return Map.of();
        }
        var parts = date.matches("\\d{4}-\\d{1,2}-\\d{1,2}") ? date.split("-") : new String[] { "0", "0", date };
        return Map.of(field + "-year", parts[0].equals("0") ? "0000" : parts[0], field + "-month", parts[1], field + "-day", parts[2]);
    }

    private static String at(List<String> dates, int which) {
        return dates == null || dates.size() <= which ? null : dates.get(which);
    }

    /** The first of what comes after the ones that are taken; it is refused where it stands. */
    private static String beyond(List<String> dates, int taken) {
        return dates == null ? null : dates.stream().skip(taken).filter(d -> d != null && !d.isBlank()).findFirst().orElse(null);
    }

    private static String lines(List<String> names) {
        return names == null ? "" : String.join("\n", names.stream().map(n -> n == null ? "" : n.replace('\n', ' ')).toList());
    }

    /** A panel may be named by its id or by its short name. */
    static boolean names(String asked, UUID id, String shortName) {
        return id.toString().equals(asked) || shortName.equalsIgnoreCase(asked);
    }
}
