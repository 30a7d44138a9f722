package org.panelhub.cases;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import org.hibernate.Session;
import org.panelhub.audit.Reads;
import org.panelhub.identity.Viewers;
import org.panelhub.panels.SubjectKind;

import jakarta.enterprise.context.ApplicationScoped;

/** Reads the summary of a case, and keeps each agency's own reference on it. */
@ApplicationScoped
public class CaseSheets {

    private final Session rows;
    private final CaseHeads heads;
    private final Viewers viewers;
    private final Reads reads;

    CaseSheets(Session rows, CaseHeads heads, Viewers viewers, Reads reads) {
        this.rows = rows;
        this.heads = heads;
        this.viewers = viewers;
        this.reads = reads;
    }

    record Profile(String subjectKind, String subjectWhere, String summary, String category, LocalDate openedOn, LocalDate reviewOn, LocalDate closedOn, String ownReference, String application) {
    }

    /** @throws org.panelhub.access.NotFound when there is no such case, or not for this viewer */
    public CaseSheet of(String reference) {
        var head = heads.of(reference);
        var profile = rows.createNativeQuery("""
                select c.subject_kind, c.subject_where, c.summary, c.category, c.opened_on, c.review_on, c.closed_on, r.reference, (select t.reference from hub.trigger t where t.case_id = c.id fetch first row only)
                  from hub.case_file c left join hub.case_reference r on r.case_id = c.id and r.agency_id = hub.agency() where c.id = :c""", Profile.class)
                .setParameter("c", head.caseId()).getResultStream().findFirst().orElseThrow();
        var people = people(head.caseId());
        people.forEach(p -> reads.seen("person", p.id(), head.caseId(), head.panelId(), null));
        return new CaseSheet(head, SubjectKind.valueOf(profile.subjectKind), profile.subjectWhere, profile.summary, profile.category, profile.openedOn, profile.reviewOn, profile.closedOn, people, team(head.caseId()), profile.ownReference, profile.application);
    }

    private List<CaseSheet.Someone> people(UUID caseId) {
        return rows.createNativeQuery("""
                select p.id, p.part, concat_ws(' ', p.given_names, p.family_name), array_to_string(p.aliases, ', '),
                       array_to_string(array(select to_char(d, 'FMDD FMMonth YYYY') from unnest(p.dates_of_birth) d), ' or '), p.gender, p.address, p.needs
                  from hub.person p where p.case_id = :c
                 order by array_position(array['VICTIM', 'CHILD', 'HOUSEHOLD', 'RESPONDENT', 'WITNESS'], p.part), p.family_name, p.given_names, p.id""", CaseSheet.Someone.class)
                .setParameter("c", caseId).getResultList();
    }

    /** Who is named on the case today. */
    public List<CaseSheet.Place> team(UUID caseId) {
        return rows.createNativeQuery("""
                select t.id, t.role, m.name, a.short_name, lower(t.during) from hub.case_team t
                  left join hub.member m on m.id = t.member_id left join hub.agency a on a.id = m.agency_id
                 where t.case_id = :c and t.during @> hub.today()
                 order by array_position(array['CASE_MANAGER', 'CASE_OFFICER', 'CASE_WORKER', 'RESEARCHER', 'SENIOR_OFFICER'], t.role), m.name, t.id""", CaseSheet.Place.class)
                .setParameter("c", caseId).getResultList();
    }

    /** Keeps what the viewer's own agency calls the case. Another agency's reference is its own business. */
    public void keepOwnReference(CaseHead head, String ownReference) {
        var agency = viewers.current().agencyId();
        var changed = rows.createNativeQuery("update hub.case_reference set reference = :r where case_id = :c and agency_id = :a")
                .setParameter("r", ownReference).setParameter("c", head.caseId()).setParameter("a", agency).executeUpdate();
        if (changed == 0) {
            rows.createNativeQuery("insert into hub.case_reference (partnership_id, case_id, panel_id, agency_id, reference) values (hub.partnership(), :c, :p, :a, :r)")
                    .setParameter("r", ownReference).setParameter("c", head.caseId()).setParameter("p", head.panelId()).setParameter("a", agency).executeUpdate();
        }
    }
}
