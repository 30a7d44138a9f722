package org.panelhub.referrals;

import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;

import org.panelhub.panels.SubjectKind;

/** A whole referral as typed, step by step. */
final class Typed {

    private final Map<Step, StepForm> steps = new EnumMap<>(Step.class);

    static Typed of(Map<String, Map<String, String>> kept) {
        var typed = new Typed();
        kept.forEach((key, values) -> Step.of(key).ifPresent(step -> typed.steps.put(step, new StepForm(values))));
        return typed;
    }

    StepForm form(Step step) {
        return steps.getOrDefault(step, StepForm.EMPTY);
    }

    /** What it is about, as typed so far; empty while nothing is. */
    String name(SubjectKind subject) {
        if (!subject.ofPerson()) {
            return form(Step.valueOf(subject.name())).get("name").strip();
        }
        var person = form(Step.PERSON);
        return subject.called((person.get("given").strip() + " " + person.get("family").strip()).strip());
    }

    boolean holds(Step step) {
        return steps.containsKey(step);
    }

    Typed put(Step step, StepForm form) {
        steps.put(step, form);
        return this;
    }

    /** What another holds comes before what this holds. */
    Typed under(Typed other) {
        other.steps.forEach(steps::put);
        return this;
    }

    Map<String, Map<String, String>> kept() {
        var kept = new TreeMap<String, Map<String, String>>();
        steps.forEach((step, form) -> kept.put(step.key(), form.values()));
        return kept;
    }
}
