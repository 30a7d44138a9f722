package org.panelhub.notify;

import java.util.UUID;

import org.eclipse.microprofile.config.inject.ConfigProperty;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;

/**
 * Where a room puts a mail, in the transaction that gives rise to it: both are kept or neither is. A mail says that something waits and
 * where to read it. It holds no personal data, neither in its subject nor in its text, because it leaves the hub (sharing design: what a
 * member may not see does not exist in a mail either). Which mails there are, and that they name no address but the hub's own, is held to by
 * the database, behind the door {@code access.post}.
 */
@ApplicationScoped
public class Outbox {

    private static final String MARKING = "OFFICIAL: ";
    private static final int LONGEST_SUBJECT = 200;

    /** Stands for the hub's address in what is kept, so that whoever reads along or writes past this class cannot send people elsewhere. */
    private static final String HUB = "{hub}";

    private final EntityManager database;
    private final String hub;

    Outbox(EntityManager database, @ConfigProperty(name = "hub.url") String hub) {
        this.database = database;
        this.hub = hub.replaceFirst("/+$", "");
    }

    /**
     * @param toMember whose known address it goes to
     * @param template which mail it is, in a word, as an administrator is shown it; one of those that the door knows
     * @param subject without the marking, which is put before it
     * @param body plain text, with no address but the hub's own
     * @param onceKey of one sender, a mail with the same key is put in once; null for no such limit
     */
    public void put(UUID toMember, String template, String subject, String body, String onceKey) {
        put(toMember, template, subject, body, onceKey, null);
    }

    /** @param meeting whose entry for the calendar goes with the mail, as it stands when that is sent; null for none */
    public void put(UUID toMember, String template, String subject, String body, String onceKey, UUID meeting) {
        database.createNativeQuery("select cast(access.post(?1, ?2, ?3, ?4, cast(?5 as text), cast(?6 as uuid)) as text)")
                .setParameter(1, toMember)
                .setParameter(2, template)
                .setParameter(3, marked(subject))
                .setParameter(4, kept(body))
                .setParameter(5, onceKey)
                .setParameter(6, meeting == null ? null : meeting.toString())
                .getResultList();
    }

    /**
     * To everybody who is invited to a meeting and in whose diary it stands, whether or not the sender sees them.
     *
     * @param template as above
     */
    public void tellInvited(UUID meeting, String template, String subject, String body, String onceKey) {
        database.createNativeQuery("select cast(access.tell_invited(?1, ?2, ?3, ?4, ?5) as text)")
                .setParameter(1, meeting)
                .setParameter(2, template)
                .setParameter(3, marked(subject))
                .setParameter(4, kept(body))
                .setParameter(5, onceKey)
                .getResultList();
    }

    /**
     * The hub's own reminder, put in by its work under the name {@code reminders}; with the same key it is put in once. What waits for one member goes as one mail, once a day at most and as often as
     * the member has chosen.
     *
     * @param urgent cannot wait for that
     */
    public void remind(UUID partnershipId, UUID toMember, String subject, String body, String onceKey, boolean urgent) {
        database.createNativeQuery("select cast(access.remind(?1, ?2, ?3, ?4, ?5, ?6) as text)")
                .setParameter(1, partnershipId)
                .setParameter(2, toMember)
                .setParameter(3, marked(subject))
                .setParameter(4, kept(body))
                .setParameter(5, onceKey)
                .setParameter(6, urgent)
                .getResultList();
    }

    /** What is kept of a text until it is sent: for the hub's own work, which puts mails in through a door of its own. */
    public String kept(String text) {
        return text.replace(hub, HUB);
    }

    /** What is sent of a kept text. */
    String sent(String text) {
        return text.replace(HUB, hub);
    }

    /** One line, with its marking first. */
    public static String marked(String subject) {
        var line = subject.replaceAll("\\s+", " ").strip();
        var marked = line.startsWith("OFFICIAL") ? line : MARKING + line;
        return marked.length() <= LONGEST_SUBJECT ? marked : marked.substring(0, LONGEST_SUBJECT);
    }
}
