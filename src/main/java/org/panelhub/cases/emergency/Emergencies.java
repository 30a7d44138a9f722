package org.panelhub.cases.emergency;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.hibernate.Session;
import org.panelhub.access.NotFound;
import org.panelhub.identity.Viewers;

import io.quarkus.qute.TemplateData;
import jakarta.enterprise.context.ApplicationScoped;

/** Opens a case in an emergency, and lists what was opened for those who answer for it, through the doors that decide both. */
@ApplicationScoped
public class Emergencies {

    private final Session database;
    private final Viewers viewers;

    Emergencies(Session database, Viewers viewers) {
        this.database = database;
        this.viewers = viewers;
    }

    /** The one that the viewer has open now. */
    @TemplateData
    public record Running(UUID id, String reference, String panel, Instant until) {
    }

    /** @param refused null when it was opened; the word of the door otherwise */
    public record Opened(String reference, String refused, Integer most) {
    }

    public Optional<Running> running() {
        return database.createNativeQuery("""
                select e.id, c.reference, p.short_name, e.until from hub.emergency e join hub.case_file c on c.id = e.case_id join hub.panel p on p.id = e.panel_id
                 where e.member_id = hub.viewer() and e.ended_at is null and e.until > hub.now()""", Running.class).getResultStream().findFirst();
    }

    /** References that the viewer may open, by an exact reference or an exact name and date of birth. Each search is on record. */
    public List<String> find(String reference, String given, String family, LocalDate born) {
        return database.createNativeQuery("select r from access.find_in_emergency(:reference, :given, :family, cast(:born as date)) r", String.class).setParameter("reference", reference)
                .setParameter("given", given).setParameter("family", family).setParameter("born", born == null ? null : born.toString()).getResultList();
    }

    /** From now, for so many hours. */
    public Opened open(String reference, String reason, int hours) {
        return database.createNativeQuery("select o.reference, o.refused, o.most from access.open_in_emergency(:reference, :reason, :hours) o", Opened.class)
                .setParameter("reference", reference).setParameter("reason", reason).setParameter("hours", hours).getSingleResult();
    }

    /** Before its time. @throws NotFound when there is none that is open and the viewer's to close */
    public void close(UUID id) {
        if (!database.createNativeQuery("select access.close_emergency(:id)", Boolean.class).setParameter("id", id).getSingleResult()) {
            throw new NotFound("emergency", id);
        }
    }

    /** Those that the viewer answers for, what waits for a review first. */
    public List<EmergencyView> toReview() {
        var viewer = viewers.current();
        return database.createNativeQuery("""
                select e.id, e.reference, e.panel, e.member, e.agency, e.own, e.opened_as, e.reason, e.opened_at, e.until, e.ended_at, e.review_by, e.reads, e.outcome, e.note, e.reviewer, e.reviewed_at,
                       cast(:now as timestamptz), cast(:today as date)
                  from access.emergencies() e""", EmergencyView.class).setParameter("now", viewer.now().toString()).setParameter("today", viewer.today().toString()).getResultList();
    }

    /** @throws NotFound when there is none, or the viewer does not answer for it */
    public EmergencyView byId(UUID id) {
        return toReview().stream().filter(e -> e.id().equals(id)).findFirst().orElseThrow(() -> new NotFound("emergency", id));
    }

    /** One look under an emergency; never what it showed. */
    @TemplateData
    public record Look(Instant at, String act, String kind, String about) {

        public String what() {
            var word = switch (kind) {
                case "case_file", "case" -> "the case";
                case "item" -> "information";
                case "disclosure" -> "release";
                case "safe_contact" -> "safe contact";
                case "case_exit" -> "closing";
                case "emergency" -> "opened the case";
                default -> kind.replace('_', ' ');
            };
            return act.equals("EXPORTED") ? "Took out: " + word : word;
        }
    }

    List<Look> reads(UUID id) {
        return database.createNativeQuery("select r.at, r.act, r.kind, r.about from access.emergency_reads(:id) r", Look.class).setParameter("id", id).getResultList();
    }

    /** @return false when somebody has reviewed it already, or it is the viewer's own */
    boolean review(UUID id, EmergencyView.Outcome outcome, String note) {
        return database.createNativeQuery("select access.review_emergency(:id, :outcome, :note)", Boolean.class).setParameter("id", id).setParameter("outcome", outcome.name())
                .setParameter("note", note).getSingleResult();
    }
}
