package org.panelhub.trigger;

import java.time.Instant;

import io.quarkus.qute.TemplateData;

/** What was written, one way or the other. */
@TemplateData
public record MessageView(boolean fromApplicant, String kind, String body, Instant at, String by) {

    public boolean complaint() {
        return "COMPLAINT".equals(kind);
    }

    /** What the applicant thinks of the plan. */
    public boolean ofPlan() {
        return "PLAN".equals(kind);
    }
}
