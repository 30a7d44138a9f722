package org.panelhub.room;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

import org.hibernate.Session;
import org.panelhub.identity.Viewers;
import org.panelhub.meetings.MeetingHead;
import org.panelhub.page.Choice;
import org.panelhub.page.Words;
import org.panelhub.panels.Panels;
import org.panelhub.time.WorkingDays;

import jakarta.enterprise.context.ApplicationScoped;

/** What the forms of the room offer to choose from, and what they hold before anyone types. */
@ApplicationScoped
class RoomChoices {

    private static final String AGENCIES = """
            select a.id, a.short_name, x.seated from hub.agency a cross join lateral (select a.id in (select e.agency_id from hub.panel_agency e where e.panel_id = ?1)
               or a.id in (select m.agency_id from hub.seat s join hub.member m on m.id = s.member_id where s.panel_id = ?1 and s.during @> hub.today()) as seated) x
             order by not x.seated, a.short_name""";
    private static final String PEOPLE = """
             from hub.member m left join hub.agency a on a.id = m.agency_id
             where m.active and m.id in (select access.open_to(?2, array(select s.member_id from hub.seat s where s.panel_id = ?1 and s.during @> hub.today())))""";

    private final Session rows;
    private final Panels panels;
    private final WorkingDays workingDays;
    private final Viewers viewers;

    RoomChoices(Session rows, Panels panels, WorkingDays workingDays, Viewers viewers) {
        this.rows = rows;
        this.panels = panels;
        this.workingDays = workingDays;
        this.viewers = viewers;
    }

    record Named(UUID id, String name) {
    }

    /** Agencies that may speak or be given an action: those around the table first, then the rest of the partnership. */
    List<Choice> agencies(UUID panelId) {
        return seats(panelId).map(a -> Choice.of(a.id(), a.name())).toList();
    }

    /** Agencies with a seat here that stand by the protocol: what they say can be minuted for those present. */
    List<Choice> speakers(UUID panelId) {
        return choices("""
                select a.id, a.short_name from hub.agency a
                 where a.id in (select m.agency_id from access.panel_standing s join hub.member m on m.id = s.member_id where s.panel_id = ?1 and s.signed) order by a.short_name""", panelId);
    }

    /** People who sit on the panel and to whom neither bar nor seal shuts the case that is heard. */
    List<Choice> people(UUID panelId, UUID caseId) {
        return rows.createNativeQuery("select m.id, m.name || coalesce(', ' || a.short_name, '') " + PEOPLE + " order by 2", Named.class)
                .setParameter(1, panelId).setParameter(2, caseId).getResultStream().map(n -> Choice.of(n.id, Words.upper(n.name))).toList();
    }

    /** What the line understands in which an action is taken down as it is spoken. */
    SpokenActions spoken(MeetingHead head, UUID caseId, LocalDate earliest) {
        var agencies = seats(head.panelId()).toList();
        var people = rows.createNativeQuery("select m.id, m.agency_id, m.name " + PEOPLE, SpokenActions.Person.class).setParameter(1, head.panelId()).setParameter(2, caseId).getResultList();
        return new SpokenActions(agencies, people, usualDue(head), earliest, viewers.current().today(), workingDays);
    }

    private Stream<SpokenActions.Agency> seats(UUID panelId) {
        return rows.createNativeQuery(AGENCIES, SpokenActions.Agency.class).setParameter(1, panelId).getResultStream().map(a -> new SpokenActions.Agency(a.id(), Words.upper(a.name()), a.seated()));
    }

    private List<Choice> choices(String sql, UUID panelId) {
        return rows.createNativeQuery(sql, Named.class).setParameter(1, panelId).getResultStream().map(n -> Choice.of(n.id, Words.upper(n.name))).toList();
    }

    /** What the panel's decisions are chosen from, by its terms of reference; may be empty. */
    List<String> outcomes(MeetingHead head) {
        return panels.termsOn(head.panelId(), head.day()).outcomes();
    }

    /** When an action is due unless it is said otherwise: by the working days after the meeting that the panel arranged, and never before tomorrow. */
    LocalDate usualDue(MeetingHead head) {
        var days = panels.figuresOn(head.panelId(), head.day()).actionsDays();
        var today = viewers.current().today();
        return workingDays.add(head.day().isAfter(today) ? head.day() : today, Math.max(1, days));
    }

    /** When a plan that is made today is looked at again. */
    LocalDate usualReview(MeetingHead head) {
        var weeks = panels.figuresOn(head.panelId(), head.day()).reviewWeeks();
        return workingDays.onOrAfter(viewers.current().today().plusWeeks(weeks));
    }

    /** Who manages the case, if the viewer may know. */
    Optional<UUID> manager(UUID caseId) {
        return rows.createNativeQuery("select member_id from hub.case_team where case_id = ?1 and role = 'CASE_MANAGER' and during @> hub.today()", UUID.class).setParameter(1, caseId)
                .uniqueResultOptional();
    }

    /** From then on what was said is frozen in the minutes. */
    boolean minutesAgreed(UUID meetingId) {
        return !rows.createNativeQuery("select 1 from hub.minutes where meeting_id = ?1 and state <> 'DRAFT'", Integer.class).setParameter(1, meetingId).getResultList().isEmpty();
    }
}
