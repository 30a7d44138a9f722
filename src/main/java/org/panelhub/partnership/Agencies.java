package org.panelhub.partnership;

import java.util.List;
import java.util.UUID;

import org.panelhub.access.NotFound;
import org.panelhub.identity.Viewers;
import org.panelhub.page.Errors;
import org.panelhub.page.Field;
import org.panelhub.page.Invalid;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.OptimisticLockException;

/** The agencies of the partnership. Every member may know them. */
@ApplicationScoped
public class Agencies implements PanacheRepositoryBase<Agency, UUID> {

    private static final String VIEW = """
            select a.id, a.name, a.shortName, a.kind, s.id, s.name, s.sector, s.relevantAuthority, a.version
              from Agency a join Signatory s on s.id = a.signatoryId""";

    private final Viewers viewers;
    private final Signatories signatories;

    Agencies(Viewers viewers, Signatories signatories) {
        this.viewers = viewers;
        this.signatories = signatories;
    }

    /** By name. */
    public List<AgencyView> list() {
        return getEntityManager().createQuery(VIEW + " order by lower(a.name)", AgencyView.class).getResultList();
    }

    /** @throws NotFound when there is none in this partnership */
    public AgencyView byId(UUID id) {
        return getEntityManager().createQuery(VIEW + " where a.id = :id", AgencyView.class).setParameter("id", id).getResultStream()
                .findFirst().orElseThrow(() -> new NotFound("agency", id));
    }

    /** @throws Invalid naming the fields to mend, a name that is taken among them */
    public UUID add(AgencyForm form) {
        var errors = form.validate();
        var signatory = signatories.list().stream().filter(s -> s.id().toString().equals(form.signatory())).findFirst();
        errors.addIf(signatory.isEmpty(), "signatory", "Choose the signatory that it belongs to");
        refuseTakenName(errors, form.name(), null);
        Invalid.unless(errors);
        return add(signatory.get().id(), Field.clean(form.name()), Field.clean(form.shortName()), Service.valueOf(form.kind()));
    }

    /** An agency that a preset names. The name must be free. */
    public UUID add(UUID signatoryId, String name, String shortName, Service kind) {
        var added = new Agency(viewers.current().partnershipId(), signatoryId, name, shortName, kind.name());
        persistAndFlush(added);
        return added.id();
    }

    /**
     * @throws Invalid naming the fields to mend
     * @throws OptimisticLockException when someone else saved since the form was read
     */
    public void change(UUID id, AgencyForm form) {
        var changed = findByIdOptional(id).orElseThrow(() -> new NotFound("agency", id));
        var errors = form.validate();
        refuseTakenName(errors, form.name(), id);
        Invalid.unless(errors);
        refuseStale(changed.version(), form.version());
        changed.describe(Field.clean(form.name()), Field.clean(form.shortName()), form.kind());
    }

    /** @throws OptimisticLockException when the version that was read is no longer the one that stands */
    static void refuseStale(int stands, Integer read) {
        if (read == null || stands != read) {
            throw new OptimisticLockException("Someone else saved first");
        }
    }

    private void refuseTakenName(Errors errors, String name, UUID except) {
        list("lower(name) = lower(?1)", Field.clean(name)).stream().filter(a -> !a.id().equals(except)).findFirst()
                .ifPresent(a -> errors.add("name", "There is already an agency of this name"));
    }
}
