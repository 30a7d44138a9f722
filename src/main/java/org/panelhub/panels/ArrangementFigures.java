package org.panelhub.panels;

import java.time.LocalTime;
import java.util.List;

import org.panelhub.partnership.Service;

import io.quarkus.qute.TemplateData;

/**
 * How a panel works.
 *
 * @param recurrence when it meets, as people say it: "second Thursday"
 * @param lengthMinutes minutes that a meeting is expected to last, as people's calendars say
 * @param minutesPerCase minutes on the agenda for each case
 * @param cutOffDays working days before the meeting by which a referral must be in
 * @param agendaDays working days before the meeting by which the agenda is out
 * @param researchDays working days that an agency has to answer
 * @param actionsDays working days after the meeting by which actions are out
 * @param minutesDays working days after the meeting by which minutes are out
 * @param triageDays working days from receipt to the decision on a referral
 * @param reviewWeeks weeks until a protection plan is reviewed
 * @param noticeDays calendar days' written notice before a case is closed
 * @param disclosureMonths months for which information is released unless told otherwise
 * @param emergencyHours hours for which a case may be opened in an emergency, at most
 * @param emergencyReviewDays calendar days within which an emergency access is reviewed
 * @param rareSurname people of the partnership who may bear a surname for the chair still to be told when a member and a person of a case share it; 0 for never
 * @param quorumAgencies agencies that must be in the room for the panel to be quorate; 0 where no number is arranged
 * @param quorumKinds kinds of agency (names of {@link Service}) of each of which one must be in the room
 * @param firstSpeaker the kind of agency that speaks first on each case; empty where none does
 */
@TemplateData
public record ArrangementFigures(String recurrence, LocalTime startsAt, String venue, String onlineLink, int lengthMinutes, int minutesPerCase, int cutOffDays,
        int agendaDays, int researchDays, int actionsDays, int minutesDays, int triageDays, int reviewWeeks, int noticeDays,
        int disclosureMonths, int emergencyHours, int emergencyReviewDays, int rareSurname, int quorumAgencies, List<String> quorumKinds, String firstSpeaker) {

    /** Where nothing else is agreed. */
    static final int LENGTH_MINUTES = 120;
    static final int EMERGENCY_HOURS = 4;
    static final int EMERGENCY_REVIEW_DAYS = 3;
    static final int RARE_SURNAME = 4;

    /** The kinds that must be there, in words. */
    public List<String> quorumWords() {
        return quorumKinds.stream().map(Service::words).toList();
    }

    /** The kind that speaks first in words, or null. */
    public String firstWords() {
        return firstSpeaker.isEmpty() ? null : Service.words(firstSpeaker);
    }

    ArrangementFigures unscheduled() {
        return new ArrangementFigures("", null, "", "", lengthMinutes, minutesPerCase, cutOffDays, agendaDays, researchDays, actionsDays, minutesDays, triageDays, reviewWeeks, noticeDays, disclosureMonths, emergencyHours,
                emergencyReviewDays, rareSurname, quorumAgencies, quorumKinds, firstSpeaker);
    }
}
