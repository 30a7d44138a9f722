package org.panelhub.referrals;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.panelhub.page.Dates;
import org.panelhub.page.Errors;
import org.panelhub.page.Field;
import org.panelhub.people.Facts;
import org.panelhub.people.Part;
import org.panelhub.people.Safe;
import org.panelhub.risk.Band;
import org.panelhub.risk.Definition;
import org.panelhub.risk.Judged;
import org.panelhub.risk.QuestionField;

/**
 * Reads what was typed, step by step, and says beside which field something is wrong.
 */
record StepReader(Typed typed, Setting setting) {

    /** What stands before the key of a question in the name of its field: no other field begins so. */
    static final String QUESTION = "q-";

    static final int NAME = 200;
    static final int LINE = 500;
    static final int TEXT = 10_000;
    /** More people of one home than one form takes. */
    static final int MOST_PEOPLE = 12;
    private static final int OLDEST = 130;

    Errors errors(Step step) {
        var check = new Field.Check();
        switch (step) {
            case RECEIPT -> receipt(check);
            case PERSON -> person(check);
            case PLACE, GROUP -> subject(check, step);
            case ADDRESS -> address(check);
            case CONTACT -> contact(check);
            case RESPONDENT -> respondent(check);
            case HOUSEHOLD -> household(check);
            case CIRCUMSTANCES -> circumstances(check);
            case CONSENT -> consent(check);
            case ASSESSMENT -> answers(check);
            case JUDGEMENT -> judged(check);
            case DECISION -> decision(check);
        }
        return check.errors();
    }

    /** What is wrong, by step; empty when the referral is whole. An optional step that was not begun is not wrong. */
    Map<Step, Errors> problems() {
        var problems = new EnumMap<Step, Errors>(Step.class);
        for (var step : setting.steps()) {
            if (!skipped(step)) {
                var errors = errors(step);
                // A task without anything that must be said is still to be opened once, so that nothing is forgotten.
                errors.addIf(!typed.holds(step), step.key(), "Open this task and save it, even when nothing is known");
                if (errors.any()) {
                    problems.put(step, errors);
                }
            }
        }
        return problems;
    }

    /** Optional, and not begun. The two halves of an assessment go together. */
    boolean skipped(Step step) {
        return setting.optional(step) && switch (step) {
            case ASSESSMENT, JUDGEMENT -> typed.form(Step.ASSESSMENT).isBlank() && typed.form(Step.JUDGEMENT).isBlank();
            default -> typed.form(step).isBlank();
        };
    }

    /** Only after {@link #problems} found none. */
    Complete complete() {
        var check = new Field.Check();
        boolean ofPerson = setting.subject().ofPerson();
        var others = new ArrayList<Facts>();
        var respondent = respondent(check);
        if (respondent != null) {
            others.add(respondent);
        }
        if (ofPerson) {
            others.addAll(household(check));
        }
        var form = typed.form(Step.CIRCUMSTANCES);
        var assessed = setting.steps().contains(Step.ASSESSMENT) && !skipped(Step.ASSESSMENT);
        circumstances(check);
        return new Complete(ofPerson ? Complete.Subject.PEOPLE : subject(check, Step.valueOf(setting.subject().name())), ofPerson ? victim(check) : null, ofPerson ? contact(check) : null, others, Field.clean(form.get("circumstances")), form.get("category"), Field.clean(form.get("ownReference")), ofPerson ? consent(check) : null,
                Field.clean(typed.form(Step.CONSENT).get("reason")), assessed ? setting.instrument() : null, assessed ? judged(check) : null,
                setting.keyedIn() ? receipt(check) : null, setting.steps().contains(Step.DECISION) && !skipped(Step.DECISION) ? decision(check) : null);
    }

    private Facts victim(Field.Check check) {
        var person = person(check);
        var address = address(check);
        return new Facts(Part.VICTIM, person.givenNames(), person.familyName(), person.aliases(), person.datesOfBirth(), person.gender(), address.address(), address.needs());
    }

    private Complete.Subject subject(Field.Check check, Step step) {
        var form = typed.form(step);
        var name = check.text("name", step == Step.PLACE ? "Which place it is" : "What the group is called", form.get("name"), NAME, true);
        var where = check.text("where", step == Step.PLACE ? "Where it is" : "Where it is active", form.get("where"), LINE, true);
        return new Complete.Subject(name, where);
    }

    /** Only after {@link #errors} found none in that step. */
    Facts.Contact contactFacts() {
        return contact(new Field.Check());
    }

    private Complete.Receipt receipt(Field.Check check) {
        var form = typed.form(Step.RECEIPT);
        UUID agency = setting.agencies().stream().filter(a -> a.toString().equals(form.get("referrer"))).findFirst().orElse(null);
        boolean outside = form.get("referrer").equals("OUTSIDE");
        check.that(agency != null || outside, "referrer", "Choose who made the referral");
        var name = check.text("outside", "Name of the body and person", outside ? form.get("outside") : "", NAME, outside);
        var how = check.choice("how", "Choose how it reached you", form.get("how"), ReceivedHow.class, true).orElse(null);
        check.that(how != ReceivedHow.ONLINE, "how", "Choose how it reached you");
        var day = check.date("received", "Date of receipt", form.date("received"), true);
        var time = check.time("time", "Time of receipt", form.get("time"), true);
        OffsetDateTime at = null;
        if (day != null) {
            check.that(!day.isAfter(setting.today()), "received", "Date of receipt must be today or in the past");
            check.that(day.isAfter(setting.today().minusYears(1)), "received", "Date of receipt must be within the last year");
            at = Dates.at(day, time == null ? LocalTime.MIDNIGHT : time);
            check.that(!at.isAfter(setting.now()) || day.isAfter(setting.today()), "time", "Time of receipt must not be in the future");
        }
        return new Complete.Receipt(agency, name, how, at);
    }

    private Facts person(Field.Check check) {
        var form = typed.form(Step.PERSON);
        var given = check.text("given", "Given names", form.get("given"), NAME, true);
        var family = check.text("family", "Family name", form.get("family"), NAME, true);
        var aliases = aliases(check, form);
        var born = new ArrayList<LocalDate>();
        for (var field : List.of("born", "born2")) {
            var date = birth(check, field, field.equals("born") ? "Date of birth" : "Other date of birth", form);
            if (date != null) {
                born.add(date);
            }
        }
        // The form has two boxes; a program may hand in more.
        check.that(form.date("born3").isBlank(), "born3", "Enter no more than two dates of birth");
        var gender = check.text("gender", "Gender", form.get("gender"), NAME, false);
        return new Facts(Part.VICTIM, given, family, aliases, born, gender, "", "");
    }

    private Facts address(Field.Check check) {
        var form = typed.form(Step.ADDRESS);
        var address = check.text("address", "Address", form.get("address"), LINE, false);
        var needs = check.text("needs", "Needs", form.get("needs"), LINE * 2, false);
        return new Facts(Part.VICTIM, "", "", List.of(), List.of(), "", address, needs);
    }

    private Facts.Contact contact(Field.Check check) {
        var form = typed.form(Step.CONTACT);
        var call = check.choice("toCall", "Say whether it is safe to call", form.get("toCall"), Safe.class, true).orElse(Safe.UNKNOWN);
        var telephone = check.text("telephone", "Telephone number", form.get("telephone"), NAME, call == Safe.YES);
        var times = check.text("times", "Safe times", form.get("times"), LINE, false);
        var write = check.choice("toWrite", "Say whether it is safe to write", form.get("toWrite"), Safe.class, true).orElse(Safe.UNKNOWN);
        var notWith = check.text("notSafeWith", "Who it is not safe to talk to", form.get("notSafeWith"), LINE, false);
        var advice = check.text("advice", "Other advice", form.get("advice"), LINE * 2, false);
        return new Facts.Contact(telephone, call, times, write, notWith, advice);
    }

    private Facts respondent(Field.Check check) {
        var form = typed.form(Step.RESPONDENT);
        var known = form.get("known");
        check.that(known.equals("YES") || known.equals("NO"), "known", "Say whether it is known who is causing it");
        if (!known.equals("YES")) {
            return null;
        }
        var given = check.text("given", "Given names", form.get("given"), NAME, false);
        var family = check.text("family", "Family name", form.get("family"), NAME, false);
        check.that(!given.isEmpty() || !family.isEmpty(), "given", "Enter a given name, a family name or both");
        var aliases = aliases(check, form);
        var born = birth(check, "born", "Date of birth", form);
        var address = check.text("address", "Address", form.get("address"), LINE, false);
        return new Facts(Part.RESPONDENT, given, family, aliases, born == null ? List.of() : List.of(born), "", address, "");
    }

    private List<Facts> household(Field.Check check) {
        var form = typed.form(Step.HOUSEHOLD);
        var any = form.get("any");
        check.that(any.equals("YES") || any.equals("NO"), "any", "Say whether others live in the home");
        var people = new ArrayList<Facts>();
        if (!any.equals("YES")) {
            return people;
        }
        for (int i = 1; i <= MOST_PEOPLE; i++) {
            var given = "given" + i;
            var family = "family" + i;
            var part = "part" + i;
            var born = "born" + i;
            var bornBoxes = form.date(born);
            if (form.get(given).isBlank() && form.get(family).isBlank() && bornBoxes.isBlank() && form.get(part).isBlank()) {
                continue;
            }
            var givenName = check.text(given, "Given names of person " + i, form.get(given), NAME, false);
            var familyName = check.text(family, "Family name of person " + i, form.get(family), NAME, false);
            check.that(!givenName.isEmpty() || !familyName.isEmpty(), given, "Enter a name for person " + i + ", even a part of it");
            boolean child = form.get(part).equals(Part.CHILD.name());
            check.that(child || form.get(part).equals(Part.HOUSEHOLD.name()), part, "Say whether person " + i + " is a child");
            var date = birth(check, born, "Date of birth of person " + i, form);
            check.that(!child || date == null || date.isAfter(setting.today().minusYears(18)), born, "Person " + i + " is 18 or older by this date of birth, so not a child");
            people.add(new Facts(child ? Part.CHILD : Part.HOUSEHOLD, givenName, familyName, List.of(), date == null ? List.of() : List.of(date), "", "", ""));
        }
        var tooMany = MOST_PEOPLE + 1;
        check.that(form.get("part" + tooMany).isBlank(), "given" + tooMany, "Enter no more than " + MOST_PEOPLE + " people, and say in the circumstances who else lives there");
        check.that(!people.isEmpty(), "given1", "Enter at least one person, or answer no");
        return people;
    }

    private void circumstances(Field.Check check) {
        var form = typed.form(Step.CIRCUMSTANCES);
        check.that(Categories.ALL.contains(form.get("category")), "category", "Choose what kind of behaviour it is");
        check.text("circumstances", "What is happening", form.get("circumstances"), TEXT, true);
        check.text("ownReference", "Your own reference", form.get("ownReference"), NAME, false);
    }

    private Consent consent(Field.Check check) {
        var form = typed.form(Step.CONSENT);
        var consent = check.choice("consent", "Say whether the person agrees to the referral", form.get("consent"), Consent.class, true).orElse(null);
        boolean without = consent != null && consent != Consent.GIVEN;
        check.that(!without || !form.get("reason").isBlank(), "reason", "Say why you refer without consent");
        check.text("reason", "Reason", form.get("reason"), TEXT, false);
        return consent;
    }

    private Map<String, String> answers(Field.Check check) {
        return QuestionField.read(setting.instrument().definition(), QUESTION, typed.form(Step.ASSESSMENT)::get, check);
    }

    /** What the answers come to, or null while some are missing. */
    Definition.Result result() {
        var check = new Field.Check();
        var answers = answers(check);
        return check.errors().any() ? null : setting.instrument().definition().score(answers);
    }

    private Judged judged(Field.Check check) {
        var form = typed.form(Step.JUDGEMENT);
        var judgement = check.choice("judgement", "Choose your own judgement", form.get("judgement"), Band.class, true).filter(setting.instrument().definition().inBands()::contains).orElse(null);
        check.that(judgement != null, "judgement", "Choose your own judgement");
        var result = result();
        boolean differs = judgement != null && result != null && judgement != result.band();
        check.that(!differs || !form.get("rationale").isBlank(), "rationale", "Say why your judgement differs from the score");
        var rationale = check.text("rationale", "Reason for your judgement", form.get("rationale"), TEXT, false);
        var on = check.date("assessed", "Date of the assessment", form.date("assessed"), true);
        if (on != null) {
            check.that(!on.isAfter(setting.today()), "assessed", "Date of the assessment must be today or in the past");
            var born = typed.form(Step.PERSON).date("born").parse(Errors.none(), "born", "Date of birth", false);
            check.that(born == null || !on.isBefore(born), "assessed", "Date of the assessment is before the person was born");
            var received = setting.keyedIn() ? typed.form(Step.RECEIPT).date("received").parse(Errors.none(), "received", "Date of receipt", false) : null;
            check.that(received == null || !on.isAfter(received), "assessed", "Date of the assessment is after the referral was received");
        }
        return new Judged(result == null ? Map.of() : answers(new Field.Check()), judgement, rationale, on);
    }

    private Complete.Decision decision(Field.Check check) {
        var form = typed.form(Step.DECISION);
        var name = check.text("senior", "Name of the senior officer", form.get("senior"), NAME, true);
        var reason = check.text("seniorReason", "Reason for referring", form.get("seniorReason"), TEXT, true);
        return new Complete.Decision(name, reason);
    }

    private static List<String> aliases(Field.Check check, StepForm form) {
        var aliases = form.get("aliases").lines().map(Field::clean).filter(a -> !a.isEmpty()).toList();
        check.that(aliases.size() <= MOST_PEOPLE, "aliases", "Enter no more than " + MOST_PEOPLE + " other names");
        check.that(aliases.stream().allMatch(a -> a.codePointCount(0, a.length()) <= NAME), "aliases", "Each other name must be " + NAME + " characters or fewer");
        return aliases;
    }

    private LocalDate birth(Field.Check check, String field, String label, StepForm form) {
        var date = check.date(field, label, form.date(field), false);
        if (date != null) {
            check.that(!date.isAfter(setting.today()), field, label + " must be in the past");
            check.that(date.isAfter(setting.today().minusYears(OLDEST)), field, label + " must be less than " + OLDEST + " years ago");
        }
        return date;
    }
}
