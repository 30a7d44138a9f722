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

/** The legal bodies of the partnership. Every member may know them. */
@ApplicationScoped
public class Signatories implements PanacheRepositoryBase<Signatory, UUID> {

    private static final String VIEW = "select s.id, s.name, s.sector, s.relevantAuthority, s.version from Signatory s";

    private final Viewers viewers;

    Signatories(Viewers viewers) {
        this.viewers = viewers;
    }

    /** By name. */
    public List<SignatoryView> list() {
        return getEntityManager().createQuery(VIEW + " order by lower(s.name)", SignatoryView.class).getResultList();
    }

    /** @throws NotFound when there is none in this partnership */
    public SignatoryView byId(UUID id) {
        return existing(id).view();
    }

    /** @throws Invalid naming the fields to mend, a name that is taken among them */
    public UUID add(SignatoryForm form) {
        var errors = form.validate();
        refuseTakenName(errors, form.name(), null);
        Invalid.unless(errors);
        var added = new Signatory(viewers.current().partnershipId(), Field.clean(form.name()), Sector.valueOf(form.sector()), "yes".equals(form.relevantAuthority()));
        persist(added);
        return added.id();
    }

    /**
     * @throws Invalid naming the fields to mend
     * @throws OptimisticLockException when someone else saved since the form was read
     */
    public void change(UUID id, SignatoryForm form) {
        var changed = existing(id);
        var errors = form.validate();
        refuseTakenName(errors, form.name(), id);
        Invalid.unless(errors);
        Agencies.refuseStale(changed.version(), form.version());
        changed.describe(Field.clean(form.name()), Sector.valueOf(form.sector()), "yes".equals(form.relevantAuthority()));
    }

    private Signatory existing(UUID id) {
        return findByIdOptional(id).orElseThrow(() -> new NotFound("signatory", id));
    }

    private void refuseTakenName(Errors errors, String name, UUID except) {
        list("lower(name) = lower(?1)", Field.clean(name)).stream().filter(s -> !s.id().equals(except)).findFirst()
                .ifPresent(s -> errors.add("name", "There is already a signatory of this name"));
    }
}
