package org.panelhub.protocols;

import java.util.List;
import java.util.UUID;

import org.panelhub.access.NotFound;
import org.panelhub.identity.Viewers;
import org.panelhub.page.Field;
import org.panelhub.page.Invalid;
import org.panelhub.partnership.Signatories;
import org.panelhub.time.DateRange;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;

/** Signatures under protocols. Every member may know who has signed, and until when. */
@ApplicationScoped
public class Signatures implements PanacheRepositoryBase<Signature, UUID> {

    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_REASON = 2000;

    private final Viewers viewers;
    private final Signatories signatories;
    private final Event<SignatureWithdrawn> withdrawn;

    Signatures(Viewers viewers, Signatories signatories, Event<SignatureWithdrawn> withdrawn) {
        this.viewers = viewers;
        this.signatories = signatories;
        this.withdrawn = withdrawn;
    }

    /** By signatory, the newest first. */
    public List<SignatureView> of(UUID protocolId) {
        return getEntityManager().createQuery("""
                select g, s.name from Signature g join Signatory s on s.id = g.signatoryId where g.protocolId = :protocol order by lower(s.name)""", Object[].class)
                .setParameter("protocol", protocolId).getResultStream().map(row -> ((Signature) row[0]).view((String) row[1]))
                .sorted(java.util.Comparator.comparing((SignatureView v) -> v.signatory().toLowerCase(java.util.Locale.ENGLISH))
                        .thenComparing(v -> v.during().from(), java.util.Comparator.nullsLast(java.util.Comparator.reverseOrder())))
                .toList();
    }

    /** @throws NotFound when the protocol has no such signature */
    public SignatureView byId(UUID protocolId, UUID id) {
        return of(protocolId).stream().filter(g -> g.id().equals(id)).findFirst().orElseThrow(() -> new NotFound("signature", id));
    }

    /**
     * From its day on, as long as the protocol is in force.
     *
     * @throws Invalid naming the fields to mend; who has signed already cannot sign again
     */
    UUID sign(Protocol protocol, SignatureForm form) {
        var check = new Field.Check();
        var signatory = signatories.list().stream().filter(s -> s.id().toString().equals(form.signatory())).findFirst();
        check.that(signatory.isPresent(), "signatory", "Choose the signatory");
        var by = check.text("signedBy", "Name of who signed", form.signedBy(), LONGEST_NAME, true);
        var officer = check.text("designatedOfficer", "Designated officer", form.designatedOfficer(), LONGEST_NAME, true);
        var deputy = check.text("deputyOfficer", "Deputy", form.deputyOfficer(), LONGEST_NAME, false);
        var from = check.date("from", "Day of signing", form.from(), true);
        var today = viewers.current().today();
        check.that(from == null || !from.isAfter(today), "from", "Day of signing must not be in the future");
        check.that(from == null || !from.isBefore(today.minusYears(1)), "from", "Day of signing must be within the last year");
        check.that(from == null || protocol.inForce().end() == null || from.isBefore(protocol.inForce().end()), "from", "This edition has ended by then");
        if (signatory.isPresent() && of(protocol.id()).stream().anyMatch(g -> g.signatoryId().equals(signatory.get().id()) && g.standsFrom(today))) {
            check.that(false, "signatory", signatory.get().name() + " has signed this edition already");
        }
        Invalid.unless(check.errors());
        var signature = new Signature(protocol, signatory.get().id(), by, officer, deputy, new DateRange(from, null));
        persist(signature);
        return signature.id();
    }

    /**
     * Access of the signatory's agencies ends on that day; today means at their next request.
     *
     * @throws Invalid naming the fields to mend
     */
    void withdraw(UUID protocolId, UUID id, WithdrawalForm form) {
        var signature = findByIdOptional(id).filter(g -> g.protocolId().equals(protocolId)).orElseThrow(() -> new NotFound("signature", id));
        var today = viewers.current().today();
        var check = new Field.Check();
        var reason = check.text("reason", "Reason", form.reason(), LONGEST_REASON, true);
        var on = check.date("on", "Day of withdrawal", form.on(), true);
        check.that(on == null || !on.isBefore(today), "on", "Day of withdrawal must be today or later");
        check.that(byId(protocolId, id).standsFrom(today), "reason", "This signature does not stand any more");
        Invalid.unless(check.errors());
        signature.withdraw(on, reason);
        withdrawn.fire(new SignatureWithdrawn(protocolId, signature.signatoryId(), on));
    }
}
