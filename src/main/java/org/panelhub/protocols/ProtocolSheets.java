package org.panelhub.protocols;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;

import org.panelhub.identity.Viewers;
import org.panelhub.partnership.Agencies;
import org.panelhub.partnership.Signatories;

import jakarta.enterprise.context.ApplicationScoped;

/** Puts the page of a protocol together. */
@ApplicationScoped
public class ProtocolSheets {

    private final Protocols protocols;
    private final Signatures signatures;
    private final LegalBases bases;
    private final Signatories signatories;
    private final Agencies agencies;
    private final Viewers viewers;
    private final LosingSight losing;
    private final ProtocolDocuments documents;

    ProtocolSheets(Protocols protocols, Signatures signatures, LegalBases bases, Signatories signatories, Agencies agencies, Viewers viewers, LosingSight losing, ProtocolDocuments documents) {
        this.losing = losing;
        this.documents = documents;
        this.protocols = protocols;
        this.signatures = signatures;
        this.bases = bases;
        this.signatories = signatories;
        this.agencies = agencies;
        this.viewers = viewers;
    }

    /** @throws org.panelhub.access.NotFound when there is no such protocol in this partnership */
    public ProtocolSheet of(UUID id) {
        var protocol = protocols.byId(id);
        var today = viewers.current().today();
        var signed = signatures.of(id);
        var known = agencies.list();
        var relied = bases.of(id);
        var lines = signatories.list().stream().map(s -> new ProtocolSheet.Line(s, signed.stream().filter(g -> g.signatoryId().equals(s.id()) && g.standsFrom(today))
                .sorted(Comparator.comparing(g -> g.during().from()))
                .map(g -> new ProtocolSheet.Standing(g, earlier(g.until(), protocol.inForce().last()), signatures.mayWithdraw(g))).toList())).toList();
        var coming = !protocol.inForce().isEmpty() && protocol.inForce().from().isAfter(today);
        return new ProtocolSheet(protocol, today, lines, signed.stream().filter(g -> g.withdrawnOn() != null).toList(),
                relied.stream().map(b -> new ProtocolSheet.Basis(b, known.stream().filter(a -> a.id().equals(b.agencyId())).findFirst()
                        .map(a -> LegalBases.doubts(b, a)).orElse(List.of()))).toList(),
                known.stream().filter(a -> relied.stream().noneMatch(b -> b.agencyId().equals(a.id()))).toList(),
                protocols.following(protocol).map(next -> following(next, signed)).orElse(null),
                coming ? losing.on(protocol.inForce().from()) : List.of(), documents.of(id), documents.mayAttach(id));
    }

    private ProtocolSheet.Following following(ProtocolView next, List<SignatureView> signed) {
        var last = next.inForce().isEmpty() ? null : next.inForce().from().minusDays(1);
        var standing = signed.stream().filter(g -> last != null && g.standsOn(last)).map(SignatureView::signatoryId).distinct().toList();
        var theirs = signatures.of(next.id());
        return new ProtocolSheet.Following(next, standing.stream().filter(s -> theirs.stream().anyMatch(g -> g.signatoryId().equals(s) && g.standsOn(next.inForce().from()))).count(), standing.size());
    }

    private static LocalDate earlier(LocalDate one, LocalDate other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return one.isBefore(other) ? one : other;
    }
}
