package org.panelhub.sharing;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

import org.panelhub.access.NotFound;
import org.panelhub.access.Permission;
import org.panelhub.access.Permissions;
import org.panelhub.audit.Reads;
import org.panelhub.cases.Cases;
import org.panelhub.identity.Viewers;
import org.panelhub.protocols.Protocols;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;

/** The items that the viewer sees: its own agency's, and those released to it. Every one that is handed out is put on record as read. */
@ApplicationScoped
public class Items implements PanacheRepositoryBase<Item, UUID> {

    private static final String VIEW = """
            select i.id, i.caseId, i.panelId, i.agencyId, a.shortName, i.how, i.nature, i.sourceDate, i.body, i.marking, i.handlingCode, i.handlingConditions, i.handlingInstruction, i.sanitisedBy, i.state, i.meetingId, i.version
              from Item i join Agency a on a.id = i.agencyId""";

    private final Cases cases;
    private final Disclosures disclosures;
    private final Gradings gradings;
    private final Protocols protocols;
    private final Permissions permissions;
    private final Viewers viewers;
    private final Reads reads;

    Items(Cases cases, Disclosures disclosures, Gradings gradings, Protocols protocols, Permissions permissions, Viewers viewers, Reads reads) {
        this.cases = cases;
        this.disclosures = disclosures;
        this.gradings = gradings;
        this.protocols = protocols;
        this.permissions = permissions;
        this.viewers = viewers;
        this.reads = reads;
    }

    /** Everything released in a case that the viewer sees, its own agency's included, oldest first. */
    public List<ItemView> releasedIn(UUID caseId) {
        return recorded(getEntityManager().createQuery(VIEW + " where i.caseId = :c and i.state = RELEASED order by a.shortName, i.sourceDate, i.id", ItemView.class).setParameter("c", caseId).getResultList());
    }

    /** What the viewer's own agency has prepared and not yet released. */
    public List<ItemView> prepared(UUID caseId) {
        return recorded(getEntityManager().createQuery(VIEW + " where i.caseId = :c and i.agencyId = :a and i.state = PREPARED order by i.sourceDate, i.id", ItemView.class)
                .setParameter("c", caseId).setParameter("a", ownAgency()).getResultList());
    }

    /** All that the viewer's own agency holds on a case, whatever its state, newest first. */
    public List<ItemView> own(UUID caseId) {
        return recorded(getEntityManager().createQuery(VIEW + " where i.caseId = :c and i.agencyId = :a order by i.madeAt desc, i.id", ItemView.class)
                .setParameter("c", caseId).setParameter("a", ownAgency()).getResultList());
    }

    /** What other agencies released to the viewer. */
    public List<ItemView> releasedToViewer(UUID caseId) {
        return recorded(getEntityManager().createQuery(VIEW + " where i.caseId = :c and i.agencyId <> :a order by a.shortName, i.sourceDate, i.id", ItemView.class)
                .setParameter("c", caseId).setParameter("a", ownAgency()).getResultList());
    }

    /** @throws NotFound when there is none, or not for this viewer */
    public ItemView view(UUID id) {
        var found = getEntityManager().createQuery(VIEW + " where i.id = :id", ItemView.class).setParameter("id", id).getResultStream().findFirst().orElseThrow(() -> new NotFound("item", id));
        recorded(List.of(found));
        return found;
    }

    private List<ItemView> recorded(List<ItemView> items) {
        items.forEach(i -> reads.seen("item", i.id(), i.caseId(), i.panelId(), i.agencyId()));
        return items;
    }

    /** Whether the item is the viewer's own agency's. */
    public boolean isOwn(ItemView item) {
        return item.agencyId().equals(viewers.current().agencyId());
    }

    /** Whether the viewer's own agency only speaks its research on the panel, so that nothing is entered there. */
    public boolean onlySpoken(UUID panelId) {
        var agency = viewers.current().agencyId();
        return agency != null && protocols.spokenOnly(agency, panelId);
    }

    /** Enters an item for the viewer's own agency; nobody else sees it before it is released. */
    public UUID enter(UUID caseId, Item.Content content) {
        var file = cases.byId(caseId);
        permissions.require(Permission.ENTER_INFORMATION, file.panelId(), file.id());
        var viewer = viewers.current();
        if (viewer.agencyId() == null) {
            throw new NotReleasable(Refusal.NOT_NOW, "You belong to no agency, so there is nobody whose information this would be.");
        }
        if (onlySpoken(file.panelId())) {
            throw new NotReleasable(Refusal.SPOKEN_ONLY, "By the protocol your agency’s research is only spoken on this panel: it is not entered here. Answer the request instead, with whether you shared it by word of mouth.");
        }
        var item = Item.written(viewer.partnershipId(), file.id(), file.panelId(), viewer.agencyId(), viewer.memberId(), viewer.now(), content);
        persistAndFlush(item);
        gradings.keep(item, content.grading());
        return item.id();
    }

    /** Changes or corrects an item of one's own agency; one that was released keeps its recipients. */
    public void correct(UUID id, Item.Content content) {
        var item = ownToChange(id, Permission.ENTER_INFORMATION);
        item.say(content);
        gradings.keep(item, content.grading());
    }

    /** Decides not to release it. The reason is for the agency and its controller's information lead only. */
    public void withhold(UUID id, String reason) {
        var item = ownToChange(id, Permission.RELEASE_INFORMATION);
        if (item.state() == ItemState.WITHHELD) {
            getEntityManager().createNativeQuery("update hub.withholding set reason = :r, decided_by = hub.viewer(), decided_at = hub.now() where item_id = :i")
                    .setParameter("r", reason).setParameter("i", id).executeUpdate();
            return;
        }
        item.withhold();
        getEntityManager().createNativeQuery("insert into hub.withholding (partnership_id, item_id, case_id, agency_id, reason, decided_by) values (hub.partnership(), :i, :c, :a, :r, hub.viewer())")
                .setParameter("i", id).setParameter("c", item.caseId()).setParameter("a", item.agencyId()).setParameter("r", reason).executeUpdate();
    }

    /** Takes back the decision to withhold: it is prepared again. */
    public void prepareAgain(UUID id) {
        var item = ownToChange(id, Permission.RELEASE_INFORMATION);
        item.prepareAgain();
        forgetWithholding(id);
    }

    /** Why each item of the case that is withheld is withheld, where the viewer may know: the reason by the item. */
    public Map<UUID, String> withheldIn(UUID caseId) {
        return getSession().createNativeQuery("select item_id, reason from hub.withholding where case_id = :c", Withheld.class).setParameter("c", caseId).getResultStream()
                .collect(Collectors.toMap(Withheld::itemId, Withheld::reason));
    }

    /** Puts on record that the reason was shown. */
    public void reasonShown(ItemView item) {
        reads.seen("withholding", item.id(), item.caseId(), item.panelId(), item.agencyId());
    }

    record Withheld(UUID itemId, String reason) {
    }

    /**
     * What a speaker said, typed by whoever keeps the record, for the speaker's agency: the item, and its release to those present.
     *
     * @throws org.panelhub.access.Forbidden when no role of the viewer may record the meeting
     * @throws NotReleasable when the speaker's agency has not signed, or the protocol gives it no basis on that day
     */
    public UUID saidAloud(UUID meetingId, UUID caseId, UUID agencyId, Nature nature, String body) {
        var file = cases.byId(caseId);
        permissions.require(Permission.RECORD_MEETING, file.panelId());
        var viewer = viewers.current();
        var content = Item.Content.sensitive(nature, viewer.today(), body);
        // Asked first: a line that may not be released must not be left behind.
        var basis = disclosures.spokenBasis(agencyId, file.panelId());
        var item = Item.saidAloud(viewer.partnershipId(), file.id(), file.panelId(), agencyId, viewer.memberId(), meetingId, viewer.now(), content);
        persist(item);
        disclosures.sayAloud(item, meetingId, basis);
        return item.id();
    }

    /**
     * Releases items of the viewer's own agency; all of them or none.
     *
     * @throws NotFound when one of them is not an item of the viewer's agency on that case
     * @throws NotReleasable naming why the law, the protocol or an item does not let them go
     */
    public void releasePrepared(UUID caseId, Collection<UUID> ids, Release release) {
        var file = cases.byId(caseId);
        permissions.require(Permission.RELEASE_INFORMATION, file.panelId(), file.id());
        var items = ids.stream().distinct().map(id -> ofOwnAgency(id, caseId)).toList();
        disclosures.release(file, items, release);
        items.forEach(item -> {
            forgetWithholding(item.id());
            item.release();
        });
    }

    /** To the panel until the day that its arrangements give, with the offered sentences: for a release in the meeting itself. */
    public void releasePrepared(UUID caseId, Collection<UUID> ids, Consent consent, String consentReason) {
        var file = cases.byId(caseId);
        releasePrepared(caseId, ids, new Release(List.of(Recipient.panel(file.panelId())), Release.NECESSITY, Release.PROPORTIONALITY, consent, consentReason, false,
                "Told after the meeting by the case manager, where it is safe.", untilByArrangement(file.panelId()), false));
    }

    /**
     * Releases an item to more recipients, as it was released before but for the reasons that are their own.
     *
     * @throws NotFound when the viewer's agency has made no such release
     * @throws NotReleasable naming why it may not go to them
     */
    public void widen(UUID disclosureId, List<Recipient> to, String necessity, String proportionality) {
        var widened = ownRelease(disclosureId);
        disclosures.widen(widened, ownToChange(widened.itemId(), Permission.RELEASE_INFORMATION), to, necessity, proportionality);
    }

    /** Releases an item to the same recipient beyond the last day. As {@link #widen}. */
    public void prolong(UUID disclosureId, LocalDate until, String necessity) {
        var prolonged = ownRelease(disclosureId);
        disclosures.prolong(prolonged, ownToChange(prolonged.itemId(), Permission.RELEASE_INFORMATION), until, necessity);
    }

    private Disclosure ownRelease(UUID id) {
        return disclosures.findByIdOptional(id).filter(d -> d.agencyId().equals(viewers.current().agencyId())).orElseThrow(() -> new NotFound("disclosure", id));
    }

    /** The last day of a release as the panel's arrangements give it. */
    public LocalDate untilByArrangement(UUID panelId) {
        return disclosures.untilByArrangement(panelId);
    }

    /** Ends a release at once, and what prolonged it. The item is withdrawn when it was the last. */
    public void withdraw(UUID disclosureId, String reason) {
        var disclosure = ownRelease(disclosureId);
        var item = ownToChange(disclosure.itemId(), Permission.RELEASE_INFORMATION);
        disclosures.withdraw(disclosure, reason);
        if (!disclosures.stands(item.id())) {
            item.withdraw();
        }
    }

    /**
     * The person withdraws the consent that releases were made with. A release that rests on nothing else ends; of the others the agency decides.
     *
     * @param resting the releases of the viewer's agency on one case that were made with a consent
     * @param ending of those that have another basis, the ones that end as well
     * @param goingOn why the rest goes on without it
     */
    public void consentWithdrawn(List<DisclosureView> resting, Collection<UUID> ending, LocalDate day, String goingOn) {
        for (var each : resting) {
            var ends = each.consentAlone() || ending.contains(each.id());
            disclosures.noteConsentWithdrawn(ownRelease(each.id()), day, ends ? "" : goingOn);
        }
        // Only then, as what ends may take another release of the same item to the same recipient with it.
        for (var each : resting) {
            var release = ownRelease(each.id());
            if ((each.consentAlone() || ending.contains(each.id())) && !release.withdrawn()) {
                withdraw(each.id(), "The person withdrew consent.");
            }
        }
    }

    private Item ofOwnAgency(UUID id, UUID caseId) {
        return findByIdOptional(id).filter(i -> i.caseId().equals(caseId) && i.agencyId().equals(viewers.current().agencyId())).orElseThrow(() -> new NotFound("item", id));
    }

    /** What is one's own stays one's own to correct and withdraw, also without standing (sharing design, "Always one's own"). */
    private Item ownToChange(UUID id, Permission permission) {
        var item = findByIdOptional(id).filter(i -> i.agencyId().equals(viewers.current().agencyId())).orElseThrow(() -> new NotFound("item", id));
        permissions.requireForOwn(permission, item.panelId(), item.caseId());
        return item;
    }

    /** Whether the viewer may change what its own agency holds there. */
    public boolean mayChangeOwn(Permission permission, ItemView item) {
        return isOwn(item) && permissions.mayForOwn(permission, item.panelId(), item.caseId());
    }

    private void forgetWithholding(UUID id) {
        getEntityManager().createNativeQuery("delete from hub.withholding where item_id = :i").setParameter("i", id).executeUpdate();
    }

    /** Nobody's own, for a viewer without an agency. */
    private UUID ownAgency() {
        var own = viewers.current().agencyId();
        return own == null ? new UUID(0, 0) : own;
    }
}
