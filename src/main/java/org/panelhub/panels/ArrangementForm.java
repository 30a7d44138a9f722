package org.panelhub.panels;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.jboss.resteasy.reactive.RestForm;
import org.panelhub.page.Choice;
import org.panelhub.page.DateBoxes;
import org.panelhub.page.Field;
import org.panelhub.page.Invalid;
import org.panelhub.partnership.Service;
import org.panelhub.time.Recurrence;

import io.quarkus.qute.TemplateData;

/** An arrangement as typed. */
@TemplateData
public record ArrangementForm(@RestForm("from-day") String fromDay, @RestForm("from-month") String fromMonth, @RestForm("from-year") String fromYear,
        @RestForm String recurrence, @RestForm String startsAt, @RestForm String venue, @RestForm String onlineLink, @RestForm String lengthMinutes, @RestForm String minutesPerCase,
        @RestForm String cutOffDays, @RestForm String agendaDays, @RestForm String researchDays, @RestForm String actionsDays,
        @RestForm String minutesDays, @RestForm String triageDays, @RestForm String reviewWeeks, @RestForm String noticeDays,
        @RestForm String disclosureMonths, @RestForm String emergencyHours, @RestForm String emergencyReviewDays,
        @RestForm String rareSurname, @RestForm String quorumAgencies, @RestForm List<String> quorumKinds, @RestForm String firstSpeaker) {

    private static final int LONGEST = 200;
    private static final int MOST_DAYS = 60;
    private static final int MOST_AGENCIES = 40;

    /** What was typed, understood. */
    record Read(LocalDate from, ArrangementFigures figures) {
    }

    static ArrangementForm of(LocalDate from, ArrangementFigures f) {
        return new ArrangementForm(text(from.getDayOfMonth()), text(from.getMonthValue()), text(from.getYear()), f.recurrence(),
                DateTimeFormatter.ofPattern("HH:mm", Locale.ENGLISH).format(f.startsAt()), f.venue(), f.onlineLink(), text(f.lengthMinutes()), text(f.minutesPerCase()), text(f.cutOffDays()),
                text(f.agendaDays()), text(f.researchDays()), text(f.actionsDays()), text(f.minutesDays()), text(f.triageDays()), text(f.reviewWeeks()),
                text(f.noticeDays()), text(f.disclosureMonths()), text(f.emergencyHours()), text(f.emergencyReviewDays()), text(f.rareSurname()), text(f.quorumAgencies()), f.quorumKinds(), f.firstSpeaker());
    }

    static ArrangementForm empty(LocalDate from) {
        return new ArrangementForm(text(from.getDayOfMonth()), text(from.getMonthValue()), text(from.getYear()), "", "", "", "", text(ArrangementFigures.LENGTH_MINUTES), "", "", "", "", "", "", "", "", "7", "6",
                text(ArrangementFigures.EMERGENCY_HOURS), text(ArrangementFigures.EMERGENCY_REVIEW_DAYS), text(ArrangementFigures.RARE_SURNAME), "0", List.of(), "");
    }

    /** The kinds of agency there are. */
    public List<Choice> services() {
        return Choice.of(Service.class, Service::label);
    }

    public DateBoxes from() {
        return new DateBoxes(fromDay, fromMonth, fromYear);
    }

    /** @throws Invalid naming the fields to mend */
    Read read(LocalDate today) {
        var check = new Field.Check();
        var day = check.date("from", "First day", from(), true);
        check.that(day == null || !day.isBefore(today), "from", "First day must be today or later: what held in the past is not rewritten");
        var often = check.text("recurrence", "How often it meets", recurrence, LONGEST, true);
        if (!often.isEmpty()) {
            try {
                Recurrence.parse(often);
            } catch (Recurrence.NotUnderstood e) {
                check.that(false, "recurrence", e.getMessage());
            }
        }
        var begins = check.time("startsAt", "Starting time", startsAt, true);
        var where = check.text("venue", "Place", venue, LONGEST, false);
        var online = check.text("onlineLink", "Online link", onlineLink, LONGEST, false);
        check.that(online.isEmpty() || online.startsWith("https://"), "onlineLink", "Online link must begin with https://");
        var length = check.number("lengthMinutes", "Minutes that a meeting lasts", lengthMinutes, 15, 720, false);
        var minutes = check.number("minutesPerCase", "Minutes for each case", minutesPerCase, 1, 240, true);
        var triage = check.number("triageDays", "Working days to decide on a referral", triageDays, 0, MOST_DAYS, true);
        var cutOff = check.number("cutOffDays", "Working days before the meeting for the last referral", cutOffDays, 0, MOST_DAYS, true);
        var research = check.number("researchDays", "Working days for agencies to answer", researchDays, 0, MOST_DAYS, true);
        var agenda = check.number("agendaDays", "Working days before the meeting for the agenda", agendaDays, 0, MOST_DAYS, true);
        var actions = check.number("actionsDays", "Working days after the meeting for actions", actionsDays, 0, MOST_DAYS, true);
        var minutesOut = check.number("minutesDays", "Working days after the meeting for minutes", minutesDays, 0, MOST_DAYS, true);
        var review = check.number("reviewWeeks", "Weeks until a plan is reviewed", reviewWeeks, 1, 104, true);
        var notice = check.number("noticeDays", "Days’ notice of closing", noticeDays, 1, 90, true);
        var months = check.number("disclosureMonths", "Months for which information is released", disclosureMonths, 1, 60, true);
        var hours = check.number("emergencyHours", "Hours for which a case may be opened in an emergency", emergencyHours, 1, 24, false);
        var lookedAt = check.number("emergencyReviewDays", "Days within which an emergency access is reviewed", emergencyReviewDays, 1, 30, false);
        var rare = check.number("rareSurname", "How many may bear a rare surname", rareSurname, 0, 50, false);
        var agencies = check.number("quorumAgencies", "Agencies for a quorum", quorumAgencies, 0, MOST_AGENCIES, false);
        var kinds = quorumKinds == null ? List.<Service>of() : quorumKinds.stream().map(k -> check.choice("quorumKinds", "Choose among the kinds of agency", k, Service.class, true)).flatMap(Optional::stream).distinct().toList();
        check.that(agencies == null || agencies == 0 || agencies >= kinds.size(), "quorumAgencies", "The number cannot be smaller than the kinds that must be there");
        var first = check.choice("firstSpeaker", "Choose among the kinds of agency", firstSpeaker, Service.class, false);
        if (cutOff != null && agenda != null) {
            check.that(agenda <= cutOff, "agendaDays", "The agenda cannot go out before the last referral is in");
        }
        Invalid.unless(check.errors());
        return new Read(day, new ArrangementFigures(often, begins, where, online, length == null ? ArrangementFigures.LENGTH_MINUTES : length, minutes, cutOff, agenda, research, actions, minutesOut, triage, review, notice, months,
                hours == null ? ArrangementFigures.EMERGENCY_HOURS : hours, lookedAt == null ? ArrangementFigures.EMERGENCY_REVIEW_DAYS : lookedAt,
                rare == null ? ArrangementFigures.RARE_SURNAME : rare, agencies == null ? 0 : agencies, kinds.stream().map(Service::name).toList(), first.map(Service::name).orElse("")));
    }

    private static String text(int number) {
        return Integer.toString(number);
    }
}
