package org.panelhub.notify;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.hibernate.Session;
import org.panelhub.access.NotFound;
import org.panelhub.access.Permission;
import org.panelhub.access.Permissions;

import jakarta.enterprise.context.ApplicationScoped;

/** What lies in the outbox and has not gone out, for an administrator to see and to set going again. */
@ApplicationScoped
class UnsentMails {

    /** A mail that is younger and was not tried yet is on its way, and no news. */
    private static final int MOST_SHOWN = 200;

    private final Session database;
    private final Permissions permissions;

    UnsentMails(Session database, Permissions permissions) {
        this.database = database;
        this.permissions = permissions;
    }

    record Row(UUID id, String template, String subject, String recipient, String address, Instant madeAt, Integer tries, Instant nextTryAt, Instant givenUpAt, String error) {
    }

    /** Given-up ones first, then the longest waiting. */
    List<MailView> all() {
        permissions.require(Permission.SET_UP);
        return database.createNativeQuery("""
                select o.id, o.template, o.subject, m.name, coalesce(c.email, ''), o.made_at, o.tries, o.next_try_at, o.given_up_at, coalesce(o.last_error, '')
                  from hub.outbox o left join hub.member m on m.id = o.to_member left join hub.member_contact c on c.member_id = o.to_member
                 where o.sent_at is null order by o.given_up_at is null, o.made_at, o.id limit ?1""", Row.class).setParameter(1, MOST_SHOWN).getResultList().stream()
                .map(r -> new MailView(r.id, words(r.template), r.subject, r.recipient, r.address, r.madeAt, r.tries, r.nextTryAt, r.givenUpAt, r.error)).toList();
    }

    /** Begins again from the first try. */
    void tryAgain(UUID id) {
        permissions.require(Permission.SET_UP);
        if (!database.createNativeQuery("select access.retry_mail(?1)", Boolean.class).setParameter(1, id).getSingleResult()) {
            throw new NotFound("mail", id);
        }
    }

    /** A template's name as people read it: "minutes-ready" is "Minutes ready". */
    private static String words(String template) {
        var words = template.replaceAll("[-_.]+", " ").strip();
        return words.isEmpty() ? "Mail" : Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }
}
