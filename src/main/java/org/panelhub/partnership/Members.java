package org.panelhub.partnership;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.panelhub.access.NotFound;
import org.panelhub.identity.Viewers;
import org.panelhub.page.Errors;
import org.panelhub.page.Field;
import org.panelhub.page.Invalid;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.OptimisticLockException;

/** The members whom the viewer may know: its own agency's, and those it shares a panel with; an administrator all. */
@ApplicationScoped
public class Members implements PanacheRepositoryBase<Member, UUID> {

    private static final String VIEW = """
            select m.id, m.name, m.jobTitle, a.id, a.name, m.active, m.version
              from Member m left join Agency a on a.id = m.agencyId""";

    private final Viewers viewers;
    private final Agencies agencies;

    Members(Viewers viewers, Agencies agencies) {
        this.viewers = viewers;
        this.agencies = agencies;
    }

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

    /** @throws Invalid naming the fields to mend, an e-mail address that another open account has among them */
    public UUID add(MemberForm form) {
        var errors = form.validate();
        var agency = agencies.list().stream().filter(a -> a.id().toString().equals(form.agency())).findFirst();
        errors.addIf(agency.isEmpty() && !MemberForm.NO_AGENCY.equals(form.agency()), "agency", "Choose an agency of this partnership");
        refuseTakenEmail(errors, form.email(), null);
        Invalid.unless(errors);
        var added = new Member(viewers.current().partnershipId(), agency.map(AgencyView::id).orElse(null), Field.clean(form.name()), Field.clean(form.jobTitle()));
        persistAndFlush(added);
        getEntityManager().persist(new MemberContact(added, Field.clean(form.email()), Field.clean(form.telephone())));
        return added.id();
    }

    /**
     * @throws Invalid naming the fields to mend
     * @throws OptimisticLockException when someone else saved since the form was read
     */
    public void change(UUID id, MemberForm form) {
        var changed = existing(id);
        var errors = form.validate();
        refuseTakenEmail(errors, form.email(), id);
        Invalid.unless(errors);
        Agencies.refuseStale(changed.version(), form.version());
        changed.describe(Field.clean(form.name()), Field.clean(form.jobTitle()));
        var contact = getEntityManager().find(MemberContact.class, id);
        if (contact == null) {
            getEntityManager().persist(new MemberContact(changed, Field.clean(form.email()), Field.clean(form.telephone())));
        } else {
            contact.reach(Field.clean(form.email()), Field.clean(form.telephone()));
        }
        // A change of the contact facts alone must count as a newer version too.
        getEntityManager().lock(changed, jakarta.persistence.LockModeType.OPTIMISTIC_FORCE_INCREMENT);
    }

    Member existing(UUID id) {
        return findByIdOptional(id).orElseThrow(() -> new NotFound("member", id));
    }

    private void refuseTakenEmail(Errors errors, String email, UUID except) {
        getEntityManager().createQuery("""
                select m.id from Member m join MemberContact c on c.memberId = m.id where m.active and lower(c.email) = lower(:email)""", UUID.class)
                .setParameter("email", Field.clean(email)).getResultStream().filter(id -> !id.equals(except)).findFirst()
                .ifPresent(id -> errors.add("email", "Another account has this e-mail address"));
    }
}
