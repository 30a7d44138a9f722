package org.panelhub.protocols;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.hibernate.Session;
import org.panelhub.notify.Outbox;
import org.panelhub.page.Dates;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * What is told of protocols at once, by mail: a new edition that asks for signatures, and a signature that is withdrawn. To the
 * administrators, the officers who answer for the signatories, and the coordinators of the panels. No mail names a person.
 */
@ApplicationScoped
class ProtocolNews {

    private final Session rows;
    private final Outbox outbox;
    private final String hub;

    ProtocolNews(Session rows, Outbox outbox, @ConfigProperty(name = "hub.url") String hub) {
        this.rows = rows;
        this.outbox = outbox;
        this.hub = hub;
    }

    @CheckedTemplate(basePath = "protocols")
    static class Templates {
        static native TemplateInstance editionToSign(String protocol, String from, String address);

        static native TemplateInstance signatureWithdrawn(String signatory, String protocol, String on, String address);
    }

    /** To those who stand by the edition before, which it replaces on that day. */
    void editionMade(ProtocolView before, UUID made, LocalDate from) {
        var called = before.name() + ", edition " + (before.edition() + 1);
        tell(before.id(), "edition-to-sign", "A new edition of the protocol waits for signatures", Templates.editionToSign(plain(called), Dates.day(from), hub + "/protocols/" + made).render(), "edition " + made);
    }

    void withdrawn(ProtocolView protocol, SignatureView signature, LocalDate on) {
        tell(protocol.id(), "signature-withdrawn", "A signature under the protocol is withdrawn",
                Templates.signatureWithdrawn(plain(signature.signatory()), plain(protocol.title()), Dates.day(on), hub + "/protocols/" + protocol.id()).render(), "withdrawal " + signature.id() + " " + on);
    }

    /** A name as it may stand in a mail, which holds no address but the hub's own. */
    static String plain(String name) {
        return name.replace("://", " ").replaceAll("(?i)www[.]|mailto:", "");
    }

    private void tell(UUID edition, String template, String subject, String body, String key) {
        concerned(edition).forEach(member -> outbox.put(member, template, subject, body, key + " " + member));
    }

    private List<UUID> concerned(UUID edition) {
        return rows.createNativeQuery("select access.concerned_by(:protocol)", UUID.class).setParameter("protocol", edition).getResultList();
    }
}
