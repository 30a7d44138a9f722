package org.panelhub.trigger;

import io.quarkus.qute.TemplateData;

/** What can happen to an application. Stages and clocks are worked out from these and the days on which they happened. */
@TemplateData
public enum EventKind {
    RECEIVED("Application received"),
    BODIES_TOLD("Designated officers told"),
    ACKNOWLEDGED("Applicant told that it is here"),
    MET("Threshold met"),
    NOT_MET("Threshold not met"),
    DECISION_TOLD("Applicant told of the decision"),
    REVIEW_OPENED("Review opened"),
    REVIEWED("Reviewed by the board"),
    /** Counted in the yearly figures (2014 Act, section 104(9)(d)). */
    RECOMMENDED("Recommendations made"),
    OUTCOME_TOLD("Applicant told of the outcome"),
    PLAN_CONSULTED("Applicant consulted on the action plan"),
    PLAN_DONE("Action plan carried out"),
    LETTER_SENT("Resolution letter sent"),
    MEETING_OFFERED("Applicant offered a meeting"),
    APPEALED("Appeal asked for"),
    APPEAL_DECIDED("Appeal decided"),
    WITHDRAWN("Withdrawn by the applicant"),
    REOPENED("Opened again"),
    PAUSED("Clock paused"),
    RESUMED("Clock goes on"),
    LATE("Reason for being late"),
    CLOSED("Closed");

    private final String label;

    EventKind(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
