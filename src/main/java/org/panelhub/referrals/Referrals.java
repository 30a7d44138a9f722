package org.panelhub.referrals;

import java.util.UUID;

import org.panelhub.access.Forbidden;
import org.panelhub.access.NotFound;
import org.panelhub.access.Permission;
import org.panelhub.access.Permissions;
import org.panelhub.identity.Viewers;
import org.panelhub.live.Watching;
import org.panelhub.panels.SubjectKind;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;

/** The referrals that the viewer sees: its own, its agency's, and those that reached a panel on which it triages. */
@ApplicationScoped
public class Referrals implements PanacheRepositoryBase<Referral, UUID> {

    private final Viewers viewers;
    private final Permissions permissions;
    private final Watching watching;

    Referrals(Viewers viewers, Permissions permissions, Watching watching) {
        this.viewers = viewers;
        this.permissions = permissions;
        this.watching = watching;
    }

    /**
     * Begins a draft of the viewer's agency.
     *
     * @throws Forbidden for a member without an agency, who refers for nobody
     */
    Referral start(UUID panelId, SubjectKind subject) {
        permissions.require(Permission.REFER);
        if (viewers.current().agencyId() == null) {
            throw new Forbidden(Permission.REFER);
        }
        return begun(new Referral(viewers.current(), panelId, subject, ReceivedHow.ONLINE));
    }

    /** Begins a draft for whoever referred on paper, by telephone, by mail or in person. */
    Referral startKeyedIn(UUID panelId, SubjectKind subject, StepForm receipt, ReceivedHow how) {
        permissions.require(Permission.KEY_IN_REFERRAL, panelId);
        var referral = new Referral(viewers.current(), panelId, subject, how);
        referral.type(new Typed().put(Step.RECEIPT, receipt));
        return begun(referral);
    }

    private Referral begun(Referral referral) {
        persist(referral);
        flush();
        return referral;
    }

    /** @throws NotFound when there is no such referral, or not for this viewer: the two are not told apart */
    public Referral byId(String id) {
        return find(id, LockModeType.NONE);
    }

    /** To be changed: whoever comes second waits here, and then sees what the first one did. */
    Referral toChange(String id) {
        return find(id, LockModeType.PESSIMISTIC_WRITE);
    }

    private Referral find(String id, LockModeType lock) {
        var wanted = NotFound.id("referral", id);
        watching.of(ReferralsWatched.KIND, wanted);
        return findByIdOptional(wanted, lock).orElseThrow(() -> new NotFound("referral", id));
    }

    /**
     * The viewer may go on typing: its own draft, or what was asked of its agency.
     *
     * @throws Forbidden when somebody else is its referrer
     */
    void requireReferrer(Referral referral) {
        if (!isReferrer(referral)) {
            throw new Forbidden(Permission.REFER);
        }
    }

    boolean isReferrer(Referral referral) {
        var viewer = viewers.current();
        return viewer.memberId().equals(referral.authorId()) || (referral.agencyId() != null && referral.agencyId().equals(viewer.agencyId()));
    }

    boolean isAuthor(Referral referral) {
        return viewers.current().memberId().equals(referral.authorId());
    }

    /** Taken back by its author before the senior officer decided, to be changed. */
    void takeBack(Referral referral) {
        requireAuthor(referral);
        referral.takeBack();
    }

    /** Withdrawn by its author: it goes no further, and stays on record. */
    void withdraw(Referral referral) {
        requireAuthor(referral);
        referral.withdraw();
    }

    private void requireAuthor(Referral referral) {
        if (!isAuthor(referral)) {
            throw new Forbidden(Permission.REFER);
        }
    }
}
