package org.panelhub.room;

import java.util.List;

import org.panelhub.cases.CaseRisk;

import jakarta.enterprise.context.ApplicationScoped;

/** The forms of the room before anyone typed into them: what stands already, and the panel's usual dates. */
@ApplicationScoped
class RoomCards {

    private final RoomChoices choices;
    private final Decisions decisions;

    RoomCards(RoomChoices choices, Decisions decisions) {
        this.choices = choices;
        this.decisions = decisions;
    }

    RoomForms forms(RoomView view) {
        if (view.item() == null || !view.item().ofCase() || view.item().file() == null) {
            return new RoomForms(SayForm.EMPTY, null, null, null, null, "", List.of(), List.of(), List.of(), null, null);
        }
        var line = view.item().slot().line();
        var release = new RoomForms.ReleaseForm("", "");
        if (!view.records()) {
            return new RoomForms(SayForm.EMPTY, null, null, null, release, "", List.of(), List.of(), List.of(), null, null);
        }
        var panelId = view.head().panelId();
        var risk = view.item().file() == null ? CaseRisk.NONE : view.item().file().risk();
        var decision = DecisionForm.of(decisions.of(line.id()).orElse(null), risk);
        var manager = choices.manager(line.caseId()).map(Object::toString).orElse("");
        var plan = choices.plan(line.caseId())
                .map(p -> PlanForm.of(p.aims(), p.measures(), p.victimView(), manager, view.head().id().equals(p.meetingId()) ? p.reviewOn() : choices.usualReview(view.head()), p.edition()))
                .orElseGet(() -> PlanForm.of("", "", "", manager, choices.usualReview(view.head()), 0));
        return new RoomForms(SayForm.EMPTY, decision, AgreeForm.dueBy(choices.usualDue(view.head())), plan, release, "", choices.speakers(panelId), choices.agencies(panelId),
                choices.people(panelId), null, null);
    }
}
