package org.panelhub.protocols;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.Optional;
import java.util.UUID;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;

/** The protocols of the partnership, and what each agency relies on under them. Every member may read them. */
@ApplicationScoped
public class Protocols implements PanacheRepositoryBase<Protocol, UUID> {

    private final LegalBases bases;

    Protocols(LegalBases bases) {
        this.bases = bases;
    }

    /**
     * What the agency relies on when it shares with the panel that day: from the protocol in force that covers the panel, the latest
     * edition where two overlap; empty when the partnership has not said.
     */
    public Optional<LegalBasisView> basisFor(UUID agencyId, UUID panelId, LocalDate day) {
        return getEntityManager().createQuery("""
                select p from Protocol p where p.id in (select pp.id.protocolId from ProtocolPanel pp where pp.id.panelId = :panel)""", Protocol.class)
                .setParameter("panel", panelId).getResultStream()
                .filter(p -> p.inForce().contains(day))
                .sorted(Comparator.comparing((Protocol p) -> p.inForce().from()).reversed())
                .flatMap(p -> bases.of(p.id()).stream())
                .filter(b -> b.agencyId().equals(agencyId))
                .findFirst();
    }
}
