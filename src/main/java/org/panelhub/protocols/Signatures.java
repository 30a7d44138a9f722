package org.panelhub.protocols;

import java.util.List;
import java.util.UUID;

import org.panelhub.access.Forbidden;
import org.panelhub.access.NotFound;
import org.panelhub.access.Permission;
import org.panelhub.access.Permissions;
import org.panelhub.identity.Viewers;
import org.panelhub.page.Dates;
import org.panelhub.page.Field;
import org.panelhub.page.Invalid;
import org.panelhub.partnership.Agencies;
import org.panelhub.partnership.Members;
import org.panelhub.partnership.Signatories;
import org.panelhub.partnership.SignatoryView;
import org.panelhub.time.DateRange;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.persistence.OptimisticLockException;

/** Signatures under protocols. Every member may know who has signed, and until when. */
@ApplicationScoped
public class Signatures implements PanacheRepositoryBase<Signature, UUID> {

    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_REASON = 2000;

    private final Viewers viewers;
    private final Signatories signatories;
    private final Agencies agencies;
    private final Members members;
    private final Permissions permissions;
    private final Event<SignatureWithdrawn> withdrawn;

    Signatures(Viewers viewers, Signatories signatories, Agencies agencies, Members members, Permissions permissions, Event<SignatureWithdrawn> withdrawn) {
        this.viewers = viewers;
        this.signatories = signatories;
        this.agencies = agencies;
        this.members = members;
        this.permissions = permissions;
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
        var officers = form.officers().read(check, signatory.map(SignatoryView::id).orElse(null), members.list(), agencies.list());
        var from = check.date("from", "First day", form.from(), true);
        var today = viewers.current().today();
        check.that(from == null || !from.isAfter(today.plusYears(1)), "from", "First day must be within a year from today");
        check.that(from == null || !from.isBefore(today.minusYears(1)), "from", "First day must be within the last year");
        check.that(from == null || !protocol.inForce().isEmpty() && (protocol.inForce().end() == null || from.isBefore(protocol.inForce().end())), "from", "This edition has ended by then");
        if (signatory.isPresent() && from != null) {
            // What was withdrawn from a day to come may be signed anew from that day.
            var standing = of(protocol.id()).stream().filter(g -> g.signatoryId().equals(signatory.get().id()) && g.standsFrom(from)).findFirst();
            standing.ifPresent(g -> check.that(false, "signatory", signatory.get().name() + " has signed this edition already"
                    + (g.until() == null || g.withdrawnOn() == null ? "" : ", and withdraws from " + Dates.day(g.withdrawnOn()) + ": it can sign anew from that day")));
        }
        Invalid.unless(check.errors());
        var signature = new Signature(protocol, signatory.get().id(), by, officers, new DateRange(from, null));
        persist(signature);
        return signature.id();
    }

    /**
     * Access of the signatory's agencies ends on that day; today means at their next request.
     *
     * @throws Invalid naming the fields to mend
     */
    void withdraw(UUID protocolId, UUID id, WithdrawalForm form) {
        var signature = existing(protocolId, id);
        var today = viewers.current().today();
        var check = new Field.Check();
        var reason = check.text("reason", "Reason", form.reason(), LONGEST_REASON, true);
        var on = check.date("on", "Day of withdrawal", form.on(), true);
        check.that(on == null || !on.isBefore(today), "on", "Day of withdrawal must be today or later");
        check.that(byId(protocolId, id).standsFrom(today), "reason", "This signature does not stand any more");
        check.that(on == null || signature.during().end() == null || on.isBefore(signature.during().end()), "on", "The signature ends before that day anyway");
        Invalid.unless(check.errors());
        signature.withdraw(on, reason);
        withdrawn.fire(new SignatureWithdrawn(protocolId, signature.signatoryId(), on));
    }

    /**
     * Who answers for the signatory from now on. What was signed stays.
     *
     * @throws Invalid naming the fields to mend
     * @throws OptimisticLockException when someone else saved since the form was read
     */
    void answeredForBy(UUID protocolId, UUID id, OfficersForm form) {
        var signature = existing(protocolId, id);
        var check = new Field.Check();
        var officers = form.read(check, signature.signatoryId(), members.list(), agencies.list());
        Invalid.unless(check.errors());
        if (form.version() == null || form.version() != signature.version()) {
            throw new OptimisticLockException("Someone else saved first");
        }
        signature.answeredForBy(officers);
    }

    /**
     * An administrator, or an officer who answers for this very signatory.
     *
     * @throws Forbidden for anybody else
     */
    public void requireWithdrawal(SignatureView signature) {
        if (!mayWithdraw(signature)) {
            throw new Forbidden(Permission.WITHDRAW_SIGNATURE);
        }
    }

    public boolean mayWithdraw(SignatureView signature) {
        return permissions.may(Permission.SET_UP) || permissions.may(Permission.WITHDRAW_SIGNATURE) && signature.officers().include(viewers.current().memberId());
    }

    private Signature existing(UUID protocolId, UUID id) {
        return findByIdOptional(id).filter(g -> g.protocolId().equals(protocolId)).orElseThrow(() -> new NotFound("signature", id));
    }
}
