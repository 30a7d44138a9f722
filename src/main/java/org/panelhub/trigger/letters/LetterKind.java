package org.panelhub.trigger.letters;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

import org.panelhub.trigger.ApplicationState;
import org.panelhub.trigger.EventKind;

import io.quarkus.qute.TemplateData;

/**
 * What a letter to an applicant is about. Each from the threshold decision on says how to have it looked at again (2014 Act, Schedule 4 paragraph 3; Home Office statutory guidance: dissatisfaction with the
 * decision and the handling too).
 */
@TemplateData
public enum LetterKind {
    ACKNOWLEDGEMENT("We have your application", EnumSet.of(ApplicationState.RECEIVED), EventKind.ACKNOWLEDGED),
    MET("Threshold met", EnumSet.of(ApplicationState.MET), EventKind.DECISION_TOLD),
    NOT_MET("Threshold not met", EnumSet.of(ApplicationState.NOT_MET), EventKind.DECISION_TOLD),
    OUTCOME("Outcome of the review", EnumSet.of(ApplicationState.MET), EventKind.OUTCOME_TOLD),
    /** On which the applicant is asked before it is final. */
    PLAN("The plan, to ask about", EnumSet.of(ApplicationState.MET), null),
    RESOLUTION("Resolution letter", EnumSet.of(ApplicationState.MET, ApplicationState.CLOSED), EventKind.LETTER_SENT),
    APPEAL("Appeal received", EnumSet.of(ApplicationState.MET, ApplicationState.NOT_MET, ApplicationState.CLOSED), null),
    APPEAL_OUTCOME("Answer to the appeal", EnumSet.of(ApplicationState.MET, ApplicationState.NOT_MET, ApplicationState.CLOSED), null),
    CLOSURE("Closed", EnumSet.of(ApplicationState.MET, ApplicationState.NOT_MET, ApplicationState.CLOSED, ApplicationState.WITHDRAWN), null);

    private final String label;
    private final Set<ApplicationState> fits;
    private final EventKind happens;

    LetterKind(String label, Set<ApplicationState> fits, EventKind happens) {
        this.label = label;
        this.fits = fits;
        this.happens = happens;
    }

    public String label() {
        return label;
    }

    /** What must have happened before, as the letter speaks of it; null where nothing must. */
    EventKind after() {
        return switch (this) {
            case OUTCOME, PLAN, RESOLUTION -> EventKind.REVIEWED;
            case APPEAL -> EventKind.APPEALED;
            case APPEAL_OUTCOME -> EventKind.APPEAL_DECIDED;
            default -> null;
        };
    }

    /** Whether an application that stands so may be written of so. */
    boolean fits(ApplicationState state) {
        return fits.contains(state);
    }

    /** What has happened once it was sent; null where the letter only goes with what somebody else records. */
    EventKind happens() {
        return happens;
    }

    /** Of the file with its text. */
    String file() {
        return name().toLowerCase(Locale.ENGLISH).replace('_', '-');
    }
}
