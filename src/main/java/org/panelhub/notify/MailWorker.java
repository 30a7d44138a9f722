package org.panelhub.notify;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.ServiceConfigurationError;
import java.util.UUID;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.hibernate.Session;
import org.jboss.logging.Logger;
import org.panelhub.access.HubService;

import io.quarkus.mailer.Mail;
import io.quarkus.mailer.reactive.ReactiveMailer;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Sends what lies in the outbox. Any number of nodes may do so: a mail is claimed by one of them, and the claim of a node that died ends
 * by itself. A mail that fails waits twice as long before each further try and is given up after the last one, for an administrator to
 * see. Each mail carries its own id as Message-ID, so that a mail server that took it before a node died can tell that it is the same.
 */
@ApplicationScoped
class MailWorker {

    private static final Logger LOG = Logger.getLogger(MailWorker.class);
    private static final String SERVICE = "mail";
    private static final String REMINDER_FOOT = "\n\nThis mail says nothing of what it is about. How often it comes is yours to choose: {hub}/reminders\nPlease do not reply to it.\n";
    private static final int AT_ONCE = 10;
    private static final int MOST_TRIES = 12;
    private static final Duration LONGEST_WAIT = Duration.ofHours(4);
    /** Longer than a whole batch can take, even if each of its mails runs into the limit. */
    private static final Duration CLAIM = Duration.ofMinutes(10);
    private static final Duration LIMIT = Duration.ofSeconds(30);

    private final Session database;
    private final ReactiveMailer mailer;
    private final Outbox outbox;
    private final CalendarFile calendar;
    private final Duration firstWait;

    MailWorker(Session database, ReactiveMailer mailer, Outbox outbox, CalendarFile calendar, @ConfigProperty(name = "hub.mail.first-wait") Duration firstWait) {
        this.database = database;
        this.mailer = mailer;
        this.outbox = outbox;
        this.calendar = calendar;
        this.firstWait = firstWait;
    }

    /** One mail of the outbox, claimed, with the meeting whose entry goes with it, where there is one. */
    record Claimed(UUID partnershipId, UUID id, String address, String subject, String body, Integer tries, UUID meetingId, String panel, Instant startsAt, Integer lengthMinutes, String venue,
            String onlineLink, Integer sequence, Boolean cancelled, Boolean reminder) {

        CalendarFile.Entry entry() {
            return new CalendarFile.Entry(meetingId, panel, startsAt, lengthMinutes, venue, onlineLink, sequence, cancelled);
        }
    }

    @Scheduled(every = "{hub.mail.every}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP, identity = "mail")
    void sendWhatIsDue() {
        List<Claimed> claimed;
        do {
            claimed = HubService.as(SERVICE, this::claim);
            claimed.forEach(this::send);
        } while (claimed.size() == AT_ONCE);
    }

    private List<Claimed> claim() {
        return database.createNativeQuery("select * from access.claim_mail(?1, make_interval(secs => ?2))", Claimed.class)
                .setParameter(1, AT_ONCE).setParameter(2, (double) CLAIM.toSeconds()).getResultList();
    }

    private void send(Claimed mail) {
        try {
            var letter = Mail.withText(mail.address, mail.subject, outbox.sent(mail.reminder ? mail.body + REMINDER_FOOT : mail.body)).addHeader("Message-ID", "<" + mail.id + "@panelhub>").addHeader("Auto-Submitted", "auto-generated");
            if (mail.meetingId != null) {
                attach(letter, mail);
            }
            mailer.send(letter).await().atMost(LIMIT);
        } catch (RuntimeException e) {
            failed(mail, e);
            return;
        }
        HubService.as(SERVICE, () -> database.createNativeQuery("select 1 from access.mail_sent(?1, ?2)", Integer.class)
                .setParameter(1, mail.partnershipId).setParameter(2, mail.id).getResultList());
    }

    /** A mail without its entry says what there is to say; one that never goes says nothing. */
    private void attach(Mail letter, Claimed mail) {
        try {
            letter.addAttachment(CalendarFile.NAME, calendar.message(mail.entry(), mail.address).getBytes(StandardCharsets.UTF_8), CalendarFile.messageType(mail.entry()));
        } catch (RuntimeException | LinkageError | ServiceConfigurationError e) {
            LOG.error("The entry for a calendar could not be written, and its mail goes without it", e);
        }
    }

    private void failed(Claimed mail, RuntimeException e) {
        var giveUp = mail.tries >= MOST_TRIES;
        LOG.warnf("A mail could not be sent at try %d%s: %s", mail.tries, giveUp ? " and is given up" : "", e.toString());
        HubService.as(SERVICE, () -> database.createNativeQuery("select 1 from access.mail_failed(?1, ?2, ?3, hub.now() + make_interval(secs => ?4), ?5)", Integer.class)
                .setParameter(1, mail.partnershipId).setParameter(2, mail.id).setParameter(3, MailTrouble.inWords(e))
                .setParameter(4, (double) waitAfter(mail.tries).toSeconds()).setParameter(5, giveUp).getResultList());
    }

    /** Twice as long each time. */
    Duration waitAfter(int tries) {
        var wait = firstWait.multipliedBy(1L << Math.min(tries - 1, MOST_TRIES));
        return wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait;
    }
}
