package org.panelhub.meetings;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import org.panelhub.access.Forbidden;
import org.panelhub.access.NotFound;
import org.panelhub.access.Permission;
import org.panelhub.access.Permissions;
import org.panelhub.identity.Viewers;
import org.panelhub.page.Dates;
import org.panelhub.page.Field;
import org.panelhub.panels.ArrangementFigures;
import org.panelhub.panels.PanelView;
import org.panelhub.panels.Panels;
import org.panelhub.time.Recurrence;
import org.panelhub.time.WorkingDays;

import jakarta.enterprise.context.ApplicationScoped;

/** Sets dates: the next one as the panel arranged it, its cut-off and agenda day counted back in working days. */
@ApplicationScoped
public class Scheduling {


    private final Meetings meetings;
    private final Attendances attendances;
    private final Panels panels;
    private final WorkingDays workingDays;
    private final Viewers viewers;
    private final Permissions permissions;
    private final MeetingNews news;

    Scheduling(Meetings meetings, Attendances attendances, Panels panels, WorkingDays workingDays, Viewers viewers, Permissions permissions, MeetingNews news) {
        this.meetings = meetings;
        this.attendances = attendances;
        this.panels = panels;
        this.workingDays = workingDays;
        this.viewers = viewers;
        this.permissions = permissions;
        this.news = news;
    }

    /** The panels whose meetings the viewer may schedule. */
    public List<PanelView> panels() {
        return panels.list().stream().filter(p -> permissions.may(Permission.SCHEDULE, p.id())).toList();
    }

    /**
     * The panel, whose meetings the viewer may schedule.
     *
     * @throws NotFound when there is none in this partnership
     * @throws Forbidden when the viewer does not schedule its meetings
     */
    public PanelView panel(UUID panelId) {
        var panel = panels.byId(panelId);
        permissions.require(Permission.SCHEDULE, panelId);
        return panel;
    }

    /** The next date after the last one that stands, as the panel meets, at its usual time and place. Empty boxes where the panel has not said how it meets. */
    public MeetingForm propose(UUID panelId) {
        permissions.require(Permission.SCHEDULE, panelId);
        var today = viewers.current().today();
        var after = meetings.lastPlanned(panelId).map(last -> last.isAfter(today) ? last : today).orElse(today);
        var next = panels.arrangementOn(panelId, today).map(a -> next(a.figures(), after)).orElse(null);
        var figures = figures(panelId, next == null ? today : next);
        return MeetingForm.of(panelId.toString(), next, figures == null ? "10:00" : Dates.clock(figures.startsAt()), figures == null ? "" : end(figures), figures == null ? "" : figures.venue(),
                figures == null ? "" : figures.onlineLink(), MeetingForm.USUAL_ORDER, "", "");
    }

    /** Empty where it would be on the next day, which is not typed here. */
    private static String end(ArrangementFigures figures) {
        var end = figures.startsAt().plusMinutes(figures.lengthMinutes());
        return end.isAfter(figures.startsAt()) ? Dates.clock(end) : "";
    }

    /** How the panel meets, in words, or null. */
    public String rhythm(UUID panelId) {
        return panels.arrangementOn(panelId, viewers.current().today()).map(a -> words(a.figures().recurrence())).orElse(null);
    }

    private LocalDate next(ArrangementFigures figures, LocalDate after) {
        try {
            return Recurrence.parse(figures.recurrence()).next(after, workingDays);
        } catch (Recurrence.NotUnderstood e) {
            return null;
        }
    }

    private static String words(String recurrence) {
        try {
            return Recurrence.parse(recurrence).words();
        } catch (Recurrence.NotUnderstood e) {
            return recurrence;
        }
    }

    /**
     * What must be read before that date stands. An emergency waits for no cut-off, working day or other date; but at one moment a panel meets
     * once: there the form came twice.
     */
    public List<String> warnings(UUID panelId, MeetingForm.Understood typed, UUID except) {
        var warnings = warnings(panelId, typed.day(), except);
        if (typed.emergency().isEmpty()) {
            return warnings;
        }
        var twice = meetings.onDay(panelId, typed.day()).stream().anyMatch(m -> !m.id().equals(except) && m.startsAt().equals(typed.startsAt().toInstant()));
        return twice ? List.of(warnings.getFirst()) : List.of();
    }

    /** What a careful coordinator would want to know before a regular date stands. */
    public List<String> warnings(UUID panelId, LocalDate day, UUID except) {
        var warnings = new ArrayList<String>();
        meetings.onDay(panelId, day).stream().filter(m -> !m.id().equals(except)).findFirst()
                .ifPresent(m -> warnings.add(m.panelShort() + " already has a meeting on " + Dates.full(day) + ", at " + Dates.clock(m.startsAt()) + "."));
        if (workingDays.isBankHoliday(day)) {
            warnings.add(Dates.full(day) + " is a bank holiday.");
        } else if (!workingDays.isWorkingDay(day)) {
            warnings.add(Dates.full(day) + " is not a working day.");
        }
        var cutOff = workingDays.subtract(day, panels.figuresOn(panelId, day).cutOffDays());
        if (except == null && cutOff.isBefore(viewers.current().today())) {
            warnings.add("Cases for it had to be in by " + Dates.full(cutOff) + ".");
        }
        return warnings;
    }

    public Meeting plan(UUID panelId, MeetingForm.Understood typed) {
        permissions.require(Permission.SCHEDULE, panelId);
        panels.byId(panelId);
        var meeting = new Meeting(viewers.current().partnershipId(), panelId);
        arrange(meeting, typed);
        meetings.persist(meeting);
        return meeting;
    }

    /** What was said of why it changes. Needed where a day or time is taken back that people were invited for. */
    String reason(Meeting meeting, MeetingForm form, MeetingForm.Understood typed) {
        var check = new Field.Check();
        var owed = !meeting.startsAt().isEqual(typed.startsAt()) && attendances.anybodyInvited(meeting.id());
        var reason = check.text("changeReason", "Why it is changed", form.changeReason(), MeetingForm.LONGEST_REASON, false);
        check.that(!owed || !reason.isEmpty(), "changeReason", "Say why it is moved: people were invited");
        check.errors().all().forEach(e -> typed.errors().add(e.field(), e.message()));
        return reason;
    }

    /** Moves it, or changes where it is. Everyone who was invited is told, and why. */
    public void change(Meeting meeting, MeetingForm.Understood typed, String reason) {
        permissions.require(Permission.SCHEDULE, meeting.panelId());
        var before = meeting.startsAt();
        var sequence = meeting.sequence();
        arrange(meeting, typed);
        if (meeting.sequence() != sequence) {
            meeting.changed(reason);
            meetings.flush();
            news.moved(meeting, before);
        }
    }

    public void cancel(Meeting meeting, String reason) {
        permissions.require(Permission.SCHEDULE, meeting.panelId());
        meeting.cancel(reason);
        meetings.flush();
        news.cancelled(meeting);
    }

    private void arrange(Meeting meeting, MeetingForm.Understood typed) {
        var figures = panels.figuresOn(meeting.panelId(), typed.day());
        var notBefore = typed.emergency().isEmpty() ? LocalDate.MIN : viewers.current().today();
        meeting.arrange(typed.startsAt(), typed.minutes() == null ? figures.lengthMinutes() : typed.minutes(), typed.venue(), typed.link(), before(typed.day(), figures.cutOffDays(), notBefore), before(typed.day(), figures.agendaDays(), notBefore));
        meeting.orderOfBusiness(typed.order());
        meeting.outOfCycle(typed.emergency());
    }

    private LocalDate before(LocalDate day, int days, LocalDate notBefore) {
        var counted = workingDays.subtract(day, days);
        return counted.isBefore(notBefore) ? notBefore : counted;
    }

    /** Minutes that the panel plans for a case on that day. */
    public int minutesPerCase(UUID panelId, LocalDate day) {
        return panels.figuresOn(panelId, day).minutesPerCase();
    }

    private ArrangementFigures figures(UUID panelId, LocalDate day) {
        return panels.arrangementOn(panelId, day).map(a -> a.figures()).orElse(null);
    }
}
