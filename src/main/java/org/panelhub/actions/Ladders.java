package org.panelhub.actions;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.panelhub.identity.Viewers;
import org.panelhub.page.Invalid;
import org.panelhub.time.DateRange;

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
        return held(panelId).stream().map(Ladder::view).toList();
    }

    Optional<LadderView> now(UUID panelId) {
        return held(panelId).stream().filter(l -> l.during().contains(viewers.current().today())).findFirst().map(Ladder::view);
    }

    /**
     * From its first day on, in place of the one that stood then, and until one that was planned already for later.
     *
     * @throws Invalid naming the fields to mend
     */
    void add(UUID panelId, LadderForm form) {
        var read = form.read(viewers.current().today());
        var others = held(panelId);
        others.stream().filter(l -> l.during().contains(read.from())).forEach(l -> l.endOn(read.from()));
        // PostgreSQL must know that the earlier one ended before it takes the next.
        flush();
        var next = others.stream().filter(l -> !l.during().isEmpty() && l.during().from().isAfter(read.from())).map(l -> l.during().from()).min(Comparator.naturalOrder());
        persist(new Ladder(viewers.current().partnershipId(), panelId, new DateRange(read.from(), next.orElse(null)), read));
    }

    private List<Ladder> held(UUID panelId) {
        return list("panelId", panelId).stream().filter(l -> !l.during().isEmpty()).sorted(Comparator.comparing((Ladder l) -> l.during().from()).reversed()).toList();
    }
}
