package org.panelhub.notify;

import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;

/**
 * Where a room puts a mail, in the transaction that gives rise to it: both are kept or neither is. A mail says that something waits and
 * where to read it. It holds no personal data, neither in its subject nor in its text, because it leaves the hub (sharing design: what a
 * member may not see does not exist in a mail either).
 */
@ApplicationScoped
public class Outbox {

    private static final String MARKING = "OFFICIAL: ";
    private static final int LONGEST_SUBJECT = 200;

    private final EntityManager database;

    Outbox(EntityManager database) {
        this.database = database;
    }

    /**
     * @param toMember whose known address it goes to
     * @param template which mail it is, in a word, as an administrator is shown it
     * @param subject without the marking, which is put before it
     * @param body plain text
     * @param onceKey a mail with the same key is put in once; null for no such limit
     */
    public void put(UUID toMember, String template, String subject, String body, String onceKey) {
        // Without a conflict target: naming one would need the right to read the outbox, which only an administrator has.
        database.createNativeQuery("""
                insert into hub.outbox (partnership_id, id, to_member, template, subject, body, once_key)
                values (hub.partnership(), ?1, ?2, ?3, ?4, ?5, ?6) on conflict do nothing""")
                .setParameter(1, UUID.randomUUID())
                .setParameter(2, toMember)
                .setParameter(3, template)
                .setParameter(4, marked(subject))
                .setParameter(5, body)
                .setParameter(6, onceKey)
                .executeUpdate();
    }

    /** One line, with its marking first. */
    static String marked(String subject) {
        var line = subject.replaceAll("\\s+", " ").strip();
        var marked = line.startsWith("OFFICIAL") ? line : MARKING + line;
        return marked.length() <= LONGEST_SUBJECT ? marked : marked.substring(0, LONGEST_SUBJECT);
    }
}
