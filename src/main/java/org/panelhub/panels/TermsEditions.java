package org.panelhub.panels;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.panelhub.identity.Viewers;
import org.panelhub.page.Invalid;
import org.panelhub.time.Dated;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.OptimisticLockException;

/** The terms of reference of panels, edition by edition. At most one of a panel holds on a day: PostgreSQL refuses a second. */
@ApplicationScoped
public class TermsEditions implements PanacheRepositoryBase<Terms, UUID> {

    private final Viewers viewers;

    TermsEditions(Viewers viewers) {
        this.viewers = viewers;
    }

    /** Newest first; what never held is left out. */
    public List<TermsView> of(UUID panelId) {
        return Dated.held(series(panelId)).stream().map(Terms::view).toList();
    }

    Optional<TermsOfReference> on(UUID panelId, LocalDate day) {
        return Dated.on(series(panelId), day).map(t -> t.view().terms());
    }

    /**
     * The earliest day on which new ones may begin: tomorrow, as by those of today a meeting may have been held; but on the day on which the
     * panel's own begin, it is still being set up.
     */
    LocalDate earliest(UUID panelId) {
        var today = viewers.current().today();
        boolean settingUp = Dated.held(series(panelId)).stream().allMatch(t -> !t.during().from().isBefore(today));
        return settingUp ? today : today.plusDays(1);
    }

    /**
     * From their first day on, in place of those that stood then, and until others that were planned already for later.
     *
     * @return the id of the edition
     * @throws Invalid naming the fields to mend
     * @throws OptimisticLockException when somebody else made an edition since the form was read
     */
    UUID add(Panel panel, TermsForm form) {
        var read = form.read(earliest(panel.id()));
        if (form.version() != null && !form.version().equals(newest(panel.id()))) {
            throw new OptimisticLockException("Someone else saved first");
        }
        return add(panel, read.from(), read.terms());
    }

    /** Tells the newest edition from the one before; empty where there is none. */
    String newest(UUID panelId) {
        return of(panelId).stream().findFirst().map(t -> t.id().toString()).orElse("");
    }

    UUID add(Panel panel, LocalDate from, TermsOfReference terms) {
        var during = Dated.makeRoom(series(panel.id()), from);
        // PostgreSQL must know that the earlier one ended before it takes the next.
        flush();
        var added = new Terms(panel, during, terms);
        persist(added);
        return added.view().id();
    }

    private List<Terms> series(UUID panelId) {
        return list("panelId", panelId);
    }
}
