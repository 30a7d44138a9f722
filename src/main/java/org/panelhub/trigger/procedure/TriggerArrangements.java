package org.panelhub.trigger.procedure;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;

import org.panelhub.access.HubService;
import org.panelhub.identity.Viewers;
import org.panelhub.page.Invalid;
import org.panelhub.time.Dated;
import org.panelhub.trigger.rules.TriggerRules;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.OptimisticLockException;

/** The review procedures of the viewer's partnership, one after the other. At most one holds on a day: PostgreSQL refuses a second. */
@ApplicationScoped
public class TriggerArrangements implements PanacheRepositoryBase<TriggerArrangement, UUID> {

    private static final String FROM_A_DOOR = """
            select id, partnership_id, cast(during as text) as during, complaints, report_months, apply_months, weighed, hate_number, hate_months, community_number, community_months, discretion, spans, amber_days, tell_within, answer_within
              from access.""";

    private final TriggerPresets presets;
    private final Viewers viewers;

    TriggerArrangements(TriggerPresets presets, Viewers viewers) {
        this.presets = presets;
        this.viewers = viewers;
    }

    /** Newest first; what never held is left out. */
    public List<TriggerArrangementView> all() {
        return Dated.held(listAll()).stream().map(TriggerArrangement::view).toList();
    }

    public Optional<TriggerArrangementView> on(LocalDate day) {
        return Dated.on(listAll(), day).map(TriggerArrangement::view);
    }

    /** By what an application that was received on that day is judged: the procedure in force then, or where there was none, the Act alone. */
    public TriggerRules rulesOn(LocalDate received) {
        return rules().apply(received);
    }

    /** The same for many applications: all that ever held is read once. */
    public Function<LocalDate, TriggerRules> rules() {
        var series = listAll();
        return received -> Dated.on(series, received).map(TriggerArrangement::view).map(TriggerArrangementView::rules).orElseGet(presets::statutory);
    }

    /** By what applications of any partnership are judged, by the day of receipt; for the hub's own work under the name {@code reminders}. */
    public BiFunction<UUID, LocalDate, TriggerRules> ofAll() {
        var all = getSession().createNativeQuery(FROM_A_DOOR + "application_procedures()", TriggerArrangement.class).getResultList();
        return (partnership, received) -> Dated.on(all.stream().filter(a -> a.of(partnership)).toList(), received).map(TriggerArrangement::view).map(TriggerArrangementView::rules).orElseGet(presets::statutory);
    }

    /** What holds where an area has said nothing. */
    public TriggerRules theActAlone() {
        return presets.statutory();
    }

    /** The one in force today in an area, which the Act has published; read through a door, as the public has no account. */
    public Optional<TriggerArrangementView> published(String service, String area) {
        return HubService.as(service, () -> getSession().createNativeQuery(FROM_A_DOOR + "trigger_procedure(?1)", TriggerArrangement.class).setParameter(1, area).uniqueResultOptional().map(TriggerArrangement::view));
    }

    /** By what the application of that reference and code is judged; read through a door, as its applicant has no account. */
    public TriggerRules followed(String service, String reference, String codeHash) {
        return HubService.as(service, () -> getSession().createNativeQuery(FROM_A_DOOR + "trigger_appeal_procedure(?1, ?2)", TriggerArrangement.class).setParameter(1, reference).setParameter(2, codeHash).uniqueResultOptional().map(TriggerArrangement::view)
                .map(TriggerArrangementView::rules).orElseGet(presets::statutory));
    }

    /**
     * The earliest day on which a new one may begin: tomorrow, as what held before is not rewritten, and what came today is judged by what holds today. A partnership that has said nothing yet may say from when its procedure has held, so
     * that applications which it received earlier are judged by it; then there is no earliest day.
     */
    Optional<LocalDate> earliest() {
        return all().isEmpty() ? Optional.empty() : Optional.of(viewers.current().today().plusDays(1));
    }

    /** Tells the newest one from the one before; empty where there is none. */
    String newest() {
        return all().stream().findFirst().map(a -> a.id().toString()).orElse("");
    }

    /**
     * From its first day on, in place of the one that stood then, and until one that was planned already for later.
     *
     * @return its id
     * @throws Invalid naming the fields to mend
     * @throws OptimisticLockException when somebody else arranged anew since the form was read
     */
    UUID add(TriggerArrangementForm form) {
        if (!newest().isEmpty() && !newest().equals(form.version())) {
            throw new OptimisticLockException("Someone else saved first");
        }
        var read = form.read(earliest(), viewers.current().today());
        var during = Dated.makeRoom(listAll(), read.from());
        // PostgreSQL must know that the earlier one ended before it takes the next.
        flush();
        var added = new TriggerArrangement(viewers.current().partnershipId(), during, read.rules());
        persist(added);
        return added.view().id();
    }
}
