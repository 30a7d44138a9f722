package org.panelhub.oversight;

import java.net.URI;
import java.time.LocalDate;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.hibernate.Session;
import org.panelhub.access.HubService;
import org.panelhub.audit.seal.Sealer;
import org.panelhub.audit.seal.Seals;
import org.panelhub.notify.Outbox;
import org.panelhub.page.Dates;
import org.panelhub.time.HubClock;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Once on each day after one on which something was sealed, number and fingerprint of the last seal go to the information leads of its partnership: whoever
 * writes the whole chain anew does not reach their mailboxes. The mail says nothing of what was sealed.
 */
@ApplicationScoped
class SealMails {

    private final Session database;
    private final Seals seals;
    private final Outbox outbox;
    private final HubClock clock;
    private final URI hub;

    SealMails(Session database, Seals seals, Outbox outbox, HubClock clock, @ConfigProperty(name = "hub.url") URI hub) {
        this.database = database;
        this.seals = seals;
        this.outbox = outbox;
        this.clock = clock;
        this.hub = hub;
    }

    @CheckedTemplate(basePath = "oversight")
    static class Templates {
        static native TemplateInstance seal(int number, String sealed, String fingerprint, String address);
    }

    @Scheduled(every = "{hub.reminders.every}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP, identity = "seal mails")
    void tellTheLastSeal() {
        tell(HubService.as(Sealer.SERVICE, clock::now).toLocalDate());
    }

    /** A second call on the same day, here or on another node, puts nothing more into the outbox. */
    void tell(LocalDate today) {
        for (var seal : seals.lastOfEach()) {
            var day = seal.sealedAt().atZone(Dates.LONDON).toLocalDate();
            if (seal.partnershipId() != null && !day.isBefore(today.minusDays(1))) {
                var text = Templates.seal(seal.number(), Dates.moment(seal.sealedAt()), seal.fingerprint(), hub.resolve("/audit/verify").toString()).render();
                HubService.as(Sealer.SERVICE, () -> database.createNativeQuery("select cast(access.mail_seal(?1, ?2, ?3, ?4) as text)", String.class).setParameter(1, seal.partnershipId())
                        .setParameter(2, Outbox.marked("Seal " + seal.number() + " of your partnership’s record")).setParameter(3, outbox.kept(text)).setParameter(4, today.toString()).getResultList());
            }
        }
    }
}
