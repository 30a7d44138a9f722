package org.panelhub.protocols;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;

import org.panelhub.access.NotFound;
import org.panelhub.page.Errors;
import org.panelhub.page.Invalid;
import org.panelhub.partnership.AgencyView;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.OptimisticLockException;

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

    /** What the agency relies on under the protocols that cover the panel that day: the latest edition first, then by purpose. */
    List<LegalBasisView> of(UUID agencyId, UUID panelId, LocalDate day) {
        return getEntityManager().createQuery("""
                select b, p, a.name from LegalBasis b join Protocol p on p.id = b.protocolId join Agency a on a.id = b.agencyId
                 where b.agencyId = :agency and p.id in (select l.id.protocolId from ProtocolPanel l where l.id.panelId = :panel) order by b.purpose""", Object[].class)
                .setParameter("agency", agencyId).setParameter("panel", panelId).getResultStream()
                .filter(row -> ((Protocol) row[1]).inForce().contains(day))
                .sorted(Comparator.comparing((Object[] row) -> ((Protocol) row[1]).inForce().from()).reversed())
                .map(row -> view((LegalBasis) row[0], ((Protocol) row[1]).name(), ((Protocol) row[1]).edition(), (String) row[2])).toList();
    }

    /** @throws NotFound when the protocol has no such basis */
    public LegalBasisView byId(UUID protocolId, UUID id) {
        return of(protocolId).stream().filter(b -> b.id().equals(id)).findFirst().orElseThrow(() -> new NotFound("legal basis", id));
    }

    /** @throws Invalid naming the fields to mend */
    UUID add(Protocol protocol, UUID agencyId, BasisForm form) {
        var ground = form.read();
        refuseTakenPurpose(protocol.id(), agencyId, ground.purpose(), null);
        var basis = new LegalBasis(protocol, agencyId);
        basis.rely(ground);
        persist(basis);
        return basis.id();
    }

    /**
     * @throws Invalid naming the fields to mend
     * @throws OptimisticLockException when someone else saved since the form was read
     */
    void change(UUID protocolId, UUID id, BasisForm form) {
        var basis = findByIdOptional(id).filter(b -> b.protocolId().equals(protocolId)).orElseThrow(() -> new NotFound("legal basis", id));
        var ground = form.read();
        refuseTakenPurpose(protocolId, basis.agencyId(), ground.purpose(), id);
        if (form.version() == null || form.version() != basis.version()) {
            throw new OptimisticLockException("Someone else saved first");
        }
        basis.rely(ground);
    }

    /** A new edition begins with what the one before it says. */
    void copy(UUID from, Protocol to) {
        list("protocolId", from).forEach(b -> {
            var copy = new LegalBasis(to, b.agencyId());
            copy.rely(b.ground());
            persist(copy);
        });
    }

    /** What an adviser would ask about: said beside the basis, never refused. */
    static List<String> doubts(LegalBasisView basis, AgencyView agency) {
        List<String> doubts = new ArrayList<>();
        var ground = basis.ground();
        if (LegalCheck.isDepersonalisedOnly(ground.gateway())) {
            doubts.add("Section 17A covers depersonalised information only: nothing about a named case can be released on it");
        }
        if (LegalCheck.isSection115(ground.gateway()) && !agency.relevantAuthority()) {
            doubts.add(agency.signatory() + " is not a relevant authority: section 115 covers what is given to one, not what it gives");
        }
        if (LegalCheck.isConsentAlone(ground)) {
            doubts.add("Consent is the only basis: it falls away when it is withdrawn");
        }
        return doubts;
    }

    private void refuseTakenPurpose(UUID protocolId, UUID agencyId, String purpose, UUID except) {
        var taken = list("protocolId = ?1 and agencyId = ?2 and lower(purpose) = lower(?3)", protocolId, agencyId, purpose).stream().anyMatch(b -> !b.id().equals(except));
        Invalid.unless(new Errors().addIf(taken, "purpose", "The agency has a legal basis for this purpose already"));
    }

    private static LegalBasisView view(LegalBasis basis, String protocol, int edition, String agency) {
        return new LegalBasisView(basis.id(), basis.protocolId(), protocol, edition, basis.agencyId(), agency, basis.ground(), basis.version());
    }
}
