package org.panelhub.meetings;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.List;

import org.jboss.resteasy.reactive.RestForm;
import org.panelhub.page.Choice;
import org.panelhub.page.DateBoxes;
import org.panelhub.page.Dates;
import org.panelhub.page.Errors;
import org.panelhub.page.Field;

import io.quarkus.qute.TemplateData;

/**
 * A meeting's date and place as typed.
 *
 * @param until when it is expected to end; blank for the panel's usual length
 * @param invite the box that says that everyone on the panel is invited at once
 * @param anyway the box that says that a warning was read and the date is meant
 * @param outOfCycle "true" for an emergency meeting, which says why; anything else for a regular date
 * @param changeReason why the date or place of a meeting that stands is another one now
 * @param version of the meeting that was open in the form; empty for a new one
 */
@TemplateData
public record MeetingForm(@RestForm String panel, @RestForm("date-day") String day, @RestForm("date-month") String month, @RestForm("date-year") String year, @RestForm String time, @RestForm String until,
        @RestForm String venue, @RestForm String link, @RestForm String order, @RestForm String invite, @RestForm String anyway, @RestForm String version,
        @RestForm String outOfCycle, @RestForm String outOfCycleReason, @RestForm String changeReason) {

    /** What everyone may know of the order of business: no name, no case. */
    static final String USUAL_ORDER = String.join("\n", "Welcome, apologies, confidentiality declaration", "Actions of the last meeting", "Reviews", "New cases", "Other business",
            "Date of the next meeting");
    private static final int SHORTEST = 5;
    private static final int LONGEST_PLACE = 300;
    private static final int LONGEST_ORDER = 2000;
    static final int LONGEST_REASON = 200;

    /**
     * What was understood. Only to be used where {@code errors} are empty.
     *
     * @param emergency the reason of a meeting out of cycle; empty for a regular date
     * @param minutes that it is expected to last; null for the panel's usual length
     */
    record Understood(LocalDate day, OffsetDateTime startsAt, Integer minutes, String venue, String link, String order, String emergency, Errors errors) {
    }

    Understood validate(OffsetDateTime now) {
        var check = new Field.Check();
        LocalDate on = check.date("date", "Date of the meeting", date(), true);
        LocalTime at = check.time("time", "Start time", time, true);
        LocalTime end = check.time("until", "Expected end", until, false);
        check.that(at == null || end == null || end.isAfter(at.plusMinutes(SHORTEST - 1)), "until", "The expected end must be at least " + SHORTEST + " minutes after the start time");
        String place = check.text("venue", "Venue", venue, LONGEST_PLACE, false);
        String online = check.text("link", "Online link", link, LONGEST_PLACE, false);
        check.that(online.isEmpty() || online.startsWith("https://"), "link", "The online link must begin with https://");
        check.that(!place.isEmpty() || !online.isEmpty(), "venue", "Enter a venue, or an online link");
        String business = check.text("order", "Order of business", order, LONGEST_ORDER, true);
        String reason = check.text("outOfCycleReason", "Reason for the emergency meeting", emergency() ? outOfCycleReason : "", LONGEST_REASON, emergency());
        if (on == null || at == null) {
            return new Understood(null, null, null, place, online, business, reason, check.errors());
        }
        var startsAt = Dates.at(on, at);
        check.that(!on.isBefore(Dates.date(now)), "date", "The date of the meeting must be today or in the future");
        check.that(on.isBefore(Dates.date(now).plusYears(2)), "date", "The date of the meeting must be within two years");
        return new Understood(on, startsAt, end == null ? null : (int) Duration.between(at, end).toMinutes(), place, online, business, reason, check.errors());
    }

    boolean warningRead() {
        return "true".equals(anyway);
    }

    public boolean inviteNow() {
        return "true".equals(invite);
    }

    static MeetingForm of(MeetingHead meeting) {
        return of(meeting.panelId().toString(), meeting.day(), Dates.clock(meeting.startsAt()), Dates.clock(meeting.endsAt()), meeting.venue(), meeting.onlineLink(), meeting.orderOfBusiness(), "",
                meeting.version().toString()).outOfCycle(meeting.outOfCycle(), meeting.outOfCycleReason());
    }

    static MeetingForm of(String panel, LocalDate on, String time, String until, String venue, String link, String order, String anyway, String version) {
        var boxes = DateBoxes.of(on);
        return new MeetingForm(panel, boxes.day(), boxes.month(), boxes.year(), time, until, venue, link, order, "true", anyway, version, "false", "", "");
    }

    MeetingForm outOfCycle(boolean emergency, String reason) {
        return new MeetingForm(panel, day, month, year, time, until, venue, link, order, invite, anyway, version, Boolean.toString(emergency), reason, changeReason);
    }

    boolean emergency() {
        return "true".equals(outOfCycle);
    }

    /** As it is sent by the choice that is marked. */
    public String cycle() {
        return Boolean.toString(emergency());
    }

    public List<Choice> cycles() {
        return List.of(Choice.of("false", "A regular date"), Choice.of("true", "An emergency meeting, out of cycle"));
    }

    public DateBoxes date() {
        return new DateBoxes(day, month, year);
    }

    /** What is compared when two people change the same meeting. */
    List<String> texts() {
        return List.of(date().day() + "/" + date().month() + "/" + date().year(), Field.clean(time), Field.clean(until), Field.clean(venue), Field.clean(link), Field.clean(order),
                emergency() ? "An emergency meeting: " + Field.clean(outOfCycleReason) : "A regular date");
    }
}
