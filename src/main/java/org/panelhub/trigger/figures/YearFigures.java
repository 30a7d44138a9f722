package org.panelhub.trigger.figures;

import java.time.LocalDate;
import java.util.List;

import io.quarkus.qute.TemplateData;

/**
 * One year of an area, from 1 April to 31 March, as councils count.
 *
 * @param year in which it begins
 * @param until the last day that is counted, where the year has not ended; else null
 * @param applications made: section 104(9)(a). Each counts in the year in which it was received, a withdrawn one too
 * @param notMet how often it was decided that the threshold was not met: (b)
 * @param reviews carried out: (c). One that comes back to the board counts once, when it was first reviewed
 * @param recommended of these, how many led to recommendations: (d)
 * @param breakdowns of the applications, where the year has ended; small numbers hidden
 */
@TemplateData
public record YearFigures(int year, LocalDate until, int applications, int notMet, int reviews, int recommended, List<Breakdown> breakdowns) {

    /** One kind of breakdown: applications by something. */
    @TemplateData
    public record Breakdown(String by, List<Part> parts) {

        public boolean hides() {
            return parts.stream().anyMatch(Part::hidden);
        }
    }

    /** One part of it. */
    @TemplateData
    public record Part(String name, boolean hidden, int number) {

        public String said() {
            return hidden ? "not shown" : Integer.toString(number);
        }
    }

    /** "April 2025 to March 2026". */
    public String name() {
        return "April " + year + " to March " + (year + 1);
    }

    public boolean ended() {
        return until == null;
    }

    static int yearOf(LocalDate day) {
        return day.minusMonths(3).getYear();
    }

    static LocalDate endOf(int year) {
        return LocalDate.of(year + 1, 3, 31);
    }
}
