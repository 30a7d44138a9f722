package org.panelhub.meetings;

import java.util.List;

import io.quarkus.qute.TemplateData;

/**
 * The page of one meeting.
 *
 * @param agenda what the viewer sees of it
 * @param noAgenda why there is nothing to see, or null
 * @param people on the list; for who does not see it, none
 * @param myReply the viewer's own, or null before any
 * @param signed when the viewer signed the declaration, in words, or null
 * @param guestFor the cases for which the viewer is invited as a guest, as far as they are open to it
 * @param bound false for a guest whom neither a signature nor an undertaking binds yet
 * @param deputiesNeeded for those who prepare, while the meeting is ahead
 * @param uninvited how many of the panel are not on the list yet, for who may invite them
 * @param cannotSign why the viewer cannot sign now, or null
 */
@TemplateData
public record MeetingView(MeetingHead head, Timetable agenda, String noAgenda, List<AgendaChangeView> changes, List<AttendanceView> people, Attendance.Reply myReply,
        boolean informationSent, boolean mayReply, String signed, String cannotSign, boolean maySchedule, boolean mayPublish, boolean mayRun,
        List<String> guestFor, boolean bound, List<Agendas.DeputyNeeded> deputiesNeeded, long uninvited) {

    public List<AttendanceView> members() {
        return people.stream().filter(p -> !p.observer()).toList();
    }

    public List<AttendanceView> observers() {
        return people.stream().filter(AttendanceView::observer).toList();
    }

    public String marking() {
        return agenda.slots().stream().anyMatch(s -> s.line().ofCase()) ? head.marking() : null;
    }

    public boolean coming() {
        return myReply == Attendance.Reply.COMING;
    }

    public boolean apologies() {
        return myReply == Attendance.Reply.APOLOGIES;
    }
}
