package org.panelhub.panels;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.panelhub.identity.Viewers;
import org.panelhub.page.Invalid;
import org.panelhub.time.DateRange;

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
        return held(panelId).stream().map(Arrangement::view).toList();
    }

    public Optional<ArrangementView> on(UUID panelId, LocalDate day) {
        return held(panelId).stream().filter(a -> a.during().contains(day)).findFirst().map(Arrangement::view);
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
        var others = held(panel.id());
        others.stream().filter(a -> a.during().contains(from)).forEach(a -> a.endOn(from));
        // PostgreSQL must know that the earlier one ended before it takes the next.
        flush();
        var next = others.stream().filter(a -> !a.during().isEmpty() && a.during().from().isAfter(from)).map(a -> a.during().from()).min(Comparator.naturalOrder());
        var added = new Arrangement(panel, new DateRange(from, next.orElse(null)), figures);
        persist(added);
        return added.view().id();
    }

    private List<Arrangement> held(UUID panelId) {
        return list("panelId", panelId).stream().filter(a -> !a.during().isEmpty())
                .sorted(Comparator.comparing((Arrangement a) -> a.during().from()).reversed()).toList();
    }
}
