package org.panelhub.trigger.ledger;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

import org.hibernate.Session;
import org.panelhub.access.NotFound;
import org.panelhub.page.Field;
import org.panelhub.page.RefusedAt;
import org.panelhub.trigger.Application;
import org.panelhub.trigger.procedure.TriggerArrangements;

import jakarta.enterprise.context.ApplicationScoped;

/** The complaints about the behaviour, by anybody, with all that was done with each. What is decided is added to what was decided before, so that nothing vanishes. */
@ApplicationScoped
class Ledger {

    /** What was decided of a pair that contradicts what was decided of others. Says which, for whoever decides. */
    static class Contradicts extends RefusedAt {
        private static final long serialVersionUID = 1L;

        Contradicts(String why) {
            super("pair", why);
        }
    }

    private final Session rows;
    private final TriggerArrangements procedures;

    Ledger(Session rows, TriggerArrangements procedures) {
        this.rows = rows;
        this.procedures = procedures;
    }

    Book book(Application application) {
        return Book.of(procedures.rulesOn(application.receivedOn()), application.receivedOn(), complaints(application), steps(application), pairings(application));
    }

    /** @throws NotFound where the application has no such complaint */
    ComplaintView complaint(Application application, UUID id) {
        return complaints(application).stream().filter(c -> c.id().equals(id)).findFirst().orElseThrow(() -> new NotFound("complaint", id));
    }

    void add(Application application, ComplaintForm form) {
        rows.createNativeQuery("""
                insert into hub.trigger_complaint (partnership_id, id, trigger_id, panel_id, position, by_applicant, complainant, happened_on, what, reported_on, reported_to, their_reference, answer, evidence, hate, added_by)
                values (hub.partnership(), ?1, ?2, ?3, (select coalesce(max(c.position), 0) + 1 from hub.trigger_complaint c where c.trigger_id = ?2), ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, hub.viewer())""")
                .setParameter(1, UUID.randomUUID()).setParameter(2, application.id()).setParameter(3, application.panelId()).setParameter(4, form.byApplicant()).setParameter(5, name(form))
                .setParameter(6, form.happenedOn(), LocalDate.class).setParameter(7, Field.clean(form.what())).setParameter(8, form.reportedOn(), LocalDate.class).setParameter(9, Field.clean(form.to()))
                .setParameter(10, Field.clean(form.reference())).setParameter(11, Field.clean(form.answer())).setParameter(12, Field.clean(form.evidence())).setParameter(13, form.ofHate()).executeUpdate();
    }

    /** What stood before is kept with the reason. */
    void change(Application application, ComplaintView before, ComplaintForm form) {
        step(application, before.id(), StepView.Kind.CHANGED, Field.clean(form.why()), before.stands());
        rows.createNativeQuery("""
                update hub.trigger_complaint set by_applicant = ?2, complainant = ?3, happened_on = ?4, what = ?5, reported_on = ?6, reported_to = ?7, their_reference = ?8, answer = ?9, evidence = ?10, hate = ?11,
                       version = version + 1 where id = ?1""")
                .setParameter(1, before.id()).setParameter(2, form.byApplicant()).setParameter(3, name(form)).setParameter(4, form.happenedOn(), LocalDate.class).setParameter(5, Field.clean(form.what()))
                .setParameter(6, form.reportedOn(), LocalDate.class).setParameter(7, Field.clean(form.to())).setParameter(8, Field.clean(form.reference())).setParameter(9, Field.clean(form.answer()))
                .setParameter(10, Field.clean(form.evidence())).setParameter(11, form.ofHate()).executeUpdate();
    }

    void step(Application application, UUID complaint, StepView.Kind kind, String why, String stood) {
        rows.createNativeQuery("""
                insert into hub.trigger_complaint_step (partnership_id, id, trigger_id, panel_id, complaint_id, kind, why, stood, by)
                values (hub.partnership(), ?1, ?2, ?3, ?4, ?5, ?6, ?7, hub.viewer())""").setParameter(1, UUID.randomUUID()).setParameter(2, application.id()).setParameter(3, application.panelId())
                .setParameter(4, complaint).setParameter(5, kind.name()).setParameter(6, why).setParameter(7, stood).executeUpdate();
    }

    /**
     * @param verdict SAME, DIFFERENT, or OPEN to take back what was decided
     * @throws Contradicts where two would be one incident and yet were found to be different
     */
    void pair(Application application, UUID one, UUID other, String verdict) {
        var complaints = complaints(application);
        if (complaints.stream().filter(c -> c.id().equals(one) || c.id().equals(other)).count() != 2) {
            throw new NotFound("complaint", one);
        }
        // As PostgreSQL orders them, so that a pair is one row whichever was named first.
        boolean inOrder = one.toString().compareTo(other.toString()) < 0;
        var now = new Pairing(inOrder ? one : other, inOrder ? other : one, verdict, null, "");
        var after = Stream.concat(pairings(application).stream().filter(p -> !p.of(one, other)), Stream.of(now)).toList();
        var incidents = Book.incidents(complaints, after);
        after.stream().filter(p -> p.different() && incidents.get(p.first()).equals(incidents.get(p.second()))).findFirst().ifPresent(p -> {
            var numbers = complaints.stream().filter(c -> p.of(c.id(), p.first().equals(c.id()) ? p.second() : p.first())).map(c -> String.valueOf(c.position())).toList();
            throw new Contradicts("Reports " + String.join(" and ", numbers) + " would be one incident through a third report, and yet two. Take back the decision that is wrong, below, and decide again");
        });
        rows.createNativeQuery("insert into hub.trigger_complaint_pair (partnership_id, id, trigger_id, panel_id, first_id, second_id, verdict, by) values (hub.partnership(), ?1, ?2, ?3, ?4, ?5, ?6, hub.viewer())")
                .setParameter(1, UUID.randomUUID()).setParameter(2, application.id()).setParameter(3, application.panelId()).setParameter(4, now.first()).setParameter(5, now.second()).setParameter(6, verdict).executeUpdate();
    }

    /** Whom one may have told, as they are called here: the bodies of the partnership. Others can be typed. */
    List<String> bodies() {
        return rows.createNativeQuery("select distinct name from hub.agency order by 1", String.class).getResultList();
    }

    /**
     * Complaints of this application that another one seems to hold, too: the same reference of the same body, or the same day and place. Of the other nothing is said but its reference, and only of those that the
     * viewer may see.
     */
    List<Elsewhere> elsewhere(Application application) {
        return rows.createNativeQuery("""
                select distinct c.id, t.reference, lower(c.their_reference) = lower(o.their_reference) and c.their_reference <> ''
                  from hub.trigger_complaint c join hub.trigger m on m.id = c.trigger_id
                  join hub.trigger_complaint o on o.trigger_id <> c.trigger_id
                   and (c.their_reference <> '' and lower(c.their_reference) = lower(o.their_reference) and hub.folded(c.reported_to) = hub.folded(o.reported_to) or c.happened_on = o.happened_on)
                  join hub.trigger t on t.id = o.trigger_id
                 where c.trigger_id = ?1 and (c.their_reference <> '' and lower(c.their_reference) = lower(o.their_reference) and hub.folded(c.reported_to) = hub.folded(o.reported_to)
                       or c.happened_on = o.happened_on and m.place <> '' and hub.folded(m.place) = hub.folded(t.place)) order by 2, 1""", Elsewhere.class).setParameter(1, application.id()).getResultList();
    }

    private List<ComplaintView> complaints(Application application) {
        // Numbered as they came, so that a number never changes.
        return rows.createNativeQuery("""
                select c.id, cast(row_number() over (order by c.added_at, c.position, c.id) as int), c.by_applicant, c.complainant, c.happened_on, c.what, c.reported_on, c.reported_to,
                       c.their_reference, c.answer, c.evidence, c.hate, coalesce(m.name, ''), c.version
                  from hub.trigger_complaint c left join hub.member m on m.id = c.added_by where c.trigger_id = ?1 order by 2""", ComplaintView.class).setParameter(1, application.id()).getResultList();
    }

    private List<StepView> steps(Application application) {
        return rows.createNativeQuery("""
                select s.complaint_id, s.kind, s.why, s.stood, s.at, coalesce(m.name, '') from hub.trigger_complaint_step s left join hub.member m on m.id = s.by where s.trigger_id = ?1 order by s.at, s.id""", StepView.class)
                .setParameter(1, application.id()).getResultList();
    }

    private List<Pairing> pairings(Application application) {
        return rows.createNativeQuery("""
                select distinct on (x.first_id, x.second_id) x.first_id, x.second_id, x.verdict, x.at, coalesce(m.name, '') from hub.trigger_complaint_pair x left join hub.member m on m.id = x.by
                 where x.trigger_id = ?1 order by x.first_id, x.second_id, x.at desc, x.id desc""", Pairing.class).setParameter(1, application.id()).getResultList();
    }

    /** The applicant's own complaints need no name: it stands with the application. */
    private static String name(ComplaintForm form) {
        return form.byApplicant() ? "" : Field.clean(form.complainant());
    }
}
