package org.panelhub.notify;

import java.net.URI;
import java.util.UUID;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.panelhub.notify.Reminding.Day;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.ApplicationScoped;

/** A reminder in three parts: what waits, what to do then, and where; the same again on the same day changes nothing. */
@ApplicationScoped
public class ReminderMail {

    private final Outbox outbox;
    private final URI hub;

    ReminderMail(Outbox outbox, @ConfigProperty(name = "hub.url") URI hub) {
        this.outbox = outbox;
        this.hub = hub;
    }

    @CheckedTemplate(basePath = "notify")
    static class Templates {
        static native TemplateInstance reminder(String what, String then, String address);
    }

    /**
     * @param about tells reminders of one day to one member apart
     * @param what without a full stop; it is the subject, too
     * @param path of the page where it is done
     */
    public void put(Day day, UUID partnershipId, UUID memberId, String about, String what, String then, String path) {
        outbox.remind(partnershipId, memberId, what, Templates.reminder(what + ".", then, hub.resolve(path).toString()).render(), about + " " + memberId + " " + day.today(), false);
    }
}
