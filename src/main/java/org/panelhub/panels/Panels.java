package org.panelhub.panels;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.panelhub.access.NotFound;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;

/** The panels of the partnership. That they exist, and what for, every member may know. */
@ApplicationScoped
public class Panels implements PanacheRepositoryBase<Panel, UUID> {

    private static final String VIEW = """
            select p.id, p.kind, p.name, p.shortName, p.purpose, p.marking, p.undertakingText, p.declarationText, p.version from Panel p""";

    private final Arrangements arrangements;

    Panels(Arrangements arrangements) {
        this.arrangements = arrangements;
    }

    /** By name. */
    public List<PanelView> list() {
        return getEntityManager().createQuery(VIEW + " order by lower(p.name)", PanelView.class).getResultList();
    }

    /** @throws NotFound when there is none in this partnership */
    public PanelView byId(UUID id) {
        return getEntityManager().createQuery(VIEW + " where p.id = :id", PanelView.class).setParameter("id", id).getResultStream()
                .findFirst().orElseThrow(() -> new NotFound("panel", id));
    }

    /** The figures in force that day; empty where the partnership has not said any. */
    public Optional<ArrangementView> arrangementOn(UUID panelId, LocalDate day) {
        return arrangements.on(panelId, day);
    }
}
