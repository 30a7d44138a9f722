package org.panelhub.panels;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;

/** The arrangements of panels. At most one of a panel holds on a day: PostgreSQL refuses a second. */
@ApplicationScoped
public class Arrangements implements PanacheRepositoryBase<Arrangement, UUID> {

    /** Newest first; what never held is left out. */
    public List<ArrangementView> of(UUID panelId) {
        return held(panelId).stream().map(Arrangement::view).toList();
    }

    public Optional<ArrangementView> on(UUID panelId, LocalDate day) {
        return held(panelId).stream().filter(a -> a.during().contains(day)).findFirst().map(Arrangement::view);
    }

    List<Arrangement> held(UUID panelId) {
        return list("panelId", panelId).stream().filter(a -> !a.during().isEmpty())
                .sorted(Comparator.comparing((Arrangement a) -> a.during().from()).reversed()).toList();
    }
}
