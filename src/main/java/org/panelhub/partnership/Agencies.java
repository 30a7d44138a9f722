package org.panelhub.partnership;

import java.util.List;
import java.util.UUID;

import org.panelhub.access.NotFound;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;

/** The agencies of the partnership. Every member may know them. */
@ApplicationScoped
public class Agencies implements PanacheRepositoryBase<Agency, UUID> {

    private static final String VIEW = """
            select a.id, a.name, a.shortName, a.kind, s.id, s.name, s.sector, s.relevantAuthority, a.version
              from Agency a join Signatory s on s.id = a.signatoryId""";

    /** By name. */
    public List<AgencyView> list() {
        return getEntityManager().createQuery(VIEW + " order by lower(a.name)", AgencyView.class).getResultList();
    }

    /** @throws NotFound when there is none in this partnership */
    public AgencyView byId(UUID id) {
        return getEntityManager().createQuery(VIEW + " where a.id = :id", AgencyView.class).setParameter("id", id).getResultStream()
                .findFirst().orElseThrow(() -> new NotFound("agency", id));
    }
}
