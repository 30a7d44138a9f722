package org.panelhub.sharing.research;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.hibernate.Session;
import org.panelhub.access.NotFound;
import org.panelhub.access.Permission;
import org.panelhub.access.Permissions;
import org.panelhub.audit.Reads;
import org.panelhub.cases.CaseHead;
import org.panelhub.identity.Viewers;
import org.panelhub.notify.Outbox;
import org.panelhub.page.Choice;
import org.panelhub.page.Dates;
import org.panelhub.panels.Panels;
import org.panelhub.protocols.Protocols;
import org.panelhub.time.WorkingDays;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;

/** Requests for information: asked by whoever prepares a case, answered by the agency asked. */
@ApplicationScoped
public class ResearchRequests implements PanacheRepositoryBase<ResearchRequest, UUID> {


    private final Session rows;
    private final Permissions permissions;
    private final Viewers viewers;
    private final Panels panels;
    private final Protocols protocols;
    private final WorkingDays workingDays;
    private final Outbox outbox;
    private final Reads reads;
    private final String hub;

    ResearchRequests(Session rows, Permissions permissions, Viewers viewers, Panels panels, Protocols protocols, WorkingDays workingDays, Outbox outbox, Reads reads, @ConfigProperty(name = "hub.url") String hub) {
        this.rows = rows;
        this.permissions = permissions;
        this.viewers = viewers;
        this.panels = panels;
        this.protocols = protocols;
        this.workingDays = workingDays;
        this.outbox = outbox;
        this.reads = reads;
        this.hub = hub;
    }

    record Row(UUID id, UUID caseId, UUID panelId, String reference, String subject, UUID agencyId, String agency, String question, LocalDate askedOn, LocalDate dueOn, String answer, LocalDate answeredOn,
            Boolean spokenOnly, String spoken) {
    }

    private static final String VIEW = """
            select q.id, q.case_id, q.panel_id, c.reference, c.subject, q.agency_id, a.name, q.question, (q.asked_at at time zone 'Europe/London')::date, q.due_on, q.answer, (q.answered_at at time zone 'Europe/London')::date,
                   exists (select from access.spoken_only s where s.agency_id = q.agency_id and s.panel_id = q.panel_id), q.spoken
              from hub.research_request q join hub.case_file c on c.id = q.case_id join hub.agency a on a.id = q.agency_id where\s""";

    /** What the viewer's own agency still has to answer, the most urgent first. */
    public List<RequestView> waitingForViewer() {
        return views(rows.createNativeQuery(VIEW + "q.agency_id = hub.agency() and q.answered_at is null order by q.due_on, c.reference", Row.class).getResultList());
    }

    /** What the viewer's own agency has answered, the latest first. */
    public List<RequestView> answeredByOwn() {
        return views(rows.createNativeQuery(VIEW + "q.agency_id = hub.agency() and q.answered_at is not null order by q.answered_at desc, q.id limit 50", Row.class).getResultList());
    }

    /** What the viewer's own agency still has to answer on one case, or has researched without saying yet whether it shared it. */
    public List<RequestView> openForOwn(UUID caseId) {
        return views(rows.createNativeQuery(VIEW + "q.case_id = :c and q.agency_id = hub.agency() and (q.answered_at is null or q.answer = 'RESEARCHED' and q.spoken is null) order by q.due_on", Row.class).setParameter("c", caseId).getResultList());
    }

    /** All requests on a case that the viewer sees, by agency. */
    public List<RequestView> of(UUID caseId) {
        return views(rows.createNativeQuery(VIEW + "q.case_id = :c order by a.name, q.asked_at", Row.class).setParameter("c", caseId).getResultList());
    }

    private List<RequestView> views(List<Row> found) {
        var today = viewers.current().today();
        found.forEach(r -> reads.seen("research_request", r.id, r.caseId, r.panelId, r.agencyId));
        return found.stream().map(r -> new RequestView(r.id, r.caseId, r.panelId, r.reference, r.subject, r.agencyId, r.agency, r.question, r.askedOn, r.dueOn,
                r.answer == null ? null : Answer.valueOf(r.answer), r.answeredOn, r.spokenOnly, r.spoken == null ? null : Spoken.valueOf(r.spoken), today)).toList();
    }

    /** Agencies that may be asked: those with a current seat on the panel. */
    public List<Choice> agencyChoices(UUID panelId) {
        return rows.createNativeQuery("""
                select distinct a.id, a.name from hub.seat s join hub.member m on m.id = s.member_id and m.active join hub.agency a on a.id = m.agency_id
                 where s.panel_id = :p and s.during @> hub.today() order by a.name""", AgencyRow.class).setParameter("p", panelId).getResultStream().map(a -> Choice.of(a.id, a.name)).toList();
    }

    record AgencyRow(UUID id, String name) {
    }

    /** The day by which agencies answer, as the panel's arrangements give it: so many working days from today. */
    public LocalDate dueByArrangement(UUID panelId) {
        var today = viewers.current().today();
        return workingDays.add(today, panels.figuresOn(panelId, today).researchDays());
    }

    /**
     * Asks agencies what they know. Each agency's seat holders who may know of the case are told by mail that something waits, without any word of it.
     *
     * @return the agencies of which nobody who sits on the panel may open the case: they need a deputy
     * @throws org.panelhub.access.Forbidden when no role of the viewer may ask
     * @throws CannotAsk when the day is past, an agency has no seat, or was asked already and has not answered
     */
    public List<String> ask(CaseHead head, Collection<UUID> agencies, String question, LocalDate dueOn) {
        permissions.require(Permission.ASK_FOR_INFORMATION, head.panelId(), head.caseId());
        var viewer = viewers.current();
        if (dueOn.isBefore(viewer.today())) {
            throw new CannotAsk("due", "The day must not be in the past");
        }
        var seated = agencyChoices(head.panelId());
        var waiting = of(head.caseId()).stream().filter(RequestView::waiting).map(RequestView::agencyId).toList();
        for (var agency : agencies) {
            if (seated.stream().noneMatch(c -> c.value().equals(agency.toString()))) {
                throw new CannotAsk("agencies", "Choose agencies that sit on the panel");
            }
            if (waiting.contains(agency)) {
                throw new CannotAsk("agencies", "An agency that you chose has been asked already and has not answered yet");
            }
        }
        var unreached = new ArrayList<String>();
        for (var agency : agencies) {
            persist(new ResearchRequest(viewer.partnershipId(), head, agency, viewer.memberId(), question, viewer.now(), dueOn));
            var told = seatHolders(head, agency);
            if (told.isEmpty()) {
                seated.stream().filter(c -> c.value().equals(agency.toString())).forEach(c -> unreached.add(c.text()));
            }
            for (var member : told) {
                outbox.put(member, "research-asked", "Information is asked of your agency",
                        "The " + head.panelShort() + " asks your agency for information by " + Dates.day(dueOn) + ".\nSee what is asked: " + hub + "/requests", null);
            }
        }
        return unreached;
    }

    private List<UUID> seatHolders(CaseHead head, UUID agencyId) {
        return rows.createNativeQuery("""
                select access.may_be_told(:c, array(select distinct m.id from hub.seat s join hub.member m on m.id = s.member_id and m.active and m.agency_id = :a
                 where s.panel_id = :p and s.during @> hub.today() and s.role in ('REPRESENTATIVE', 'DEPUTY', 'RESEARCHER', 'VICTIM_REPRESENTATIVE')))""", UUID.class)
                .setParameter("a", agencyId).setParameter("p", head.panelId()).setParameter("c", head.caseId()).getResultList();
    }

    /**
     * Answers for the viewer's own agency.
     *
     * @throws NotFound when there is no such request of the viewer's agency
     * @throws CannotAsk when it was answered already, or says that information was entered where there is none
     */
    public void answer(UUID id, Answer given) {
        var viewer = viewers.current();
        var request = findByIdOptional(id).filter(q -> q.agencyId().equals(viewer.agencyId())).orElseThrow(() -> new NotFound("request", id));
        permissions.require(Permission.ENTER_INFORMATION, request.panelId(), request.caseId());
        if (request.answered()) {
            throw new CannotAsk("answer", "This request has been answered already");
        }
        var spokenOnly = protocols.spokenOnly(request.agencyId(), request.panelId());
        if (spokenOnly && given != Answer.RESEARCHED) {
            throw new CannotAsk("answer", "By the protocol your agency’s research is only spoken here: say that you have researched, and whether you shared it");
        }
        if (!spokenOnly && given == Answer.RESEARCHED) {
            throw new CannotAsk("answer", "By the protocol your agency’s research is kept here: enter your information, or answer that nothing is known");
        }
        if (given == Answer.INFORMATION && ownItems(request.caseId()) == 0) {
            throw new CannotAsk("answer", "Enter your information first, or answer that nothing is known");
        }
        request.answer(given, viewer.memberId(), viewer.now());
    }

    /**
     * Says whether what was researched was shared by word of mouth: once, never what. Where the agency has not answered yet, this is its answer too.
     *
     * @throws NotFound when there is no such request of the viewer's agency
     * @throws CannotAsk when the agency's research is kept, or this was said before
     */
    public void speak(UUID id, Spoken became) {
        var viewer = viewers.current();
        var request = findByIdOptional(id).filter(q -> q.agencyId().equals(viewer.agencyId())).orElseThrow(() -> new NotFound("request", id));
        if (!request.answered()) {
            answer(id, Answer.RESEARCHED);
        }
        permissions.require(Permission.ENTER_INFORMATION, request.panelId(), request.caseId());
        if (!request.toBeSpoken()) {
            throw new CannotAsk("answer", "This request has been answered already");
        }
        request.spoken(became, viewer.memberId(), viewer.now());
    }

    private long ownItems(UUID caseId) {
        return rows.createNativeQuery("select count(*) from hub.item i where i.case_id = :c and i.agency_id = hub.agency()", Long.class).setParameter("c", caseId).getSingleResult();
    }
}
