package org.panelhub.actions;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;

import org.hibernate.Session;
import org.panelhub.access.NotFound;
import org.panelhub.audit.Reads;
import org.panelhub.identity.Viewers;
import org.panelhub.live.Watching;
import org.panelhub.page.Dates;
import org.panelhub.time.WorkingDays;

import io.quarkus.qute.TemplateData;
import jakarta.enterprise.context.ApplicationScoped;

/** The action tracker: reads the actions that the viewer sees, by owner, panel, case and day, and puts on record that they were read. */
@ApplicationScoped
public class Tracker {

    private static final String SHOWN = """
            select a.id, a.task, a.known_by, a.panel_id, p.short_name as panel, p.marking, a.case_id, c.reference, a.owner_agency_id, g.name as owner, g.short_name as owner_short,
                   a.owner_member_id, m.name as person, a.due_on, a.state, a.outcome, a.evidence, a.made_at, b.name as made_by, a.closed_at, t.starts_at, a.version
            """;
    private static final String WITH_NAMES = """
             join hub.panel p on p.id = a.panel_id join hub.agency g on g.id = a.owner_agency_id
              left join hub.member m on m.id = a.owner_member_id left join hub.member b on b.id = a.made_by
              left join hub.case_file c on c.id = a.case_id left join hub.meeting t on t.id = a.meeting_id
            """;
    private static final String COLUMNS = SHOWN + " from hub.action a" + WITH_NAMES;
    private static final String MINE = " (a.owner_member_id = hub.viewer() or (a.owner_member_id is null and a.owner_agency_id = hub.agency())) ";

    private static final String KIND = "action";

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

    record Row(UUID id, String task, String knownBy, UUID panelId, String panel, String marking, UUID caseId, String caseReference, UUID ownerAgencyId, String owner, String ownerShort,
            UUID ownerMemberId, String person, LocalDate dueOn, String state, String outcome, String evidence, Instant madeAt, String madeBy, Instant closedAt, Instant meetingAt, Integer version) {
    }

    /** @param next the address of the next page, or null at the end */
    public record Found(List<ActionView> actions, String next) {
    }

    /** One page of what the filter asks for, by the day it is due. */
    public Found list(ActionFilter filter) {
        var rows = rows(filter, ActionFilter.PAGE + 1);
        var actions = views(rows.stream().limit(ActionFilter.PAGE));
        return new Found(actions, rows.size() > actions.size() ? filter.after(actions.getLast()) : null);
    }

    /** All that the filter asks for, to be taken out of the hub as a file, and on record as that. */
    List<ActionView> exported(ActionFilter filter) {
        return views(rows(filter, Integer.MAX_VALUE).stream(), r -> reads.exported(KIND, r.id, r.caseId, r.panelId, r.ownerAgencyId));
    }

    private List<Row> rows(ActionFilter filter, int most) {
        var where = new StringBuilder(" where true");
        where.append(switch (filter.whose()) {
            case "mine" -> " and" + MINE;
            case "agency" -> " and a.owner_agency_id = hub.agency()";
            case "offered" -> " and exists (select from hub.action_offer o where o.action_id = a.id and o.state = 'OFFERED' and o.to_agency_id = hub.agency())";
            case "escalated" -> " and exists (select from hub.escalation e where e.action_id = a.id and e.member_id = hub.viewer() and e.due_on = a.due_on)";
            case "later" -> " and exists (select from hub.action_extension x where x.action_id = a.id and x.state = 'ASKED')";
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
        where.append(switch (filter.due()) {
            case "overdue" -> " and a.state = 'OPEN' and a.due_on < hub.today()";
            case "week" -> " and a.due_on between hub.today() and hub.today() + 7";
            case "meeting" -> " and a.due_on <= (select min((n.starts_at at time zone 'Europe/London')::date) from hub.meeting n"
                    + " where n.panel_id = a.panel_id and n.state in ('PLANNED', 'PUBLISHED', 'OPEN') and (n.starts_at at time zone 'Europe/London')::date >= hub.today())";
            default -> "";
        });
        filter.panelId().ifPresent(panel -> where.append(" and a.panel_id = :panel"));
        filter.agencyId().ifPresent(agency -> where.append(" and a.owner_agency_id = :agency"));
        if (!filter.reference().isEmpty()) {
            where.append(" and c.reference = :reference");
        }
        filter.mark().ifPresent(mark -> where.append(" and (a.due_on, a.id) > (:dueOn, :id)"));
        var query = database.createNativeQuery(COLUMNS + where + " order by a.due_on, a.id", Row.class).setMaxResults(most);
        filter.panelId().ifPresent(panel -> query.setParameter("panel", panel));
        filter.agencyId().ifPresent(agency -> query.setParameter("agency", agency));
        if (!filter.reference().isEmpty()) {
            query.setParameter("reference", filter.reference());
        }
        filter.mark().ifPresent(mark -> query.setParameter("dueOn", mark.dueOn()).setParameter("id", mark.id()));
        return query.getResultList();
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

    /** How many open actions are escalated to the viewer. */
    public long escalatedToMe() {
        return database.createNativeQuery("""
                select count(distinct a.id) from hub.escalation e join hub.action a on a.id = e.action_id and a.due_on = e.due_on
                 where e.member_id = hub.viewer() and a.state = 'OPEN'""", Long.class).getSingleResult();
    }

    record Rung(String rung, Instant at, String names) {
    }

    /** One step of an escalation. {@code who} were told, where the viewer may see them; {@code reached} is false where nobody on that step may see the action. */
    @TemplateData
    public record Escalated(String to, Instant at, String who, boolean reached) {
    }

    /** To whom the action was escalated for the day on which it is due, the first step first. */
    List<Escalated> escalated(UUID actionId) {
        return database.createNativeQuery("""
                select e.rung, min(e.told_at), case when bool_or(e.member_id is not null) then coalesce(string_agg(m.name, ', ' order by m.name), '') end
                  from hub.escalation e join hub.action a on a.id = e.action_id and a.due_on = e.due_on left join hub.member m on m.id = e.member_id
                 where e.action_id = ?1 group by e.rung order by min(e.told_at), array_position(array['OWNER', 'DESIGNATED_OFFICER', 'CHAIR', 'PARTNERSHIP_LEAD'], e.rung)""", Rung.class).setParameter(1, actionId).getResultStream()
                .map(r -> new Escalated(switch (r.rung) {
                    case "OWNER" -> "the owner";
                    case "DESIGNATED_OFFICER" -> "the designated officer";
                    case "CHAIR" -> "the chair";
                    default -> "the partnership lead";
                }, r.at, r.names == null ? "" : r.names, r.names != null)).toList();
    }

    record Reported(Instant at, String by, String state, String words, String evidence) {
    }

    /** What was reported on an action, the newest first. */
    public List<ReportView> reports(UUID actionId) {
        return database.createNativeQuery("""
                select u.made_at, m.name, u.state, u.note, u.evidence from hub.action_update u left join hub.member m on m.id = u.made_by
                 where u.action_id = ?1 order by u.made_at desc, u.id""", Reported.class).setParameter(1, actionId).getResultStream()
                .map(r -> new ReportView(r.at, r.by, r.state.equals("OPEN") ? "Changed" : "Reported " + Action.State.valueOf(r.state).label().toLowerCase(), r.words, r.evidence)).toList();
    }

    private List<ActionView> views(Stream<Row> rows) {
        return views(rows, r -> reads.seen(KIND, r.id, r.caseId, r.panelId, r.ownerAgencyId));
    }

    private List<ActionView> views(Stream<Row> rows, Consumer<Row> onRecord) {
        var today = viewers.current().today();
        return rows.map(r -> {
            onRecord.accept(r);
            var state = Action.State.valueOf(r.state);
            return new ActionView(r.id, r.task, r.knownBy, r.panelId, r.panel, r.marking, r.caseId, r.caseReference, r.ownerAgencyId, r.owner, r.ownerShort, r.ownerMemberId, r.person,
                    Due.of(r.dueOn, state == Action.State.OPEN, today, workingDays), state, r.outcome, r.evidence, r.madeAt, r.madeBy, r.closedAt,
                    r.meetingAt == null ? null : r.meetingAt.atZone(Dates.LONDON).toLocalDate(), r.version);
        }).toList();
    }
}
