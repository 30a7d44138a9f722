package org.panelhub.panels;

import java.sql.Date;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import org.panelhub.identity.Role;
import org.panelhub.identity.Viewer;
import org.panelhub.identity.Viewers;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;

/**
 * A member's own standing on the panels where it has a seat. Whether it holds was worked out by PostgreSQL when the viewer entered; until
 * when is said here.
 */
@ApplicationScoped
public class Standing {

    private final Viewers viewers;
    private final Panels panels;
    private final Undertakings undertakings;
    private final EntityManager database;

    Standing(Viewers viewers, Panels panels, Undertakings undertakings, EntityManager database) {
        this.viewers = viewers;
        this.panels = panels;
        this.undertakings = undertakings;
        this.database = database;
    }

    /** By panel; empty for who has no seat. */
    public List<PanelStanding> ofViewer() {
        var viewer = viewers.current();
        List<PanelStanding> all = new ArrayList<>();
        for (var panel : panels.list()) {
            var places = viewer.seats().stream().filter(p -> p.panelId().equals(panel.id())).toList();
            if (!places.isEmpty()) {
                var roles = places.stream().map(Viewer.Place::role).distinct().toList();
                var signed = places.stream().anyMatch(Viewer.Place::signed);
                var until = undertakings.ownUntil(panel.id()).orElse(null);
                all.add(new PanelStanding(panel.id(), panel.name(), panel.shortName(), roles, signed,
                        signed && !roles.contains(Role.INDEPENDENT_CHAIR) ? signedUntil(panel.id(), viewer.agencyId()) : null, until,
                        Undertakings.due(until, viewer.today())));
            }
        }
        return all;
    }

    private LocalDate signedUntil(UUID panelId, UUID agencyId) {
        var last = database.createNativeQuery("""
                select until from access.panel_signed where panel_id = :panel and agency_id = :agency order by until desc nulls first limit 1""")
                .setParameter("panel", panelId).setParameter("agency", agencyId).getResultList();
        var found = last.isEmpty() ? null : last.getFirst();
        return found instanceof Date date ? date.toLocalDate() : (LocalDate) found;
    }
}
