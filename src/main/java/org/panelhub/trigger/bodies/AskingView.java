package org.panelhub.trigger.bodies;

import java.time.LocalDate;
import java.util.List;

import org.panelhub.trigger.rules.StageClock.Light;

import io.quarkus.qute.TemplateData;

/**
 * Somebody to tell or ask, as the page of an application shows it.
 *
 * @param proposed the hub saw that it is needed
 * @param begun a referral for it is begun
 * @param key in addresses: of one that is only wanted, its reason in small letters; of one on record, its id
 */
@TemplateData
public record AskingView(String key, Reason reason, String recipient, String what, boolean mustAnswer, LocalDate due, LocalDate toldOn, String how, List<LocalDate> chased, LocalDate answeredOn, String answer,
        String notNeeded, boolean proposed, boolean begun, Light light) {

    static AskingView of(Wanted wanted, LocalDate today) {
        return new AskingView(wanted.reason().name().toLowerCase(), wanted.reason(), wanted.recipient(), wanted.reason().what(), false, wanted.due(), null, "", List.of(), null, "", "", false, false,
                light(wanted.due(), today));
    }

    static AskingView of(Asking a, LocalDate today) {
        return new AskingView(a.id().toString(), a.reason(), a.recipient(), a.what(), a.mustAnswer(), a.dueOn(), a.toldOn(), a.toldHow(), a.chasedOn(), a.answeredOn(), a.answer(), a.notNeeded(), a.proposed(), a.referralId() != null,
                a.reason().done(a.toldOn() != null, a.answeredOn() != null, !a.notNeeded().isEmpty()) ? Light.DONE : light(a.dueOn(), today));
    }

    /** Of what is not done. */
    static Light light(LocalDate due, LocalDate today) {
        return today.isAfter(due) ? Light.RED : today.equals(due) ? Light.AMBER : Light.GREEN;
    }

    /** It is done by a referral, which is begun from its application. */
    public boolean byReferral() {
        return reason == Reason.VULNERABLE_PANEL && light != Light.DONE;
    }

    public boolean information() {
        return reason == Reason.INFORMATION;
    }
}
