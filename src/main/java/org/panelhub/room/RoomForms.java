package org.panelhub.room;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import org.panelhub.page.Choice;
import org.panelhub.page.Differences;
import org.panelhub.page.Errors;
import org.panelhub.plans.PlanForm;
import org.panelhub.sharing.Consent;

import io.quarkus.qute.TemplateData;

/**
 * The forms of the room as they stand: empty, or as typed with what is wrong.
 *
 * @param outcomes what the panel's decisions are chosen from; may be empty
 * @param spoken the line, or lines, of actions as spoken
 * @param quorum why the meeting goes on without one, as typed
 * @param usualDue when an action is due of which nobody says when
 */
@TemplateData
public record RoomForms(SayForm say, DecisionForm decision, AgreeForm action, PlanForm plan, ReleaseForm release, String conflict, List<Choice> speakers, List<Choice> agencies,
        List<Choice> people, List<Choice> outcomes, Differences differences, Integer savedVersion, String spoken, LocalDate usualDue, String quorum) {

    /** The consent that goes with a release in the room. */
    @TemplateData
    public record ReleaseForm(String consent, String reason) {
    }

    RoomForms with(SayForm typed) {
        return new RoomForms(typed, decision, action, plan, release, conflict, speakers, agencies, people, outcomes, null, null, spoken, usualDue, quorum);
    }

    RoomForms with(DecisionForm typed, Differences found, Integer saved) {
        return new RoomForms(say, typed, action, plan, release, conflict, speakers, agencies, people, outcomes, found, saved, spoken, usualDue, quorum);
    }

    RoomForms with(AgreeForm typed) {
        return new RoomForms(say, decision, typed, plan, release, conflict, speakers, agencies, people, outcomes, null, null, spoken, usualDue, quorum);
    }

    RoomForms with(PlanForm typed) {
        return new RoomForms(say, decision, action, typed, release, conflict, speakers, agencies, people, outcomes, null, null, spoken, usualDue, quorum);
    }

    RoomForms with(ReleaseForm typed) {
        return new RoomForms(say, decision, action, plan, typed, conflict, speakers, agencies, people, outcomes, null, null, spoken, usualDue, quorum);
    }

    RoomForms withConflict(String typed) {
        return new RoomForms(say, decision, action, plan, release, typed, speakers, agencies, people, outcomes, null, null, spoken, usualDue, quorum);
    }

    RoomForms withSpoken(String typed) {
        return new RoomForms(say, decision, action, plan, release, conflict, speakers, agencies, people, outcomes, differences, savedVersion, typed, usualDue, quorum);
    }

    RoomForms withQuorum(String typed) {
        return new RoomForms(say, decision, action, plan, release, conflict, speakers, agencies, people, outcomes, differences, savedVersion, spoken, usualDue, typed == null ? "" : typed);
    }

    /** Told with a form, so that one which is sent again because its answer was lost is recorded once. */
    public String once() {
        return UUID.randomUUID().toString();
    }

    /** What may be said of the person's consent. */
    public List<Choice> consents() {
        return Choice.of(Consent.class, Consent::label);
    }

    /** As many lines as were typed, as far as they are in sight at once. */
    public int spokenLines() {
        return (int) Math.clamp(spoken.lines().count(), 1, 8);
    }

    /** The form of an action's parts is open where something in it is wrong. */
    public boolean actionWrong(Errors errors) {
        return List.of("task", "agency", "person", "due").stream().anyMatch(field -> errors.of(field) != null);
    }

    /** The plan's part is open where something in it is wrong. */
    public boolean planWrong(Errors errors) {
        return List.of("manager", "reviewNote", "aims", "measures", "victimView", "consulted", "review").stream().anyMatch(field -> errors.of(field) != null);
    }
}
