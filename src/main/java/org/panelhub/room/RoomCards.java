package org.panelhub.room;

import java.util.List;

import org.panelhub.cases.CaseRisk;
import org.panelhub.page.DateBoxes;
import org.panelhub.plans.Editions;
import org.panelhub.plans.PlanForm;

import jakarta.enterprise.context.ApplicationScoped;

/** The forms of the room before anyone typed into them: what stands already, and the panel's usual dates. */
@ApplicationScoped
class RoomCards {

    private final RoomChoices choices;
    private final Editions editions;
    private final Decisions decisions;

    RoomCards(RoomChoices choices, Editions editions, Decisions decisions) {
        this.choices = choices;
        this.editions = editions;
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
        var standing = editions.standing(line.caseId());
        var madeHere = standing.filter(p -> p.madeAtMeetingOf(view.head().day()));
        var review = madeHere.map(p -> p.reviewOn()).orElseGet(() -> choices.usualReview(view.head()));
        var plan = PlanForm.of(standing, DateBoxes.of(review)).with(choices.manager(line.caseId()), madeHere.map(p -> p.reviewNote()).orElse(""));
        return new RoomForms(SayForm.EMPTY, decision, AgreeForm.dueBy(choices.usualDue(view.head())), plan, release, "", choices.speakers(panelId), choices.agencies(panelId),
                choices.people(panelId), null, null);
    }
}
