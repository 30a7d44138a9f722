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

/** The arrangements of panels. At most one of a panel holds on a day: PostgreSQL refuses a second. */
@ApplicationScoped
public class Arrangements implements PanacheRepositoryBase<Arrangement, UUID> {

    private final Viewers viewers;

    Arrangements(Viewers viewers) {
        this.viewers = viewers;
    }

    /** Newest first; what never held is left out. */
    public List<ArrangementView> of(UUID panelId) {
        return Dated.held(series(panelId)).stream().map(Arrangement::view).toList();
    }

    public Optional<ArrangementView> on(UUID panelId, LocalDate day) {
        return Dated.on(series(panelId), day).map(Arrangement::view);
    }

    /**
     * From its first day on, in place of the one that stood then, and until one that was planned already for later.
     *
     * @throws Invalid naming the fields to mend
     */
    UUID add(Panel panel, ArrangementForm form) {
        var read = form.read(viewers.current().today());
        return add(panel, read.from(), read.figures());
    }

    UUID add(Panel panel, LocalDate from, ArrangementFigures figures) {
        var during = Dated.makeRoom(series(panel.id()), from);
        // PostgreSQL must know that the earlier one ended before it takes the next.
        flush();
        var added = new Arrangement(panel, during, figures);
        persist(added);
        return added.view().id();
    }

    private List<Arrangement> series(UUID panelId) {
        return list("panelId", panelId);
    }
}
