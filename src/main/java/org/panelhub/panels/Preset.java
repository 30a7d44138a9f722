package org.panelhub.panels;

import java.time.LocalTime;
import java.util.List;

import org.panelhub.partnership.Sector;
import org.panelhub.partnership.Service;

import io.quarkus.qute.TemplateData;

/** How one area holds a panel, offered to others as a beginning. Everything in it can be changed; it is data, in {@code presets/panels.json}. */
@TemplateData
public record Preset(String key, String title, String about, PanelKind kind, boolean tasking, String name, String shortName, String purpose, String marking,
        String undertaking, String declaration, Figures arrangement, TermsOfReference terms, List<Expected> agencies) {

    /** As {@link ArrangementFigures}, without a place: that is every partnership's own. */
    public record Figures(String recurrence, LocalTime startsAt, int minutesPerCase, int cutOffDays, int agendaDays, int researchDays, int actionsDays,
            int minutesDays, int triageDays, int reviewWeeks, int noticeDays, int disclosureMonths) {

        ArrangementFigures figures() {
            return new ArrangementFigures(recurrence, startsAt, "", "", ArrangementFigures.LENGTH_MINUTES, minutesPerCase, cutOffDays, agendaDays, researchDays, actionsDays, minutesDays, triageDays,
                    reviewWeeks, noticeDays, disclosureMonths, ArrangementFigures.EMERGENCY_HOURS, ArrangementFigures.EMERGENCY_REVIEW_DAYS,
                    ArrangementFigures.RARE_SURNAME, 0, List.of(), "");
        }
    }

    /** An agency that usually sits there, and the sector of the body that it belongs to. */
    @TemplateData
    public record Expected(String name, Service kind, Sector sector) {
    }
}
