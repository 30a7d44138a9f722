package org.panelhub.partnership;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.panelhub.access.NotFound;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;

/** The members whom the viewer may know: its own agency's, and those it shares a panel with; an administrator all. */
@ApplicationScoped
public class Members implements PanacheRepositoryBase<Member, UUID> {

    private static final String VIEW = """
            select m.id, m.name, m.jobTitle, a.id, a.name, m.active, m.version
              from Member m left join Agency a on a.id = m.agencyId""";

    /** By name; also those whose account is closed. */
    public List<MemberView> list() {
        return getEntityManager().createQuery(VIEW + " order by lower(m.name)", MemberView.class).getResultList();
    }

    /** @throws NotFound when there is none that the viewer may know */
    public MemberView byId(UUID id) {
        return find(id).orElseThrow(() -> new NotFound("member", id));
    }

    /** Empty when the viewer may not know the member: a page then names the agency only. */
    public Optional<MemberView> find(UUID id) {
        return getEntityManager().createQuery(VIEW + " where m.id = :id", MemberView.class).setParameter("id", id).getResultStream().findFirst();
    }
}
