package org.panelhub.cases;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.hibernate.Session;
import org.panelhub.access.NotFound;
import org.panelhub.audit.Reads;
import org.panelhub.identity.Viewers;
import org.panelhub.live.Watching;
import org.panelhub.people.Safe;
import org.panelhub.people.SafeContactView;

import jakarta.enterprise.context.ApplicationScoped;

/** Reads the head of a case for the pages of every room, and puts on record that the case was looked at. */
@ApplicationScoped
public class CaseHeads {

    private final Session rows;
    private final Viewers viewers;
    private final Reads reads;
    private final Watching watching;

    CaseHeads(Session rows, Viewers viewers, Reads reads, Watching watching) {
        this.rows = rows;
        this.viewers = viewers;
        this.reads = reads;
        this.watching = watching;
    }

    /** @throws NotFound when there is no such case, or not for this viewer */
    public CaseHead of(String reference) {
        return of(reference, true);
    }

    /** For an answer that does not show how the person is safely contacted: nothing of it is read, and nothing recorded as read. */
    public CaseHead withoutContact(String reference) {
        return of(reference, false);
    }

    private CaseHead of(String reference, boolean contact) {
        watching.of(CasesWatched.KIND, Cases.normalised(reference));
        var file = file(reference).orElseThrow(() -> new NotFound("case", reference));
        reads.seen("case_file", file.id, file.id, file.panelId, null);
        var today = viewers.current().today();
        var manager = manager(file.id);
        return new CaseHead(file.reference, file.id, file.panelId, file.panel, file.marking, file.subject, born(file.id).orElse(null), today, CaseRisk.valueOf(file.risk),
                file.riskBefore == null ? null : CaseRisk.valueOf(file.riskBefore), CaseState.valueOf(file.state), file.sealed, file.version,
                manager.map(Manager::name).orElse(null), manager.map(Manager::agency).orElse(null), manager.isEmpty() && file.panelKind.equals("CT_MARAC") ? officer(file.id) : null, contact ? safe(file) : null, next(file.id, today).orElse(null), tabs(file));
    }

    record File(UUID id, UUID panelId, String panelKind, String reference, String panel, String marking, String subject, String risk, String riskBefore, String state, Boolean sealed, Integer version,
            Long items, Long actions) {
    }

    private Optional<File> file(String reference) {
        return one("""
                select c.id, c.panel_id, p.kind, c.reference, p.short_name, p.marking, c.subject, c.risk, c.risk_before, c.state, c.sealed, c.version,
                       (select count(*) from hub.item i where i.case_id = c.id), (select count(*) from hub.action a where a.case_id = c.id)
                  from hub.case_file c join hub.panel p on p.id = c.panel_id where c.reference = :r""", File.class, "r", Cases.normalised(reference));
    }

    private Optional<LocalDate> born(UUID caseId) {
        return one("select p.dates_of_birth[1] from hub.person p join hub.case_file c on c.id = p.case_id and c.subject_kind = 'PERSON' where p.case_id = :c and p.part = 'VICTIM' and p.dates_of_birth[1] is not null order by p.id limit 1", LocalDate.class, "c", caseId);
    }

    record Manager(String name, String agency) {
    }

    /** The member may not be the viewer's to see; that someone of an agency manages the case is. */
    private Optional<Manager> manager(UUID caseId) {
        return one("""
                select m.name, a.short_name from hub.case_team t left join hub.member m on m.id = t.member_id left join hub.agency a on a.id = m.agency_id
                 where t.case_id = :c and t.role = 'CASE_MANAGER' and t.during @> hub.today() limit 1""", Manager.class, "c", caseId);
    }

    /** Reviews have a case officer from the first day, and a case manager only where a plan names one. */
    private String officer(UUID caseId) {
        return one("""
                select concat_ws(', ', m.name, a.short_name) from hub.case_team t left join hub.member m on m.id = t.member_id left join hub.agency a on a.id = m.agency_id
                 where t.case_id = :c and t.role = 'CASE_OFFICER' and t.during @> hub.today() limit 1""", String.class, "c", caseId).orElse("");
    }

    record Contact(UUID personId, UUID agencyId, String telephone, String safeToCall, String safeTimes, String safeToWrite, String notSafeWith, String advice) {

        SafeContactView view() {
            return new SafeContactView(telephone, Safe.valueOf(safeToCall), safeTimes, Safe.valueOf(safeToWrite), notSafeWith, advice);
        }
    }

    private CaseHead.Safe safe(File file) {
        return one("""
                select s.person_id, s.agency_id, s.telephone, s.safe_to_call, s.safe_times, s.safe_to_write, s.not_safe_with, s.advice
                  from hub.safe_contact s join hub.person p on p.id = s.person_id and p.part = 'VICTIM' where s.case_id = :c order by p.id limit 1""", Contact.class, "c", file.id)
                .map(contact -> {
                    reads.seen("safe_contact", contact.personId, file.id, file.panelId, contact.agencyId);
                    return new CaseHead.Safe(contact.view().words());
                }).orElse(null);
    }

    record Slot(UUID meetingId, Instant startsAt, Integer position) {
    }

    private Optional<CaseHead.Next> next(UUID caseId, LocalDate today) {
        return one("""
                select m.id, m.starts_at, (select count(*)::int from hub.agenda_item v where v.meeting_id = a.meeting_id and (v.position, v.id) <= (a.position, a.id)) from hub.agenda_item a join hub.meeting m on m.id = a.meeting_id
                 where a.case_id = :c and m.state in ('PLANNED', 'PUBLISHED', 'OPEN') order by m.starts_at limit 1""", Slot.class, "c", caseId)
                .map(s -> new CaseHead.Next(s.meetingId, s.startsAt, s.position, today));
    }

    private static List<CaseHead.Tab> tabs(File file) {
        var path = "/cases/" + file.reference;
        return List.of(
                new CaseHead.Tab("information", counted("Information", file.items), path + "/information"),
                new CaseHead.Tab("summary", "Summary", path),
                new CaseHead.Tab("risk", "Risk", path + "/risk"),
                new CaseHead.Tab("plan", "Plan", path + "/plan"),
                new CaseHead.Tab("actions", counted("Actions", file.actions), path + "/actions"),
                new CaseHead.Tab("timeline", "Timeline", path + "/timeline"),
                new CaseHead.Tab("exit", "Closing", path + "/exit"),
                new CaseHead.Tab("access", "Who has looked", path + "/access"));
    }

    private static String counted(String text, long count) {
        return count == 0 ? text : text + " (" + count + ")";
    }

    private <T> Optional<T> one(String sql, Class<T> type, String name, Object value) {
        return rows.createNativeQuery(sql, type).setParameter(name, value).getResultStream().findFirst();
    }
}
