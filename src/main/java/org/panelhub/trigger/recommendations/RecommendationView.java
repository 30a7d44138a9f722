package org.panelhub.trigger.recommendations;

import java.time.LocalDate;
import java.util.UUID;

import io.quarkus.qute.TemplateData;

/**
 * A recommendation as it is read.
 *
 * @param application its reference
 * @param agency null where it is addressed to a body that is no agency of the partnership
 * @param late whether its answer is due and has not come
 */
@TemplateData
public record RecommendationView(UUID id, String application, UUID agencyId, String agency, String another, String words, LocalDate madeOn, LocalDate answerBy, String answer, LocalDate answeredOn, String regard,
        String came, LocalDate doneOn, String doneWhy, Boolean late, Integer version) {

    public String to() {
        return agency == null ? another : agency;
    }

    public Done done() {
        return Done.valueOf(came);
    }

    public String regardSaid() {
        return "YES".equals(regard) ? "Yes" : "No";
    }

    public boolean open() {
        return answeredOn == null && done() == Done.OPEN;
    }

    public String path() {
        return "/triggers/" + application + "/recommendations/" + id;
    }
}
