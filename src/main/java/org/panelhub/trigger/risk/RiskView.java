package org.panelhub.trigger.risk;

import java.util.List;

import org.panelhub.risk.Band;
import org.panelhub.risk.Found;
import org.panelhub.risk.Purpose;

import io.quarkus.qute.TemplateData;

/**
 * The risk of an application as it stands.
 *
 * @param all newest first
 * @param offered whether it may be assessed now; not while the applicant has taken the application back
 * @param again why once more; empty where nothing asks for it
 * @param toRefer the person is at high risk, and is still to be referred
 */
@TemplateData
public record RiskView(List<Found> all, boolean offered, String again, boolean toRefer) {

    /** The last of each purpose. */
    public List<Found> now() {
        return List.of(Purpose.values()).stream().flatMap(p -> all.stream().filter(f -> f.view().purpose() == p).limit(1)).toList();
    }

    /** The person is at high risk, by the last judgement. */
    public boolean high() {
        return now().stream().anyMatch(f -> f.view().purpose() == Purpose.VULNERABILITY && f.view().judgement() == Band.HIGH);
    }

    /** How vulnerable the person is was not assessed. */
    public boolean open() {
        return all.stream().noneMatch(f -> f.view().purpose() == Purpose.VULNERABILITY);
    }
}
