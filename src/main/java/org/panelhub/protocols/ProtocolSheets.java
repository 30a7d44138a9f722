package org.panelhub.protocols;

import java.time.LocalDate;
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

    ProtocolSheets(Protocols protocols, Signatures signatures, LegalBases bases, Signatories signatories, Agencies agencies, Viewers viewers) {
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
        var lines = signatories.list().stream().map(s -> {
            var standing = signed.stream().filter(g -> g.signatoryId().equals(s.id()) && g.standsFrom(today)).findFirst().orElse(null);
            return new ProtocolSheet.Line(s, standing, standing == null ? null : earlier(standing.until(), protocol.inForce().last()));
        }).toList();
        return new ProtocolSheet(protocol, today, lines, signed.stream().filter(g -> g.withdrawnOn() != null).toList(),
                relied.stream().map(b -> new ProtocolSheet.Basis(b, known.stream().filter(a -> a.id().equals(b.agencyId())).findFirst()
                        .map(a -> LegalBases.doubts(b, a)).orElse(List.of()))).toList(),
                known.stream().filter(a -> relied.stream().noneMatch(b -> b.agencyId().equals(a.id()))).toList(),
                protocols.list().stream().noneMatch(p -> p.name().equals(protocol.name()) && p.edition() > protocol.edition()));
    }

    private static LocalDate earlier(LocalDate one, LocalDate other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return one.isBefore(other) ? one : other;
    }
}
