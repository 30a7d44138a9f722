package org.panelhub.actions;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

import org.hibernate.Session;
import org.panelhub.access.NotFound;
import org.panelhub.audit.Reads;
import org.panelhub.identity.Viewers;
import org.panelhub.live.Watching;
import org.panelhub.page.Dates;
import org.panelhub.time.WorkingDays;

import jakarta.enterprise.context.ApplicationScoped;

/** The action tracker: reads the actions that the viewer sees, by owner, panel, case and day, and puts on record that they were read. */
@ApplicationScoped
public class Tracker {

    private static final String SHOWN = """
            select a.id, a.task, a.panel_id, p.short_name as panel, p.marking, a.case_id, c.reference, a.owner_agency_id, g.name as owner, g.short_name as owner_short,
                   a.owner_member_id, m.name as person, a.due_on, a.state, a.outcome, a.made_at, b.name as made_by, a.closed_at, t.starts_at, a.version
            """;
    private static final String WITH_NAMES = """
             join hub.panel p on p.id = a.panel_id join hub.agency g on g.id = a.owner_agency_id
              left join hub.member m on m.id = a.owner_member_id left join hub.member b on b.id = a.made_by
              left join hub.case_file c on c.id = a.case_id left join hub.meeting t on t.id = a.meeting_id
            """;
    private static final String COLUMNS = SHOWN + " from hub.action a" + WITH_NAMES;
    private static final String MINE = " (a.owner_member_id = hub.viewer() or (a.owner_member_id is null and a.owner_agency_id = hub.agency())) ";

    private final Session database;
    private final Viewers viewers;
    private final WorkingDays workingDays;
    private final Reads reads;
    private final Watching watching;

    Tracker(Session database, Viewers viewers, WorkingDays workingDays, Reads reads, Watching watching) {
        this.database = database;
        this.viewers = viewers;
        this.workingDays = workingDays;
        this.reads = reads;
        this.watching = watching;
    }

    record Row(UUID id, String task, UUID panelId, String panel, String marking, UUID caseId, String caseReference, UUID ownerAgencyId, String owner, String ownerShort,
            UUID ownerMemberId, String person, LocalDate dueOn, String state, String outcome, Instant madeAt, String madeBy, Instant closedAt, Instant meetingAt, Integer version) {
    }

    /** @param next the address of the next page, or null at the end */
    public record Found(List<ActionView> actions, String next) {
    }

    /** One page of what the filter asks for, by the day it is due. */
    public Found list(ActionFilter filter) {
        var where = new StringBuilder(" where true");
        where.append(switch (filter.whose()) {
            case "mine" -> " and" + MINE;
            case "agency" -> " and a.owner_agency_id = hub.agency()";
            default -> "";
        });
        where.append(switch (filter.state()) {
            case "open" -> " and a.state = 'OPEN'";
            case "overdue" -> " and a.state = 'OPEN' and a.due_on < hub.today()";
            case "done" -> " and a.state = 'DONE'";
            case "not-possible" -> " and a.state = 'NOT_POSSIBLE'";
            case "not-done" -> " and a.state = 'NOT_DONE'";
            default -> "";
        });
        filter.panelId().ifPresent(panel -> where.append(" and a.panel_id = :panel"));
        filter.mark().ifPresent(mark -> where.append(" and (a.due_on, a.id) > (:dueOn, :id)"));
        var query = database.createNativeQuery(COLUMNS + where + " order by a.due_on, a.id", Row.class).setMaxResults(ActionFilter.PAGE + 1);
        filter.panelId().ifPresent(panel -> query.setParameter("panel", panel));
        filter.mark().ifPresent(mark -> query.setParameter("dueOn", mark.dueOn()).setParameter("id", mark.id()));
        var rows = query.getResultList();
        var actions = views(rows.stream().limit(ActionFilter.PAGE));
        return new Found(actions, rows.size() > actions.size() ? filter.after(actions.getLast()) : null);
    }

    /** The actions of a case, open ones first. */
    public List<ActionView> ofCase(UUID caseId) {
        return views(database.createNativeQuery(COLUMNS + " where a.case_id = ?1 order by a.state <> 'OPEN', a.due_on, a.id", Row.class).setParameter(1, caseId).getResultStream());
    }

    /** The open actions of the viewer, the most urgent first. Names are looked up for those that are shown alone. */
    public List<ActionView> openMine(int most) {
        return views(database.createNativeQuery(SHOWN + " from (select * from hub.action a where a.state = 'OPEN' and" + MINE + "order by a.due_on, a.id limit :most) a" + WITH_NAMES + " order by a.due_on, a.id", Row.class)
                .setParameter("most", most).getResultStream());
    }

    /** How many open actions of the viewer are past their day. */
    public long overdueMine() {
        return database.createNativeQuery("select count(*) from hub.action a where a.state = 'OPEN' and a.due_on < hub.today() and" + MINE, Long.class).getSingleResult();
    }

    /** @throws NotFound when there is no such action, or not for this viewer */
    public ActionView byId(UUID id) {
        watching.of(ActionsWatched.KIND, id);
        return views(database.createNativeQuery(COLUMNS + " where a.id = ?1", Row.class).setParameter(1, id).getResultStream()).stream().findFirst()
                .orElseThrow(() -> new NotFound("action", id));
    }

    record Reported(Instant at, String by, String state, String words) {
    }

    /** What was reported on an action, the newest first. */
    public List<ReportView> reports(UUID actionId) {
        return database.createNativeQuery("""
                select u.made_at, m.name, u.state, u.note from hub.action_update u left join hub.member m on m.id = u.made_by
                 where u.action_id = ?1 order by u.made_at desc, u.id""", Reported.class).setParameter(1, actionId).getResultStream()
                .map(r -> new ReportView(r.at, r.by, r.state.equals("OPEN") ? "Changed" : "Reported " + Action.State.valueOf(r.state).label().toLowerCase(), r.words)).toList();
    }

    private List<ActionView> views(Stream<Row> rows) {
        var today = viewers.current().today();
        return rows.map(r -> {
            reads.seen("action", r.id, r.caseId, r.panelId, r.ownerAgencyId);
            var state = Action.State.valueOf(r.state);
            return new ActionView(r.id, r.task, r.panelId, r.panel, r.marking, r.caseId, r.caseReference, r.ownerAgencyId, r.owner, r.ownerShort, r.ownerMemberId, r.person,
                    Due.of(r.dueOn, state == Action.State.OPEN, today, workingDays), state, r.outcome, r.madeAt, r.madeBy, r.closedAt,
                    r.meetingAt == null ? null : r.meetingAt.atZone(Dates.LONDON).toLocalDate(), r.version);
        }).toList();
    }
}
