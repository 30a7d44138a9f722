package org.panelhub.actions;

import java.util.UUID;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.hibernate.Session;
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
    private final String hub;

    AskedMail(Session database, Outbox outbox, @ConfigProperty(name = "hub.url") String hub) {
        this.database = database;
        this.outbox = outbox;
        this.hub = hub;
    }

    /** To those of the agency to whom the action is open by seat or case team. */
    void offered(Action action, UUID agencyId, UUID offerId) {
        tell(action, agencyId, null, "action asked", "An action is offered to your agency", "Another agency offers yours an action. Take it on, or decline it with a reason:\n" + hub + "/actions?whose=offered\n", "offer/" + offerId);
    }

    /** To the chairs of the panel. */
    void laterAsked(Action action, UUID extensionId) {
        tell(action, null, null, "action asked", "A later day is asked for", "A later day is asked for an action. Agree to it, or refuse it with a reason:\n" + hub + "/actions?whose=later\n", "later/" + extensionId);
    }

    /** To whoever asked. */
    void answered(Action action, UUID asker, UUID askedId) {
        tell(action, null, asker, "action answered", "What you asked about an action is answered", "What you asked about an action is answered. Read it here:\n" + hub + "/actions/" + action.id() + "\n", "answered/" + askedId);
    }

    private void tell(Action action, UUID agencyId, UUID memberId, String template, String subject, String body, String key) {
        database.createNativeQuery("select cast(access.tell_asked(:a, cast(:g as uuid), cast(:m as uuid), :template, :subject, :body, :key) as text)").setParameter("a", action.id())
                .setParameter("g", agencyId == null ? null : agencyId.toString(), String.class).setParameter("m", memberId == null ? null : memberId.toString(), String.class).setParameter("template", template)
                .setParameter("subject", Outbox.marked(subject)).setParameter("body", outbox.kept(body)).setParameter("key", key).getResultList();
    }
}
