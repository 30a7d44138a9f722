package org.panelhub.trigger.rules;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The stages for which a review procedure may set a time. The Act sets none but the yearly figures; the statutory guidance asks that the procedure says when the applicant hears
 * (Home Office, Anti-social behaviour powers: statutory guidance for frontline professionals, the ASB case review).
 */
public enum Stage {
    ACKNOWLEDGEMENT("First contact or acknowledgement", Moment.CONTACT),
    DECISION("Threshold decision told", Moment.DECISION),
    REVIEW("Review by the board", Moment.MEETING),
    OUTCOME("Outcome told", Moment.OUTCOME),
    PLAN("Action plan carried out", Moment.PLAN),
    LETTER("Resolution letter signed off and sent", Moment.LETTER),
    /** The applicant's own time, not the board's. */
    APPEAL("Appeal asked for", Moment.APPEAL),
    APPEAL_DECISION("Appeal decided", Moment.ANSWER);

    private final String label;
    private final Moment reaches;

    Stage(String label, Moment reaches) {
        this.label = label;
        this.reaches = reaches;
    }

    public String label() {
        return label;
    }

    /** What has happened when the stage is done. */
    public Moment reaches() {
        return reaches;
    }

    /** What its time may be counted from: only what comes before it. */
    public List<Moment> countedFrom() {
        return Arrays.stream(Moment.values()).filter(m -> m.compareTo(reaches) < 0).toList();
    }

    /** Whether it is the applicant who is to do it. */
    public boolean ofApplicant() {
        return this == APPEAL;
    }

    /** The stage that ends with it; none for the receipt. */
    static Optional<Stage> reaching(Moment moment) {
        return Arrays.stream(values()).filter(s -> s.reaches == moment).findFirst();
    }
}
