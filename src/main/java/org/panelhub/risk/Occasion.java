package org.panelhub.risk;

import io.quarkus.qute.TemplateData;

/** The points at which the vulnerability assessment is offered, and offered again [Lambeth 3.3.2]. */
@TemplateData
public enum Occasion {
    REFERRAL("With the referral"),
    INTERVIEW("At the interview with the person"),
    FIRST_REVIEW("At the first review"),
    LATER_REVIEW("At a later review"),
    COURT_DECISION("After a court decided on a measure"),
    TRIGGER("When a case review threshold was met"),
    PANEL("At the panel");

    private final String label;

    Occasion(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
