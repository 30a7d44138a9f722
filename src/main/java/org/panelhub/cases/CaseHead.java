package org.panelhub.cases;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

import org.panelhub.page.Dates;

import io.quarkus.qute.TemplateData;

/**
 * What stands at the top of every page of a case, whichever room serves the page: the safe-contact facts where the viewer may see
 * them, the name, the risk, the case manager, the next meeting, and the tabs. Given to the tag {@code casehead}.
 *
 * @param panelShort the panel's short name, such as VVP
 * @param born of the person the case is about, when known
 * @param managerAgency of the case manager; it is shown alone when the member is not the viewer's to see
 * @param officer on a case of a board for case reviews without a case manager, who is its case officer, "" for none named; null on every other case
 * @param safe null when the viewer is not one of those who contact the person
 * @param next the next meeting that has the case on its agenda, as far as the viewer may know
 */
@TemplateData
public record CaseHead(String reference, UUID caseId, UUID panelId, String panelShort, String marking, String subject, LocalDate born, LocalDate today,
        CaseRisk risk, CaseRisk riskBefore, CaseState state, boolean sealed, int version, String managerName, String managerAgency, String officer, Safe safe, Next next, List<Tab> tabs) {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.UK);

    /** The safe-contact facts as sentences. */
    @TemplateData
    public record Safe(String words) {
    }

    /** A place on the agenda of a meeting to come. */
    @TemplateData
    public record Next(UUID meetingId, Instant startsAt, int position, LocalDate today) {

        /** As in "today, item 3". */
        public String words() {
            var day = startsAt.atZone(Dates.LONDON).toLocalDate();
            return (day.equals(today) ? "today" : DAY.format(day)) + ", item " + position;
        }
    }

    /** One tab: {@code key} is what a page names as its own. */
    @TemplateData
    public record Tab(String key, String text, String href) {
    }

    /** "Martha Okoro, 67": the heading of the page. */
    public String title() {
        return born == null ? subject : subject + ", " + Period.between(born, today).getYears();
    }

    /** "VVP case RV-7K4Q": stands above the title. */
    public String caption() {
        return panelShort + " case " + reference;
    }

    /** Null while the case is simply open. */
    public String stateText() {
        return state == CaseState.OPEN ? null : state.label();
    }

    public String riskText() {
        return risk.label(riskBefore);
    }

    public String riskColour() {
        return risk.colour();
    }

    /** "Priya Nair, council housing", the agency alone, or null when nobody is named. */
    public String manager() {
        return managerName == null ? managerAgency : managerAgency == null ? managerName : managerName + ", " + managerAgency;
    }

    public String path() {
        return "/cases/" + reference;
    }
}
