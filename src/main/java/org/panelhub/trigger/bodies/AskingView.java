package org.panelhub.trigger.bodies;

import java.time.LocalDate;
import java.util.List;

import org.panelhub.trigger.rules.StageClock.Light;

import io.quarkus.qute.TemplateData;

/**
 * Somebody to tell or ask, as the page of an application shows it.
 *
 * @param key in addresses: of one that is only wanted, its reason in small letters; of one on record, its id
 */
@TemplateData
public record AskingView(String key, Reason reason, String recipient, String what, boolean mustAnswer, LocalDate due, LocalDate toldOn, String how, List<LocalDate> chased, LocalDate answeredOn, String answer,
        String notNeeded, Light light) {

    static AskingView of(Wanted wanted, LocalDate today) {
        return new AskingView(wanted.reason().name().toLowerCase(), wanted.reason(), wanted.recipient(), wanted.reason().what(), false, wanted.due(), null, "", List.of(), null, "", "",
                today.isAfter(wanted.due()) ? Light.RED : today.equals(wanted.due()) ? Light.AMBER : Light.GREEN);
    }

    static AskingView of(Asking a, LocalDate today) {
        // Whoever is told is done with; whoever is asked, once the answer is here.
        boolean done = !a.notNeeded().isEmpty() || a.answeredOn() != null || a.toldOn() != null && a.reason() != Reason.INFORMATION;
        return new AskingView(a.id().toString(), a.reason(), a.recipient(), a.what(), a.mustAnswer(), a.dueOn(), a.toldOn(), a.toldHow(), a.chasedOn(), a.answeredOn(), a.answer(), a.notNeeded(),
                done ? Light.DONE : today.isAfter(a.dueOn()) ? Light.RED : today.equals(a.dueOn()) ? Light.AMBER : Light.GREEN);
    }

    public boolean information() {
        return reason == Reason.INFORMATION;
    }
}
