package org.panelhub.risk;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import io.quarkus.qute.TemplateData;

/**
 * An assessment as pages and answers show it.
 *
 * @param mandatory questions whose answer means high by itself
 * @param by who assessed, or null when that member is not the viewer's to see
 * @param agency whose assessment it is, or null for a referrer without a place in the hub
 */
@TemplateData
public record AssessmentView(UUID id, Purpose purpose, String instrument, boolean example, String occasion, int score, int most, Band band, Band judgement, String rationale,
        LocalDate assessedOn, String by, String agency, List<Line> lines, List<String> mandatory) {

    /**
     * A question with the answer it was given.
     *
     * @param said who said so, where it was not the person; empty where that was not noted
     * @param weight null where it was answered in words
     */
    @TemplateData
    public record Line(String section, String question, String answer, String said, Integer weight, boolean mandatoryHigh) {
    }

    /** Of the instrument, whatever its edition. */
    String name() {
        return instrument.replaceFirst(", edition \\d+$", "");
    }

    /** The officer judged otherwise than the answers come to. */
    public boolean differs() {
        return band != judgement;
    }

    /** "Priya Nair, council housing", or as much of it as may be shown. */
    public String who() {
        return by == null ? agency == null ? "" : agency : agency == null ? by : by + ", " + agency;
    }
}
