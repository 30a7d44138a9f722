package org.panelhub.room;

import java.util.List;
import java.util.Optional;

import org.panelhub.page.Choice;
import org.panelhub.page.DateBoxes;
import org.panelhub.plans.PlanForm;

import jakarta.enterprise.context.ApplicationScoped;

/** The forms of the room before anyone typed into them: what stands already, and the panel's usual dates. */
@ApplicationScoped
class RoomCards {

    private final RoomChoices choices;

    RoomCards(RoomChoices choices) {
        this.choices = choices;
    }

    RoomForms forms(RoomView view) {
        if (view.item() == null || !view.item().ofCase() || view.item().file() == null) {
            return new RoomForms(SayForm.EMPTY, null, null, null, null, "", List.of(), List.of(), List.of(), List.of(), null, null, "", null, "");
        }
        var release = new RoomForms.ReleaseForm("", "");
        if (!view.records()) {
            return new RoomForms(SayForm.EMPTY, null, null, null, release, "", List.of(), List.of(), List.of(), List.of(), null, null, "", null, "");
        }
        var panelId = view.head().panelId();
        var outcomes = choices.outcomes(view.head());
        var decision = DecisionForm.of(view.item().decision(), view.item().file().risk(), outcomes);
        var standing = Optional.ofNullable(view.item().plan()).map(RoomView.PlanCard::plan);
        var madeHere = standing.filter(p -> p.madeAtMeetingOf(view.head().day()));
        var review = madeHere.map(p -> p.reviewOn()).orElseGet(() -> choices.usualReview(view.head()));
        var plan = PlanForm.of(standing, DateBoxes.of(review)).with(choices.manager(view.item().slot().line().caseId()), madeHere.map(p -> p.reviewNote()).orElse(""));
        var due = choices.usualDue(view.head());
        return new RoomForms(SayForm.EMPTY, decision, AgreeForm.dueBy(due), plan, release, "", choices.speakers(panelId), choices.agencies(panelId),
                choices.people(panelId, view.item().slot().line().caseId()), outcomes.stream().map(o -> Choice.of(o, o)).toList(), null, null, "", due, "");
    }
}
