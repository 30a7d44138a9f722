package org.panelhub.actions;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.panelhub.identity.Viewers;
import org.panelhub.page.Invalid;
import org.panelhub.time.Dated;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;

/** The ladders of panels by which actions that are not done are escalated. At most one of a panel holds on a day: PostgreSQL refuses a second. */
@ApplicationScoped
class Ladders implements PanacheRepositoryBase<Ladder, UUID> {

    private final Viewers viewers;

    Ladders(Viewers viewers) {
        this.viewers = viewers;
    }

    /** Newest first; what never held is left out. */
    List<LadderView> of(UUID panelId) {
        return Dated.held(series(panelId)).stream().map(Ladder::view).toList();
    }

    Optional<LadderView> now(UUID panelId) {
        return Dated.on(series(panelId), viewers.current().today()).map(Ladder::view);
    }

    /**
     * From its first day on, in place of the one that stood then, and until one that was planned already for later.
     *
     * @throws Invalid naming the fields to mend
     */
    void add(UUID panelId, LadderForm form) {
        var read = form.read(viewers.current().today());
        var during = Dated.makeRoom(series(panelId), read.from());
        // PostgreSQL must know that the earlier one ended before it takes the next.
        flush();
        persist(new Ladder(viewers.current().partnershipId(), panelId, during, read));
    }

    private List<Ladder> series(UUID panelId) {
        return list("panelId", panelId);
    }
}
