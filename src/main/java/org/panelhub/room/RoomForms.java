package org.panelhub.room;

import java.util.List;

import org.panelhub.page.Choice;
import org.panelhub.page.Differences;
import org.panelhub.page.Errors;
import org.panelhub.plans.PlanForm;
import org.panelhub.sharing.Consent;

import io.quarkus.qute.TemplateData;

/** The forms of the room as they stand: empty, or as typed with what is wrong. */
@TemplateData
public record RoomForms(SayForm say, DecisionForm decision, AgreeForm action, PlanForm plan, ReleaseForm release, String conflict, List<Choice> speakers, List<Choice> agencies,
        List<Choice> people, Differences differences, Integer savedVersion) {

    /** The consent that goes with a release in the room. */
    @TemplateData
    public record ReleaseForm(String consent, String reason) {
    }

    RoomForms with(SayForm typed) {
        return new RoomForms(typed, decision, action, plan, release, conflict, speakers, agencies, people, null, null);
    }

    RoomForms with(DecisionForm typed, Differences found, Integer saved) {
        return new RoomForms(say, typed, action, plan, release, conflict, speakers, agencies, people, found, saved);
    }

    RoomForms with(AgreeForm typed) {
        return new RoomForms(say, decision, typed, plan, release, conflict, speakers, agencies, people, null, null);
    }

    RoomForms with(PlanForm typed) {
        return new RoomForms(say, decision, action, typed, release, conflict, speakers, agencies, people, null, null);
    }

    RoomForms with(ReleaseForm typed) {
        return new RoomForms(say, decision, action, plan, typed, conflict, speakers, agencies, people, null, null);
    }

    RoomForms withConflict(String typed) {
        return new RoomForms(say, decision, action, plan, release, typed, speakers, agencies, people, null, null);
    }

    /** What may be said of the person's consent. */
    public List<Choice> consents() {
        return Choice.of(Consent.class, Consent::label);
    }

    /** The plan's part is open where something in it is wrong. */
    public boolean planWrong(Errors errors) {
        return List.of("manager", "reviewNote", "aims", "measures", "victimView", "consulted", "review").stream().anyMatch(field -> errors.of(field) != null);
    }
}
