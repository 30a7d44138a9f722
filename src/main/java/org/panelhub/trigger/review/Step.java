package org.panelhub.trigger.review;

import java.util.Set;

import org.panelhub.trigger.ApplicationState;
import org.panelhub.trigger.EventKind;

import io.quarkus.qute.TemplateData;

/** What whoever answers for an application records by hand, with the day on which it was. */
@TemplateData
public enum Step {
    DECISION_TOLD("decision-told", "The applicant was told what was decided", "How?", EventKind.DECISION_TOLD, Set.of(ApplicationState.MET, ApplicationState.NOT_MET, ApplicationState.CLOSED)),
    /** A meeting that was held in the hub notes it by itself. */
    REVIEWED("reviewed", "The board has reviewed it, at a meeting outside the hub", "What did it decide?", EventKind.REVIEWED, Set.of(ApplicationState.MET)),
    OUTCOME_TOLD("outcome-told", "The applicant was told what the review found", "How, and what?", EventKind.OUTCOME_TOLD, Set.of(ApplicationState.MET, ApplicationState.CLOSED)),
    PLAN_CONSULTED("plan-consulted", "The applicant was asked about the action plan", "What did the applicant say?", EventKind.PLAN_CONSULTED, Set.of(ApplicationState.MET)),
    PLAN_DONE("plan-done", "The action plan is carried out", "What was done?", EventKind.PLAN_DONE, Set.of(ApplicationState.MET)),
    MEETING_OFFERED("meeting-offered", "The applicant was offered a meeting", "What did the applicant answer?", EventKind.MEETING_OFFERED, Set.of(ApplicationState.MET, ApplicationState.CLOSED)),
    LATE("late", "Why something is late", "The reason, and what is done about it", EventKind.LATE, Set.of(ApplicationState.RECEIVED, ApplicationState.MET, ApplicationState.NOT_MET, ApplicationState.CLOSED)),
    CLOSE("close", "Close it", "Why is nothing more to be done?", EventKind.CLOSED, Set.of(ApplicationState.MET, ApplicationState.NOT_MET));

    private final String path;
    private final String title;
    private final String asks;
    private final EventKind happens;
    private final Set<ApplicationState> fits;

    Step(String path, String title, String asks, EventKind happens, Set<ApplicationState> fits) {
        this.path = path;
        this.title = title;
        this.asks = asks;
        this.happens = happens;
        this.fits = fits;
    }

    /** In addresses. */
    public String path() {
        return path;
    }

    public String title() {
        return title;
    }

    public String asks() {
        return asks;
    }

    /** Whether it comes after the review alone. */
    boolean afterReview() {
        return this == OUTCOME_TOLD || this == PLAN_DONE;
    }

    EventKind happens() {
        return happens;
    }

    boolean fits(ApplicationState state) {
        return fits.contains(state);
    }
}
