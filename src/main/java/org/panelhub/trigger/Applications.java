package org.panelhub.trigger;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import org.hibernate.LockMode;
import org.hibernate.Session;
import org.panelhub.access.NotFound;
import org.panelhub.access.Permission;
import org.panelhub.access.Permissions;
import org.panelhub.audit.Reads;
import org.panelhub.identity.Viewers;
import org.panelhub.trigger.apply.Code;
import org.panelhub.trigger.apply.Filled;

import jakarta.enterprise.context.ApplicationScoped;

/** The applications that the viewer sees, what happened to them, and what was written both ways. */
@ApplicationScoped
public class Applications {

    private final Session rows;
    private final Viewers viewers;
    private final Permissions permissions;
    private final Reads reads;

    Applications(Session rows, Viewers viewers, Permissions permissions, Reads reads) {
        this.rows = rows;
        this.viewers = viewers;
        this.permissions = permissions;
        this.reads = reads;
    }

    /** The board on which the partnership reviews; empty where none is set up. */
    public Optional<UUID> board() {
        return rows.createNativeQuery("select panel_id from hub.trigger_scheme", UUID.class).uniqueResultOptional();
    }

    /** Whom applicants ask. */
    record Contact(String team, String telephone) {
    }

    Contact contact() {
        return rows.createNativeQuery("select contact_team, telephone from hub.trigger_scheme", Contact.class).getSingleResult();
    }

    /** All that are open, and those that came or of which something happened within two years; the oldest first. */
    List<ApplicationLine> lines() {
        return rows.createNativeQuery("""
                select t.id, t.reference, t.subject, t.received_on, t.received_how, t.state, p.marking,
                       (select count(*) from hub.trigger_message m where m.trigger_id = t.id and m.from_applicant and m.read_at is null),
                       (select count(*) from hub.document d where d.trigger_id = t.id and d.from_applicant and d.opened_at is null and d.removed_at is null), t.panel_id
                  from hub.trigger t join hub.panel p on p.id = t.panel_id
                 where t.state in ('RECEIVED', 'MET') or t.received_on > hub.today() - 730
                    or exists (select from hub.trigger_event e where e.trigger_id = t.id and e.at > hub.now() - interval '730 days') order by t.received_on, t.id""", ApplicationLine.class).getResultList();
    }

    /** @throws NotFound when there is no such application, or not for this viewer */
    public Application byReference(String reference) {
        return find(reference);
    }

    /** To be changed, by who may: whoever comes second waits here, and then sees what the first one did. */
    public Application toHandle(String reference) {
        var found = find(reference);
        permissions.require(Permission.HANDLE_APPLICATION, found.panelId());
        rows.refresh(found, LockMode.PESSIMISTIC_WRITE);
        return found;
    }

    /** Another way to name it; as {@link #byReference}. */
    Application byId(UUID id) {
        return Optional.ofNullable(rows.find(Application.class, id)).orElseThrow(() -> new NotFound("application", id));
    }

    private Application find(String reference) {
        var wanted = reference.strip().toUpperCase();
        return rows.createQuery("from Application a where a.reference = ?1", Application.class).setParameter(1, wanted).uniqueResultOptional()
                .orElseThrow(() -> new NotFound("application", reference));
    }

    /** Read by the viewer, which goes on the record. */
    public ApplicationView view(Application application) {
        reads.seen("trigger", application.id(), application.caseId(), application.panelId(), null);
        return rows.createNativeQuery("""
                select t.id, t.reference, t.subject, t.received_on, t.received_how, t.state, p.marking, p.short_name, t.happening, t.place, t.since, t.impact, t.wish, t.hate, t.hate_why, t.respondent, t.respondent_minor,
                       t.landlord, t.children, t.involvement, t.applicant_kind, c.reference, c.state, coalesce(l.name, ''), t.version
                  from hub.trigger t join hub.panel p on p.id = t.panel_id left join hub.case_file c on c.id = t.case_id left join hub.agency l on l.id = t.lead_agency_id where t.id = ?1""", ApplicationView.class).setParameter(1, application.id()).getSingleResult();
    }

    /** Who asks and how to reach them; empty for whoever is not among those who contact them. */
    public Optional<ApplicantView> applicant(Application application) {
        return rows.createNativeQuery("""
                select name, organisation, victim_name, relation, consent, consent_how, under_18, address, telephone, email, reach_by, safe_email, safe_call, safe_letter, safe_times,
                       array_to_string(needs, ','), needs_more from hub.trigger_applicant where trigger_id = ?1""", ApplicantView.class).setParameter(1, application.id()).uniqueResultOptional();
    }

    List<EventView> events(Application application) {
        return rows.createNativeQuery("""
                select e.kind, e.stage, e.on_day, e.note, coalesce(m.name, '') from hub.trigger_event e left join hub.member m on m.id = e.by where e.trigger_id = ?1 order by e.at, e.id""", EventView.class)
                .setParameter(1, application.id()).getResultList();
    }

    List<MessageView> messages(Application application) {
        return rows.createNativeQuery("""
                select x.from_applicant, x.kind, x.body, x.at, coalesce(m.name, '') from hub.trigger_message x left join hub.member m on m.id = x.by where x.trigger_id = ?1 order by x.at, x.id""", MessageView.class)
                .setParameter(1, application.id()).getResultList();
    }

    /** What the applicant wrote counts as read by whoever answers for it, once it was shown. */
    void read(Application application) {
        if (permissions.may(Permission.HANDLE_APPLICATION, application.panelId())) {
            rows.createNativeQuery("update hub.trigger_message set read_at = hub.now() where trigger_id = ?1 and from_applicant and read_at is null").setParameter(1, application.id()).executeUpdate();
        }
    }

    void write(Application application, UUID once, String body) {
        rows.createNativeQuery("insert into hub.trigger_message (partnership_id, id, trigger_id, panel_id, from_applicant, body, by) values (hub.partnership(), ?1, ?2, ?3, false, ?4, hub.viewer()) on conflict do nothing")
                .setParameter(1, once).setParameter(2, application.id()).setParameter(3, application.panelId()).setParameter(4, body).executeUpdate();
        tellToRead(application);
    }

    /** That something new waits on its page, with no word of it; where a mail is safe, and once a day at most. */
    public void tellToRead(Application application) {
        rows.flush();
        rows.createNativeQuery("select cast(access.tell_to_read(?1) as text)", String.class).setParameter(1, application.id()).getResultList();
    }

    void give(Application application, Code code) {
        rows.createNativeQuery("update hub.trigger_applicant set code_hash = ?2 where trigger_id = ?1").setParameter(1, application.id()).setParameter(2, code.hash()).executeUpdate();
    }

    /** @param told what the applicant is shown of it; empty for the usual words, or none */
    public void happened(Application application, EventKind kind, String stage, LocalDate on, String note, String told) {
        rows.persist(new Event(viewers.current(), application, kind, stage, on, note, told));
    }

    /** What has happened so far, each kind once. */
    public Set<EventKind> past(Application application) {
        return rows.createNativeQuery("select distinct kind from hub.trigger_event where trigger_id = ?1", String.class).setParameter(1, application.id()).getResultStream().map(EventKind::valueOf).collect(Collectors.toSet());
    }

    /** The decision whether the threshold is met: the last one, where there are more. */
    public Optional<Decided> decided(Application application) {
        return rows.createNativeQuery("""
                select d.position, d.met, d.route, d.decided_on, d.why, d.against, d.at, coalesce(m.name, '') from hub.trigger_decision d left join hub.member m on m.id = d.by where d.trigger_id = ?1
                 order by d.position desc fetch first row only""", Decided.class).setParameter(1, application.id()).uniqueResultOptional();
    }

    /** Whether the applicant was told of the last decision. */
    public boolean toldOfDecision(Application application) {
        return rows.createNativeQuery("""
                select exists (select from hub.trigger_event e where e.trigger_id = ?1 and e.kind = 'DECISION_TOLD'
                   and e.at >= (select max(d.at) from hub.trigger_decision d where d.trigger_id = ?1))""", Boolean.class).setParameter(1, application.id()).getSingleResult();
    }

    /** That it was decided: from it the clocks go on, and the yearly figures are counted (2014 Act, section 104(9)). */
    public void decide(Application application, boolean met, LocalDate on, String note) {
        application.decided(met);
        happened(application, met ? EventKind.MET : EventKind.NOT_MET, "", on, note, "");
    }

    private Optional<Boolean> lastFound(Application application) {
        return rows.createNativeQuery("select e.kind from hub.trigger_event e where e.trigger_id = ?1 and e.kind in ('MET', 'NOT_MET') order by e.at desc, e.id desc fetch first row only", String.class)
                .setParameter(1, application.id()).uniqueResultOptional().map(EventKind.MET.name()::equals);
    }

    /** Whether the threshold was found met, when it was last decided. */
    public boolean foundMet(Application application) {
        return lastFound(application).orElse(false);
    }

    /** Whether it may be opened again: its applicant took it back; or it was closed under review, and an appeal found that more is to be done. What was closed without a review is decided again instead. */
    boolean mayReopen(Application application) {
        return application.state() == ApplicationState.WITHDRAWN || application.state() == ApplicationState.CLOSED && foundMet(application);
    }

    /** Whether an appeal was upheld, at least in part, and nobody has taken it up since: neither opened it again nor decided anew. */
    boolean owesAnswer(Application application) {
        return rows.createNativeQuery("""
                select exists (select from hub.trigger_appeal a where a.trigger_id = ?1 and a.outcome in ('UPHELD', 'PARTLY')
                   and not exists (select from hub.trigger_event e where e.trigger_id = a.trigger_id and e.kind in ('REOPENED', 'MET', 'REVIEWED', 'CLOSED')
                     and e.at > (select max(x.at) from hub.trigger_event x where x.trigger_id = a.trigger_id and x.kind = 'APPEAL_DECIDED')))""", Boolean.class).setParameter(1, application.id()).getSingleResult();
    }

    /** It stands again as it was decided, or to be decided. */
    void reopen(Application application, String why) {
        var met = lastFound(application);
        if (application.state() == ApplicationState.WITHDRAWN) {
            application.reopen();
            // Step by step, as PostgreSQL lets an application go.
            rows.flush();
        }
        met.ifPresent(application::decided);
        happened(application, EventKind.REOPENED, "", viewers.current().today(), why, "");
    }

    /**
     * Keys in what was told by telephone, in a letter or in person; its clocks start on the day on which it was received.
     *
     * @param receipt what is mailed to the applicant, where that is safe
     * @return its reference
     */
    String enter(UUID panelId, LocalDate receivedOn, Received how, Filled filled, Code code, String receipt) {
        permissions.require(Permission.HANDLE_APPLICATION, panelId);
        var application = new Application(viewers.current(), panelId, receivedOn, how, filled);
        rows.persist(application);
        rows.flush();
        rows.refresh(application);
        rows.createNativeQuery("""
                insert into hub.trigger_applicant (partnership_id, trigger_id, panel_id, name, organisation, victim_name, relation, consent, consent_how, under_18, address, telephone, email, reach_by, safe_email, safe_call, safe_letter,
                  safe_times, needs, needs_more, code_hash)
                values (hub.partnership(), :id, :panel, :name, :organisation, :victim, :relation, :consent, :how, :minor, :address, :telephone, :email, :by, :mail, :call, :letter, :times, string_to_array(:needs, ','), :more, :code)""")
                .setParameter("id", application.id()).setParameter("panel", panelId).setParameter("name", filled.name()).setParameter("organisation", filled.organisation()).setParameter("victim", filled.victimName())
                .setParameter("relation", filled.relation()).setParameter("consent", filled.consent()).setParameter("how", filled.consentHow()).setParameter("minor", filled.under18()).setParameter("address", filled.address())
                .setParameter("telephone", filled.telephone()).setParameter("email", filled.email()).setParameter("by", filled.reachBy()).setParameter("mail", filled.safeEmail()).setParameter("call", filled.safeCall())
                .setParameter("letter", filled.safeLetter()).setParameter("times", filled.safeTimes()).setParameter("needs", String.join(",", filled.needs())).setParameter("more", filled.needsMore()).setParameter("code", code.hash()).executeUpdate();
        int position = 0;
        for (var report : filled.reports()) {
            rows.createNativeQuery("""
                    insert into hub.trigger_complaint (partnership_id, id, trigger_id, panel_id, position, happened_on, what, reported_on, reported_to, their_reference, answer, added_by)
                    values (hub.partnership(), gen_random_uuid(), ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, hub.viewer())""").setParameter(1, application.id()).setParameter(2, panelId).setParameter(3, ++position)
                    .setParameter(4, report.happenedOn(), LocalDate.class).setParameter(5, report.what()).setParameter(6, report.reportedOn(), LocalDate.class).setParameter(7, report.reportedTo())
                    .setParameter(8, report.reference()).setParameter(9, report.answer()).executeUpdate();
        }
        happened(application, EventKind.RECEIVED, "", receivedOn, "", "");
        rows.flush();
        rows.createNativeQuery("select cast(access.application_entered(?1, 'We have your form', ?2) as text)", String.class).setParameter(1, application.id()).setParameter(2, receipt).getResultList();
        return application.reference();
    }
}
