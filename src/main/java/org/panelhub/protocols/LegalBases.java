package org.panelhub.protocols;

import java.util.List;
import java.util.UUID;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;

/** What agencies rely on under protocols. */
@ApplicationScoped
public class LegalBases implements PanacheRepositoryBase<LegalBasis, UUID> {

    /** By agency and purpose. */
    public List<LegalBasisView> of(UUID protocolId) {
        return getEntityManager().createQuery("""
                select b, p.name, p.edition, a.name from LegalBasis b join Protocol p on p.id = b.protocolId join Agency a on a.id = b.agencyId
                 where b.protocolId = :protocol order by lower(a.name), b.purpose""", Object[].class)
                .setParameter("protocol", protocolId).getResultStream()
                .map(row -> view((LegalBasis) row[0], (String) row[1], (Integer) row[2], (String) row[3])).toList();
    }

    private static LegalBasisView view(LegalBasis basis, String protocol, int edition, String agency) {
        return new LegalBasisView(basis.id(), basis.protocolId(), protocol, edition, basis.agencyId(), agency, basis.ground(), basis.version());
    }
}
