package org.panelhub.risk;

import java.util.List;

import io.quarkus.qute.TemplateData;

/** The points at which risk is assessed, and assessed again [Lambeth 3.3.2]; of an application for a case review whatever is decided about it. */
@TemplateData
public enum Occasion {
    REFERRAL("With the referral"),
    RECEIPT("When the application was received"),
    INTERVIEW("At the interview with the person"),
    FIRST_REVIEW("At the first review"),
    LATER_REVIEW("At a later review"),
    COURT_DECISION("After a court decided on a measure"),
    TRIGGER("When a case review threshold was met"),
    TRIGGER_NOT_MET("When a case review threshold was not met"),
    BEFORE_REVIEW("Before the board reviews it"),
    PANEL("At the panel");

    /** Of a case that is open. */
    public static final List<Occasion> OF_CASE = List.of(INTERVIEW, FIRST_REVIEW, LATER_REVIEW, COURT_DECISION, TRIGGER, BEFORE_REVIEW, PANEL, REFERRAL);
    /** Of an application for a case review. */
    public static final List<Occasion> OF_APPLICATION = List.of(RECEIPT, INTERVIEW, TRIGGER, TRIGGER_NOT_MET, BEFORE_REVIEW, LATER_REVIEW, COURT_DECISION);

    private final String label;

    Occasion(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
