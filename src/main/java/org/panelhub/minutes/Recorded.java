package org.panelhub.minutes;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.panelhub.identity.Role;
import org.panelhub.meetings.AgendaLine;
import org.panelhub.page.Dates;
import org.panelhub.panels.Panels;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;

/**
 * What a meeting left behind, worked into paragraphs: the writer sees only what the rule lets it see, so what was released past the writer
 * is not in the minutes. The order is that of the panel's template, and for the cases that of the agenda.
 */
@ApplicationScoped
class Recorded {

    private final EntityManager database;
    private final Panels panels;

    Recorded(EntityManager database, Panels panels) {
        this.database = database;
        this.panels = panels;
    }

    List<Drafted> of(MeetingFacts meeting) {
        var layout = new Layout(panels.termsOn(meeting.panelId(), meeting.day()));
        List<Drafted> all = new ArrayList<>(people(meeting, layout));
        all.add(Drafted.general("reminder", layout.first(Heading.REMINDER), Heading.REMINDER, meeting.declaration()));
        all.addAll(lastActions(meeting, layout));
        all.addAll(reasons(meeting, layout));
        all.addAll(late(meeting, layout));
        all.addAll(information(meeting, layout));
        all.addAll(spoken(meeting, layout));
        all.addAll(decisions(meeting, layout));
        all.addAll(plans(meeting, layout));
        all.addAll(actions(meeting, layout));
        all.addAll(otherBusiness(meeting, layout));
        return all.stream().filter(d -> layout.has(d.heading())).toList();
    }

    /** Where a note on a case, or on none, is added. */
    int placeForNote(UUID meetingId, UUID caseId) {
        if (caseId == null) {
            return Layout.CLOSING_NOTE;
        }
        return rows("select a.id, a.case_id, a.position, '' from hub.agenda_item a where a.meeting_id = ?1 and a.case_id = ?2", OnCase.class, meetingId, caseId)
                .stream().map(c -> Layout.notesOfCase(c.position)).findFirst().orElse(Layout.CLOSING_NOTE);
    }

    // ---- Who was there

    private record Someone(UUID memberId, String name, String agency, String capacity, String reply, boolean informationSent, boolean present, boolean signed, String roles) {

        String words() {
            var who = Stream.of(name, agency).filter(s -> s != null && !s.isBlank()).collect(Collectors.joining(", "));
            var seats = roles == null ? "" : Stream.of(roles.split(",")).map(Role::valueOf)
                    .filter(r -> r == Role.CHAIR || r == Role.VICE_CHAIR || r == Role.INDEPENDENT_CHAIR || r == Role.COORDINATOR).map(Role::label).collect(Collectors.joining(", "));
            return (who.isEmpty() ? "A member" : who) + (seats.isEmpty() ? "" : " (" + seats.toLowerCase(java.util.Locale.ENGLISH) + ")");
        }
    }

    private List<Drafted> people(MeetingFacts meeting, Layout layout) {
        var everyone = rows("""
                select w.member_id, m.name, g.name, coalesce(a.capacity, 'MEMBER'), coalesce(a.reply, 'COMING'), coalesce(a.information_sent, false),
                       coalesce(a.present, false) or d.id is not null, d.id is not null,
                       (select string_agg(distinct s.role, ',' order by s.role) from hub.seat s where s.member_id = w.member_id and s.panel_id = ?2 and s.during @> cast(?3 as date))
                  from (select member_id from hub.attendance where meeting_id = ?1
                        union select member_id from hub.declaration where meeting_id = ?1 and purpose = 'MEETING') w
                  left join hub.attendance a on a.meeting_id = ?1 and a.member_id = w.member_id
                  left join hub.declaration d on d.meeting_id = ?1 and d.member_id = w.member_id and d.purpose = 'MEETING'
                  left join hub.member m on m.id = w.member_id
                  left join hub.agency g on g.id = m.agency_id
                 order by g.name nulls first, m.name""", Someone.class, meeting.id(), meeting.panelId(), meeting.day());
        var present = everyone.stream().filter(s -> s.present && !s.capacity.equals("OBSERVER"))
                .map(s -> s.words() + (s.capacity.equals("GUEST") ? ", guest for one case" : "") + (s.signed ? "" : ", declaration not signed")).toList();
        var observers = everyone.stream().filter(s -> s.capacity.equals("OBSERVER") && (s.present || !s.reply.equals("APOLOGIES")))
                .map(s -> s.words() + (s.signed ? ": declaration signed" : ": declaration not signed")).toList();
        var apologies = everyone.stream().filter(s -> !s.present && s.reply.equals("APOLOGIES"))
                .map(s -> s.words() + (s.informationSent ? ": information sent" : ": no information sent")).toList();
        return List.of(
                Drafted.general("present", layout.first(Heading.PRESENT), Heading.PRESENT, listed(present, "Nobody is recorded as present.") + meeting.quorum()),
                Drafted.general("observers", layout.first(Heading.OBSERVERS), Heading.OBSERVERS, listed(observers, "No observers.")),
                Drafted.general("apologies", layout.first(Heading.APOLOGIES), Heading.APOLOGIES, listed(apologies, "No apologies.")));
    }

    private static String listed(List<String> lines, String none) {
        return lines.isEmpty() ? none : String.join("\n", lines);
    }

    // ---- Incomplete actions of last time

    private record LastAction(UUID id, UUID caseId, String task, String outcome, String state, LocalDate due, String agency) {
    }

    private List<Drafted> lastActions(MeetingFacts meeting, Layout layout) {
        var incomplete = rows("""
                select a.id, a.case_id, a.task, a.outcome, a.state, a.due_on, g.name
                  from hub.action a left join hub.agency g on g.id = a.owner_agency_id join hub.meeting m on m.id = ?1
                 where a.panel_id = m.panel_id and a.meeting_id is distinct from m.id and a.made_at < coalesce(m.opened_at, m.starts_at)
                   and (a.state = 'OPEN' and a.due_on < ?2
                     or a.state in ('NOT_POSSIBLE', 'NOT_DONE') and a.closed_at <= coalesce(m.closed_at, hub.now()) and a.closed_at > coalesce(
                       (select max(coalesce(b.closed_at, b.starts_at)) from hub.meeting b where b.panel_id = m.panel_id and b.starts_at < m.starts_at and b.state = 'CLOSED'), '-infinity'))
                 order by g.name, a.due_on, a.id""", LastAction.class, meeting.id(), meeting.day());
        if (incomplete.isEmpty()) {
            return List.of(Drafted.general("last actions", layout.first(Heading.LAST_ACTIONS), Heading.LAST_ACTIONS, "No action of last time is incomplete."));
        }
        List<Drafted> all = new ArrayList<>();
        int not = layout.first(Heading.LAST_ACTIONS);
        int possible = (not + layout.end(Heading.LAST_ACTIONS)) / 2;
        for (var action : incomplete) {
            boolean notPossible = action.state.equals("NOT_POSSIBLE");
            var why = action.state.equals("OPEN") ? "No report." : sentence(action.outcome);
            all.add(new Drafted("last action " + action.id, notPossible ? not++ : possible++, Heading.LAST_ACTIONS, action.caseId, null, null,
                    (notPossible ? "No longer possible: " : "Not done: ") + sentence(action.task) + " " + owner(action.agency, null) + ", due " + Dates.day(action.due) + ". " + why, List.of()));
        }
        return all;
    }

    // ---- Case by case

    private record OnCase(UUID agendaItemId, UUID caseId, int position, String text) {
        int place(int within) {
            return Layout.ofCase(position) + within;
        }
    }

    private List<Drafted> reasons(MeetingFacts meeting, Layout layout) {
        return rows("select a.id, a.case_id, a.position, c.summary from hub.agenda_item a join hub.case_file c on c.id = a.case_id where a.meeting_id = ?1 and c.summary <> ''",
                OnCase.class, meeting.id()).stream()
                .map(c -> Drafted.onCase("reason " + c.caseId, c.place(layout.first(Heading.REASON)), Heading.REASON, c.caseId, c.agendaItemId, c.text)).toList();
    }

    private record Late(UUID agendaItemId, UUID caseId, int position, String leaveBy, String reason) {
    }

    /** By whose leave a case was heard that came after the cut-off: with its reason, or where the panel minutes none, with the first part that there is. */
    private List<Drafted> late(MeetingFacts meeting, Layout layout) {
        var heading = Stream.of(Heading.REASON, Heading.INFORMATION, Heading.RISK, Heading.DECISION, Heading.ACTIONS).filter(layout::has).findFirst();
        return heading.isEmpty() ? List.of() : rows("""
                select a.id, a.case_id, a.position, coalesce(m.name, 'the chair'), a.late_reason
                  from hub.agenda_item a join hub.case_file c on c.id = a.case_id left join hub.member m on m.id = a.leave_by
                 where a.meeting_id = ?1 and a.leave_by is not null and a.started_at is not null""", Late.class, meeting.id()).stream()
                .map(l -> Drafted.onCase("late " + l.caseId, Layout.ofCase(l.position) + layout.first(heading.get()) + 1, heading.get(), l.caseId, l.agendaItemId, AgendaLine.late(l.leaveBy, l.reason))).toList();
    }

    private record Shared(UUID agendaItemId, UUID caseId, int position, UUID itemId, UUID agencyId, String body) {
    }

    /** One paragraph an item: what was released since the case was last on a closed meeting's agenda, or said aloud at this one. */
    private List<Drafted> information(MeetingFacts meeting, Layout layout) {
        List<Drafted> all = new ArrayList<>();
        var places = new Places(layout.first(Heading.INFORMATION), layout.end(Heading.INFORMATION));
        for (var item : rows("""
                select a.id, a.case_id, a.position, i.id, i.agency_id, i.body
                  from hub.agenda_item a join hub.meeting m on m.id = a.meeting_id join hub.item i on i.case_id = a.case_id left join hub.agency g on g.id = i.agency_id
                 where a.meeting_id = ?1 and i.state = 'RELEASED'
                   and (i.meeting_id = m.id or i.meeting_id is null and exists (select from hub.disclosure d where d.item_id = i.id and d.withdrawn_at is null
                     and d.released_at <= coalesce(m.closed_at, hub.now())
                     and d.released_at > coalesce((select max(b.closed_at) from hub.agenda_item o join hub.meeting b on b.id = o.meeting_id
                       where o.case_id = a.case_id and b.state = 'CLOSED' and b.starts_at < m.starts_at), '-infinity')))
                 order by a.position, g.name, i.how desc, i.made_at, i.id""", Shared.class, meeting.id())) {
            all.add(new Drafted("item " + item.itemId, Layout.ofCase(item.position) + places.next(item.caseId), Heading.INFORMATION,
                    item.caseId, item.agendaItemId, item.agencyId, item.body, List.of(item.itemId)));
        }
        return all;
    }

    private record Researched(UUID id, UUID agendaItemId, UUID caseId, int position, UUID agencyId, String agency, boolean shared) {
    }

    /** Of each agency whose research is only spoken: that it researched, and that it shared, never what. That it did not share is for nobody to conclude from. */
    private List<Drafted> spoken(MeetingFacts meeting, Layout layout) {
        return rows("""
                select q.id, a.id, a.case_id, a.position, g.id, g.name, q.spoken is not distinct from 'SHARED_VERBALLY'
                  from hub.agenda_item a join hub.meeting m on m.id = a.meeting_id join hub.research_request q on q.case_id = a.case_id and q.answer = 'RESEARCHED' join hub.agency g on g.id = q.agency_id
                 where a.meeting_id = ?1 and coalesce(q.spoken_at, q.answered_at) <= coalesce(m.closed_at, hub.now())
                   and coalesce(q.spoken_at, q.answered_at) > coalesce((select max(b.closed_at) from hub.agenda_item o join hub.meeting b on b.id = o.meeting_id
                     where o.case_id = a.case_id and b.state = 'CLOSED' and b.starts_at < m.starts_at), '-infinity')""", Researched.class, meeting.id()).stream()
                .map(r -> new Drafted("research " + r.id, Layout.ofCase(r.position) + layout.end(Heading.INFORMATION) - 1, Heading.INFORMATION, r.caseId, r.agendaItemId, r.agencyId,
                        r.shared ? "Researched, shared verbally." : "Researched.", List.of())).toList();
    }

    private record Decided(UUID id, UUID agendaItemId, UUID caseId, int position, String before, String after, String rationale, String dissent, String outcome) {
    }

    private List<Drafted> decisions(MeetingFacts meeting, Layout layout) {
        return rows("""
                select d.id, d.agenda_item_id, d.case_id, a.position, d.risk_before, d.risk_after, d.rationale, d.dissent, d.outcome
                  from hub.decision d join hub.agenda_item a on a.id = d.agenda_item_id where d.meeting_id = ?1""", Decided.class, meeting.id()).stream().flatMap(d -> {
            int place = Layout.ofCase(d.position);
            var risk = "Before: " + risk(d.before) + ". After: " + risk(d.after) + ".\n" + sentence(d.rationale) + (d.dissent.isBlank() ? "" : "\nDissent: " + sentence(d.dissent));
            return Stream.of(Drafted.onCase("risk " + d.id, place + layout.first(Heading.RISK), Heading.RISK, d.caseId, d.agendaItemId, risk),
                    Drafted.onCase("decision " + d.id, place + layout.first(Heading.DECISION), Heading.DECISION, d.caseId, d.agendaItemId, sentence(d.outcome)));
        }).toList();
    }

    private record Planned(UUID id, UUID agendaItemId, UUID caseId, int position, String aims, String measures, String victimView, LocalDate consulted, LocalDate review, String manager,
            String managerAgency) {
    }

    private List<Drafted> plans(MeetingFacts meeting, Layout layout) {
        return rows("""
                select p.id, a.id, p.case_id, a.position, p.aims, p.measures, p.victim_view, p.victim_consulted_on, p.review_on, m.name, g.name
                  from hub.plan p join hub.agenda_item a on a.meeting_id = p.meeting_id and a.case_id = p.case_id
                  left join hub.case_team t on t.case_id = p.case_id and t.role = 'CASE_MANAGER' and t.during @> hub.today()
                  left join hub.member m on m.id = t.member_id left join hub.agency g on g.id = m.agency_id
                 where p.meeting_id = ?1 and p.edition = (select max(q.edition) from hub.plan q where q.case_id = p.case_id and q.meeting_id = p.meeting_id)""", Planned.class, meeting.id())
                .stream().map(p -> {
                    List<String> lines = new ArrayList<>();
                    if (p.manager != null) {
                        lines.add("Case manager: " + p.manager + (p.managerAgency == null ? "" : ", " + p.managerAgency) + ".");
                    }
                    lines.add("Aims: " + sentence(p.aims));
                    if (!p.measures.isBlank()) {
                        lines.add("Measures: " + sentence(p.measures));
                    }
                    if (!p.victimView.isBlank()) {
                        lines.add("The person’s view" + (p.consulted == null ? "" : ", asked on " + Dates.day(p.consulted)) + ": " + sentence(p.victimView));
                    }
                    lines.add("Reviewed by " + Dates.day(p.review) + ".");
                    return Drafted.onCase("plan " + p.caseId, Layout.ofCase(p.position) + layout.first(Heading.PLAN), Heading.PLAN, p.caseId, p.agendaItemId, String.join("\n", lines));
                }).toList();
    }

    private record Agreed(UUID id, UUID agendaItemId, UUID caseId, Integer position, String task, LocalDate due, String agency, String person) {
    }

    private List<Drafted> actions(MeetingFacts meeting, Layout layout) {
        List<Drafted> all = new ArrayList<>();
        var places = new Places(layout.first(Heading.ACTIONS), layout.end(Heading.ACTIONS));
        for (var action : rows("""
                select c.id, a.id, c.case_id, a.position, c.task, c.due_on, g.name, m.name
                  from hub.action c left join hub.agenda_item a on a.meeting_id = c.meeting_id and a.case_id = c.case_id
                  left join hub.agency g on g.id = c.owner_agency_id left join hub.member m on m.id = c.owner_member_id
                 where c.meeting_id = ?1 order by a.position, c.due_on, c.made_at, c.id""", Agreed.class, meeting.id())) {
            int base = action.position == null ? layout.first(Heading.OTHER_BUSINESS) : Layout.ofCase(action.position);
            all.add(Drafted.onCase("action " + action.id, base + places.next(action.caseId), Heading.ACTIONS, action.caseId, action.agendaItemId,
                    sentence(action.task) + " " + owner(action.agency, action.person) + ", due " + Dates.day(action.due) + "."));
        }
        return all;
    }

    private List<Drafted> otherBusiness(MeetingFacts meeting, Layout layout) {
        var other = rows("select a.id, a.case_id, a.position, a.title from hub.agenda_item a where a.meeting_id = ?1 and a.kind in ('OPENING', 'OTHER_BUSINESS', 'NOTE') and a.case_id is null order by a.position",
                OnCase.class, meeting.id());
        return other.stream().map(o -> Drafted.general("business " + o.agendaItemId, layout.first(Heading.OTHER_BUSINESS) + o.position, Heading.OTHER_BUSINESS, sentence(o.text) + " Nothing was recorded.")).toList();
    }

    /** The places of one heading, counted case by case; a case that has more than there is room for keeps the rest at the last place, before the next heading. */
    private static final class Places {
        private final int first;
        private final int end;
        private final Map<UUID, Integer> taken = new HashMap<>();

        Places(int first, int end) {
            this.first = first;
            this.end = end;
        }

        int next(UUID caseId) {
            return Math.min(first + taken.merge(caseId, 1, Integer::sum), end) - 1;
        }
    }

    private static String risk(String stored) {
        return stored.equals("NONE") ? "not assessed" : stored.toLowerCase(java.util.Locale.ENGLISH);
    }

    private static String owner(String agency, String person) {
        return (agency == null ? "Owner not named" : agency) + (person == null ? "" : " (" + person + ")");
    }

    private static String sentence(String text) {
        var stripped = text.strip();
        return stripped.isEmpty() || ".?!…".indexOf(stripped.charAt(stripped.length() - 1)) >= 0 ? stripped : stripped + ".";
    }

    private <T> List<T> rows(String sql, Class<T> type, Object... parameters) {
        var query = database.createNativeQuery(sql, type);
        for (int n = 0; n < parameters.length; n++) {
            query.setParameter(n + 1, parameters[n]);
        }
        return query.getResultList();
    }
}
