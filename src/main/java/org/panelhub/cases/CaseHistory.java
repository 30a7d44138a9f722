package org.panelhub.cases;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.hibernate.Session;
import org.panelhub.audit.Reads;

import io.quarkus.qute.TemplateData;
import jakarta.enterprise.context.ApplicationScoped;

/** What happened in a case, as far as the viewer may see of it: the timeline of everything. */
@ApplicationScoped
public class CaseHistory {

    private static final int PAGE = 100;

    private final Session rows;
    private final Reads reads;

    CaseHistory(Session rows, Reads reads) {
        this.rows = rows;
        this.reads = reads;
    }

    /** One event. Where it shows a paper's content, {@code kind} and {@code id} say which. */
    @TemplateData
    public record Event(Instant at, String what, String detail, String kind, UUID id, UUID about) {
    }

    /** @param next how many events stand before those that follow, or null at the end */
    @TemplateData
    public record Timeline(List<Event> events, Integer next) {
    }

    /**
     * Newest first, a page at a time. What a row policy hides is not here, nor a gap where it would be.
     *
     * @param from {@link Timeline#next} of the page before, or 0
     */
    public Timeline timeline(CaseHead head, int from) {
        var events = rows.createNativeQuery("""
                select * from (
                  select (c.opened_on::timestamp at time zone 'Europe/London') as at, 'Case opened' as what, c.category as detail, cast(null as text) as kind, cast(null as uuid) as id, cast(null as uuid) as about
                    from hub.case_file c where c.id = :c
                  union all
                  select (c.closed_on::timestamp at time zone 'Europe/London'), 'Case closed', '', null, null, null from hub.case_file c where c.id = :c and c.closed_on is not null
                  union all
                  select r.received_at, 'Referral received', coalesce(a.name, r.outside_referrer), 'referral', r.id, r.agency_id
                    from hub.referral r left join hub.agency a on a.id = r.agency_id where r.case_id = :c and r.received_at is not null
                  union all
                  select (s.assessed_on::timestamp at time zone 'Europe/London'), case i.purpose when 'CASE_RATING' then 'Case rated as ' || case s.judgement when 'LOW' then 'standard' else lower(s.judgement) end else 'Risk assessed as ' || lower(s.judgement) end,
                         concat_ws(', ', a.name, 'score ' || s.score), 'assessment', s.id, case when s.trigger_id is null then s.agency_id end
                    from hub.assessment s join hub.instrument i on i.id = s.instrument_id left join hub.agency a on a.id = s.agency_id where s.case_id = :c
                  union all
                  select (lower(t.during)::timestamp at time zone 'Europe/London'), 'Named as ' || replace(lower(t.role), '_', ' '), concat_ws(', ', m.name, a.short_name), null, null, null
                    from hub.case_team t left join hub.member m on m.id = t.member_id left join hub.agency a on a.id = m.agency_id where t.case_id = :c and not isempty(t.during)
                  union all
                  select min(d.released_at), 'Information released', a.name || ', ' || case when count(distinct d.item_id) = 1 then '1 item' else count(distinct d.item_id) || ' items' end, null, null, null
                    from hub.disclosure d join hub.agency a on a.id = d.agency_id where d.case_id = :c group by a.name, (d.released_at at time zone 'Europe/London')::date
                  union all
                  select q.asked_at, 'Information asked for', a.name || ', by ' || to_char(q.due_on, 'FMDD FMMonth YYYY'), null, null, null
                    from hub.research_request q join hub.agency a on a.id = q.agency_id where q.case_id = :c
                  union all
                  select g.starts_at, case when g.state = 'CANCELLED' then 'Meeting cancelled' else 'On the agenda of a meeting' end, 'Item ' || (select count(*) from hub.agenda_item v where v.meeting_id = i.meeting_id and (v.position, v.id) <= (i.position, i.id)), 'agenda_item', i.id, null
                    from hub.agenda_item i join hub.meeting g on g.id = i.meeting_id where i.case_id = :c
                  union all
                  select d.recorded_at, 'Decision of the panel', 'Risk ' || lower(d.risk_after) || '. ' || d.outcome, 'decision', d.id, null from hub.decision d where d.case_id = :c
                  union all
                  select p.made_at, 'Protection plan, edition ' || p.edition, 'To be reviewed on ' || to_char(p.review_on, 'FMDD FMMonth YYYY'), 'plan', p.id, null from hub.plan p where p.case_id = :c
                  union all
                  select x.made_at, 'Action agreed', x.task || ' (' || a.name || ', by ' || to_char(x.due_on, 'FMDD FMMonth YYYY') || ')', 'action', x.id, x.owner_agency_id
                    from hub.action x join hub.agency a on a.id = x.owner_agency_id where x.case_id = :c
                  union all
                  select x.closed_at, case x.state when 'DONE' then 'Action done' when 'NOT_POSSIBLE' then 'Action no longer possible' else 'Action not done' end, x.task, 'action', x.id, x.owner_agency_id
                    from hub.action x where x.case_id = :c and x.closed_at is not null
                  union all
                  select e.proposed_at, 'End of the case proposed', e.note, 'case_exit', e.id, null from hub.case_exit e where e.case_id = :c
                  union all
                  select e.signed_off_at, 'End of the case signed off', e.signed_off_name, 'case_exit', e.id, null from hub.case_exit e where e.case_id = :c and e.signed_off_at is not null
                  union all
                  select e.cancelled_at, 'End of the case called off', '', 'case_exit', e.id, null from hub.case_exit e where e.case_id = :c and e.cancelled_at is not null
                  union all
                  select (l.sent_on::timestamp at time zone 'Europe/London'), 'Letter sent', l.sent_how, 'letter', l.id, null from hub.letter l where l.case_id = :c and l.sent_on is not null
                ) e order by e.at desc, e.what, e.detail, e.id offset :from limit :most""", Event.class)
                .setParameter("c", head.caseId()).setParameter("from", from).setParameter("most", PAGE + 1).getResultList();
        // One more than is shown tells whether others follow; it is not shown, and so not read.
        var shown = events.subList(0, Math.min(events.size(), PAGE));
        shown.stream().filter(e -> e.kind != null).forEach(e -> reads.seen(e.kind, e.id, head.caseId(), head.panelId(), e.about));
        return new Timeline(shown, events.size() > PAGE ? from + PAGE : null);
    }
}
