package org.panelhub.panels;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.Optional;
import java.util.UUID;

import org.panelhub.identity.Viewers;
import org.panelhub.page.Errors;
import org.panelhub.page.Invalid;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;

/** The yearly undertakings. Everyone signs only their own; in the last month it can be signed anew. */
@ApplicationScoped
public class Undertakings implements PanacheRepositoryBase<Undertaking, UUID> {

    /** Days before its end from which an undertaking is due to be signed again. */
    static final int DUE_DAYS = 30;

    private final Viewers viewers;
    private final Panels panels;

    Undertakings(Viewers viewers, Panels panels) {
        this.viewers = viewers;
        this.panels = panels;
    }

    /** The last day of the viewer's own for the panel; empty when none is in force. */
    public Optional<LocalDate> ownUntil(UUID panelId) {
        var viewer = viewers.current();
        return list("memberId = ?1 and panelId = ?2", viewer.memberId(), panelId).stream().filter(u -> u.during().contains(viewer.today()))
                .map(u -> u.during().last()).max(Comparator.naturalOrder());
    }

    /** Whether the viewer sits on the panel, works on a case of it, or was invited by it: who does not has nothing to undertake. */
    public boolean takesPart(UUID panelId) {
        return (Boolean) getEntityManager()
                .createNativeQuery("select exists (select from access.panel_member p where p.panel_id = :panel and p.member_id = hub.viewer())", Boolean.class)
                .setParameter("panel", panelId).getSingleResult();
    }

    /** Whether one in force until that day may be signed again by now. */
    static boolean due(LocalDate until, LocalDate today) {
        return until == null || !until.isAfter(today.plusDays(DUE_DAYS));
    }

    /**
     * Signs the panel's present text, for a year.
     *
     * @throws Invalid when the viewer has no part in the panel, or has signed and it is not yet due again
     */
    public void sign(UUID panelId) {
        var viewer = viewers.current();
        var panel = panels.byId(panelId);
        var until = ownUntil(panelId).orElse(null);
        Invalid.unless(new Errors().addIf(!takesPart(panelId), "sign", "You have no part in this panel, so there is nothing for you to sign")
                .addIf(!due(until, viewer.today()), "sign", "You have signed already"));
        persist(new Undertaking(viewer.partnershipId(), viewer.memberId(), panel, viewer.now(), viewer.today()));
    }
}
