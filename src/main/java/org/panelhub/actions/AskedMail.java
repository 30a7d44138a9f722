package org.panelhub.actions;

import java.util.List;
import java.util.UUID;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.hibernate.Session;
import org.panelhub.identity.Viewers;
import org.panelhub.notify.Outbox;

import jakarta.enterprise.context.ApplicationScoped;

/**
 * Mails about what is asked of an action: that something waits, and where. They name neither the action nor a case, and go to those alone to whom the action is
 * open, which PostgreSQL decides.
 */
@ApplicationScoped
class AskedMail {

    private final Session database;
    private final Outbox outbox;
    private final Viewers viewers;
    private final String hub;

    AskedMail(Session database, Outbox outbox, Viewers viewers, @ConfigProperty(name = "hub.url") String hub) {
        this.database = database;
        this.outbox = outbox;
        this.viewers = viewers;
        this.hub = hub;
    }

    /** To those of the agency who hold a seat on the panel. */
    void offered(Action action, UUID agencyId, UUID offerId) {
        var seated = database.createNativeQuery("""
                select distinct s.member_id from hub.seat s join hub.member m on m.id = s.member_id
                 where s.panel_id = :p and s.during @> hub.today() and m.agency_id = :g""", UUID.class).setParameter("p", action.panelId()).setParameter("g", agencyId).getResultList();
        tell(action, seated, "action asked", "An action is offered to your agency", "Another agency offers yours an action. Take it on, or decline it with a reason:\n" + hub + "/actions?whose=offered\n", "offer/" + offerId);
    }

    /** To the chairs of the panel. */
    void laterAsked(Action action, UUID extensionId) {
        var chairs = database.createNativeQuery("""
                select distinct s.member_id from hub.seat s where s.panel_id = :p and s.during @> hub.today() and s.role in ('CHAIR', 'VICE_CHAIR', 'INDEPENDENT_CHAIR')""", UUID.class)
                .setParameter("p", action.panelId()).getResultList();
        tell(action, chairs, "action asked", "A later day is asked for", "A later day is asked for an action. Agree to it, or refuse it with a reason:\n" + hub + "/actions?whose=later\n", "later/" + extensionId);
    }

    /** To whoever asked. */
    void answered(Action action, UUID asker, UUID askedId) {
        tell(action, List.of(asker), "action answered", "What you asked about an action is answered", "What you asked about an action is answered. Read it here:\n" + hub + "/actions/" + action.id() + "\n", "answered/" + askedId);
    }

    private void tell(Action action, List<UUID> members, String template, String subject, String body, String key) {
        var open = action.caseId() == null ? members
                : database.createNativeQuery("select access.open_to(:c, :m)", UUID.class).setParameter("c", action.caseId()).setParameter("m", members.toArray(UUID[]::new)).getResultList();
        open.stream().filter(m -> !m.equals(viewers.current().memberId())).forEach(m -> outbox.put(m, template, subject, body, key + "/" + m));
    }
}
