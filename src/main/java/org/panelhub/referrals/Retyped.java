package org.panelhub.referrals;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.panelhub.page.DateBoxes;
import org.panelhub.page.Dates;
import org.panelhub.people.Facts;
import org.panelhub.people.Part;
import org.panelhub.people.People;
import org.panelhub.people.Person;
import org.panelhub.risk.Assessments;
import org.panelhub.risk.Judged;

import jakarta.enterprise.context.ApplicationScoped;

/** Puts a referral that was sent before back into the boxes of its form, so that what is asked can be changed there. */
@ApplicationScoped
class Retyped {

    private final People people;
    private final Assessments assessments;

    Retyped(People people, Assessments assessments) {
        this.people = people;
        this.assessments = assessments;
    }

    /** Everything as it stands now: what was sent, and over it what has been typed since. */
    Typed of(Referral referral) {
        var persons = people.ofReferral(referral.id());
        if (persons.isEmpty() && referral.subjectName().isEmpty()) {
            return referral.typed();
        }
        var typed = new Typed();
        for (var person : persons) {
            switch (person.part()) {
                case VICTIM -> victim(typed, person);
                case RESPONDENT -> typed.put(Step.RESPONDENT, respondent(person.facts()));
                default -> {
                    // Put together below, as they share one page.
                }
            }
        }
        if (!typed.holds(Step.RESPONDENT)) {
            typed.put(Step.RESPONDENT, new StepForm(Map.of("known", "NO")));
        }
        if (!referral.subject().ofPerson()) {
            typed.put(Step.valueOf(referral.subject().name()), new StepForm(Map.of("name", referral.subjectName(), "where", referral.subjectWhere())));
        }
        typed.put(Step.HOUSEHOLD, household(persons.stream().map(Person::facts).filter(f -> f.part() == Part.CHILD || f.part() == Part.HOUSEHOLD).toList()));
        typed.put(Step.CIRCUMSTANCES, new StepForm(Map.of("category", referral.category(), "circumstances", referral.circumstances(), "ownReference", referral.ownReference())));
        typed.put(Step.CONSENT, new StepForm(Map.of("consent", referral.consent() == null ? "" : referral.consent().name(), "reason", referral.consentReason())));
        assessments.ofReferral(referral.id()).ifPresent(a -> assessment(typed, a.judged()));
        if (!referral.seniorName().isEmpty() && referral.seniorMemberId() == null) {
            typed.put(Step.DECISION, new StepForm(Map.of("senior", referral.seniorName(), "seniorReason", referral.seniorReason())));
        }
        if (referral.keyedIn()) {
            typed.put(Step.RECEIPT, receipt(referral));
        }
        return typed.under(referral.typed());
    }

    private void victim(Typed typed, Person person) {
        var facts = person.facts();
        var values = new HashMap<String, String>();
        values.put("given", facts.givenNames());
        values.put("family", facts.familyName());
        values.put("aliases", String.join("\n", facts.aliases()));
        values.put("gender", facts.gender());
        date(values, "born", facts.datesOfBirth(), 0);
        date(values, "born2", facts.datesOfBirth(), 1);
        typed.put(Step.PERSON, new StepForm(values));
        typed.put(Step.ADDRESS, new StepForm(Map.of("address", facts.address(), "needs", facts.needs())));
        people.contactOf(person.id()).ifPresent(contact -> typed.put(Step.CONTACT, contact(contact.facts())));
    }

    static StepForm contact(Facts.Contact f) {
        return new StepForm(Map.of("telephone", f.telephone(), "toCall", f.toCall().name(), "times", f.times(), "toWrite", f.toWrite().name(),
                "notSafeWith", f.notSafeWith(), "advice", f.advice()));
    }

    private static StepForm respondent(Facts facts) {
        var values = new HashMap<>(Map.of("known", "YES", "given", facts.givenNames(), "family", facts.familyName(),
                "aliases", String.join("\n", facts.aliases()), "address", facts.address()));
        date(values, "born", facts.datesOfBirth(), 0);
        return new StepForm(values);
    }

    private static StepForm household(List<Facts> others) {
        var values = new HashMap<String, String>();
        values.put("any", others.isEmpty() ? "NO" : "YES");
        for (int i = 0; i < others.size(); i++) {
            var facts = others.get(i);
            values.put("given" + (i + 1), facts.givenNames());
            values.put("family" + (i + 1), facts.familyName());
            values.put("part" + (i + 1), facts.part().name());
            date(values, "born" + (i + 1), facts.datesOfBirth(), 0);
        }
        return new StepForm(values);
    }

    static void assessment(Typed typed, Judged a) {
        var answers = new HashMap<String, String>();
        a.answers().forEach((question, answer) -> answers.put("q-" + question, answer));
        typed.put(Step.ASSESSMENT, new StepForm(answers));
        var values = new HashMap<>(Map.of("judgement", a.judgement().name(), "rationale", a.rationale()));
        date(values, "assessed", List.of(a.on()), 0);
        typed.put(Step.JUDGEMENT, new StepForm(values));
    }

    private static StepForm receipt(Referral referral) {
        var values = new HashMap<>(Map.of("referrer", referral.agencyId() == null ? "OUTSIDE" : referral.agencyId().toString(),
                "outside", referral.outsideReferrer(), "how", referral.receivedHow().name()));
        if (referral.receivedAt() != null) {
            date(values, "received", List.of(Dates.date(referral.receivedAt())), 0);
            values.put("time", Dates.clock(referral.receivedAt()));
        }
        return new StepForm(values);
    }

    private static void date(Map<String, String> values, String field, List<LocalDate> dates, int which) {
        if (dates.size() > which) {
            var boxes = DateBoxes.of(dates.get(which));
            values.put(field + "-day", boxes.day());
            values.put(field + "-month", boxes.month());
            values.put(field + "-year", boxes.year());
        }
    }
}
