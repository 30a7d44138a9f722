package org.panelhub.sharing;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.hibernate.Session;
import org.panelhub.access.NotFound;
import org.panelhub.audit.Reads;
import org.panelhub.cases.CaseFile;
import org.panelhub.identity.Viewers;
import org.panelhub.page.Dates;
import org.panelhub.panels.Panels;
import org.panelhub.protocols.LegalBasisView;
import org.panelhub.protocols.LegalCheck;
import org.panelhub.protocols.LegalGround;
import org.panelhub.protocols.Protocols;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;

/** The releases that the viewer sees: of its own agency's items, and those that name it. Every one that is handed out is put on record as read. */
@ApplicationScoped
public class Disclosures implements PanacheRepositoryBase<Disclosure, UUID> {


    private final Session rows;
    private final Protocols protocols;
    private final Panels panels;
    private final Recipients recipients;
    private final Consents consents;
    private final Viewers viewers;
    private final Reads reads;

    Disclosures(Session rows, Protocols protocols, Panels panels, Recipients recipients, Consents consents, Viewers viewers, Reads reads) {
        this.rows = rows;
        this.protocols = protocols;
        this.panels = panels;
        this.recipients = recipients;
        this.consents = consents;
        this.viewers = viewers;
        this.reads = reads;
    }

    void release(CaseFile file, List<Item> items, Release release) {
        var viewer = viewers.current();
        var basis = judged(file.panelId(), items, release, release.to());
        for (var item : items) {
            var standing = list("itemId", item.id());
            for (var to : release.to()) {
                if (standing.stream().noneMatch(d -> d.reaches(to, viewer.today()))) {
                    persist(new Disclosure(item, to, release, basis, viewer.memberId(), viewer.now(), viewer.today()));
                }
            }
        }
    }

    /** To more recipients, as before but for their own reasons. */
    void widen(Disclosure before, Item item, List<Recipient> to, String necessity, String proportionality) {
        var today = viewers.current().today();
        var standing = list("itemId", item.id());
        var until = before.during().last();
        if (!to.isEmpty() && to.stream().allMatch(t -> standing.stream().anyMatch(d -> d.reaches(t, today)))) {
            throw new NotReleasable(Refusal.NOBODY_CHOSEN, "It is released already to everyone that you chose.");
        }
        follow(before, item, Disclosure.FollowsAs.WIDENED, before.again(to.stream().filter(t -> standing.stream().noneMatch(d -> d.reaches(t, today))).toList(), necessity, proportionality, until));
    }

    /** To the same recipient, for longer. */
    void prolong(Disclosure before, Item item, LocalDate until, String necessity) {
        if (until != null && before.during().last() != null && !until.isAfter(before.during().last())) {
            throw new NotReleasable(Refusal.DAY_PASSED, "The new last day must be after the last day of the release, " + Dates.day(before.during().last()) + ".");
        }
        follow(before, item, Disclosure.FollowsAs.PROLONGED, before.again(List.of(before.to()), necessity, before.proportionality(), until));
    }

    private void follow(Disclosure before, Item item, Disclosure.FollowsAs as, Release asked) {
        var viewer = viewers.current();
        if (before.withdrawn() || item.state() != ItemState.RELEASED) {
            throw new NotReleasable(Refusal.NOT_NOW, "This release was withdrawn. Release the item anew.");
        }
        // Recorded beside the release when the consent was withdrawn: what follows it goes on for that reason.
        var release = consents.goingOn(before.id()).map(why -> new Release(asked.to(), asked.necessity(), asked.proportionality(), Consent.WITHDRAWN, why, asked.subjectTold(), asked.notToldReason(),
                asked.until(), asked.onwardFreely())).orElse(asked);
        var basis = judged(item.panelId(), List.of(item), release, as == Disclosure.FollowsAs.WIDENED ? release.to() : List.of());
        release.to().forEach(to -> persist(new Disclosure(item, to, release, basis, viewer.memberId(), viewer.now(), viewer.today()).following(before, as)));
    }

    /**
     * The law that the viewer's agency relies on, where nothing stands against the release.
     *
     * @param chosen who is chosen now, and not a recipient already
     * @throws NotReleasable naming all that does
     */
    private LegalBasisView judged(UUID panelId, List<Item> items, Release release, List<Recipient> chosen) {
        var viewer = viewers.current();
        var refusals = new ArrayList<Refusal.Reason>();
        var basis = protocols.basisFor(viewer.agencyId(), panelId, viewer.today());
        if (!recipients.isCovered(panelId)) {
            refusals.add(Refusal.PROTOCOL_ENDED.because("No protocol that covers this panel is in force today. Nothing is released before one is."));
        } else if (!recipients.isSigned(viewer.agencyId(), panelId)) {
            refusals.add(Refusal.SIGNATURE_ENDED.because("The signature of your agency’s body is not in force, so your agency releases nothing here. It may still withdraw and correct what is its own."));
        } else if (basis.isEmpty()) {
            refusals.add(Refusal.NO_LEGAL_BASIS.because("No protocol in force gives your agency a legal basis for sharing with this panel. The administrator enters it under Protocols."));
        } else {
            refusals.addAll(byLaw(basis.get().ground()));
            if (LegalCheck.isConsentAlone(basis.get().ground()) && release.consent() != Consent.GIVEN) {
                refusals.add(Refusal.CONSENT_NEEDED.because("Consent is the only basis that the protocol gives your agency, and it was not given."));
            }
        }
        if (items.isEmpty()) {
            refusals.add(Refusal.NOTHING_CHOSEN.because("Choose at least one item to release."));
        }
        if (release.to().isEmpty()) {
            refusals.add(Refusal.NOBODY_CHOSEN.because("Choose to whom it is released."));
        }
        for (var item : items) {
            if (item.handlingCode() == HandlingCode.C && item.handlingConditions().isBlank()) {
                refusals.add(Refusal.CODE_C_WITHOUT_CONDITIONS.because("An item with handling code C has no conditions. Enter them before it is released."));
            }
            if (item.handlingCode() == HandlingCode.C && !release.to().stream().allMatch(Recipient::named)) {
                refusals.add(Refusal.CODE_C_NOT_NAMED.because("An item with handling code C goes to named agencies or members only, never to a whole panel."));
            }
            if (item.handlingCode() != null && item.sanitisedBy().isBlank()) {
                refusals.add(Refusal.NOT_SANITISED.because("An item of intelligence does not say who sanitised it. Enter that before it is released."));
            }
        }
        if (release.until() == null || release.until().isBefore(viewer.today())) {
            refusals.add(Refusal.DAY_PASSED.because("The last day of the release must not be in the past."));
        }
        refusals.addAll(recipients.refusals(panelId, release.to()));
        refusals.addAll(recipients.unable(panelId, items.stream().map(Item::id).toList(), chosen));
        if (!refusals.isEmpty()) {
            throw new NotReleasable(refusals.stream().distinct().toList());
        }
        return basis.orElseThrow();
    }

    private static List<Refusal.Reason> byLaw(LegalGround ground) {
        return LegalCheck.refusals(ground).stream().map(r -> (switch (r.refused()) {
            case DEPERSONALISED_ONLY -> Refusal.DEPERSONALISED_ONLY;
            case SCHEDULE_1_MISSING -> Refusal.SCHEDULE_1_MISSING;
            case POLICY_DOCUMENT_MISSING -> Refusal.POLICY_DOCUMENT_MISSING;
        }).because(r.words())).toList();
    }

    /** What the law gives a speaker's agency on this panel today. */
    LegalBasisView spokenBasis(UUID agencyId, UUID panelId) {
        if (!recipients.signed(agencyId, panelId)) {
            throw new NotReleasable(Refusal.SIGNATURE_ENDED, "The speaker’s agency has not signed the protocol, or its signature is no longer in force. What it says cannot be kept for others.");
        }
        var basis = protocols.basisFor(agencyId, panelId, viewers.current().today())
                .orElseThrow(() -> new NotReleasable(Refusal.NO_LEGAL_BASIS, "No protocol in force gives the speaker’s agency a legal basis for sharing with this panel."));
        var refusals = byLaw(basis.ground());
        if (!refusals.isEmpty()) {
            throw new NotReleasable(refusals);
        }
        return basis;
    }

    /** To those present, under the basis of the speaker's agency. */
    void sayAloud(Item item, UUID meetingId, LegalBasisView basis) {
        var viewer = viewers.current();
        var release = new Release(List.of(Recipient.presentAt(meetingId)), "Spoken at the meeting, to agree how to keep the person safe.", "Given to those present for the case only.", Consent.NOT_SOUGHT,
                "Spoken by its agency at the meeting.", false, "Told after the meeting by the case manager, where it is safe.", untilByArrangement(item.panelId()), false);
        persist(new Disclosure(item, Recipient.presentAt(meetingId), release, basis, viewer.memberId(), viewer.now(), viewer.today()));
    }

    void noteConsentWithdrawn(Disclosure disclosure, LocalDate day, String goingOn) {
        consents.note(disclosure, day, goingOn);
    }

    void withdraw(Disclosure disclosure, String reason) {
        if (disclosure.withdrawn()) {
            throw new NotReleasable(Refusal.NOT_NOW, "This release was withdrawn already.");
        }
        // What prolongs it goes to the same recipient: left standing, it would let the recipient read on.
        list("itemId", disclosure.itemId()).stream().filter(d -> !d.withdrawn() && d.to().equals(disclosure.to()))
                .forEach(d -> d.withdraw(viewers.current().memberId(), viewers.current().now(), reason));
    }

    /** Whether any disclosure of the item was not withdrawn. */
    boolean stands(UUID itemId) {
        return list("itemId", itemId).stream().anyMatch(d -> !d.withdrawn());
    }

    /** The law that the viewer's agency relies on with the panel today, or null where no protocol gives it any. */
    public LegalBasisView basis(UUID panelId) {
        var viewer = viewers.current();
        return viewer.agencyId() == null ? null : protocols.basisFor(viewer.agencyId(), panelId, viewer.today()).orElse(null);
    }

    public LocalDate untilByArrangement(UUID panelId) {
        var today = viewers.current().today();
        return today.plusMonths(panels.figuresOn(panelId, today).disclosureMonths());
    }

    record Row(UUID id, UUID itemId, String panel, String agency, String member, LocalDate meetingOn, Instant releasedAt, LocalDate releasedOn, LocalDate until, LocalDate withdrawnOn, String withdrawnReason,
            String purpose, String gateway, String conditions, String protocol, String necessity, String proportionality, String consent, String consentReason, Boolean subjectTold, String notToldReason,
            String releasedBy, UUID caseId, UUID panelId, UUID agencyId, String policyDocument, String controllership, Boolean consentAlone, Boolean onwardFreely, String followsAs, LocalDate consentWithdrawnOn,
            String goingOn) {

        String to() {
            return panel != null ? "the panel" : agency != null ? agency : meetingOn != null ? "those present on " + Dates.day(meetingOn) : member != null ? member : "a member whose name is not shown to you";
        }
    }

    private static final String VIEW = """
            select d.id, d.item_id, p.short_name, a.short_name, m.name, (g.starts_at at time zone 'Europe/London')::date, d.released_at, (d.released_at at time zone 'Europe/London')::date,
                   upper(d.during) - 1, (d.withdrawn_at at time zone 'Europe/London')::date, d.withdrawn_reason, d.purpose, d.gateway, d.conditions, o.name || ', edition ' || o.edition,
                   d.necessity, d.proportionality, d.consent, d.consent_reason, d.subject_told, d.not_told_reason, b.name, d.case_id, d.panel_id, d.agency_id,
                   d.policy_document, d.controllership, d.consent_alone, d.onward_freely, d.follows_as, w.withdrawn_on, w.going_on_because
              from hub.disclosure d
              left join hub.panel p on p.id = d.to_panel left join hub.agency a on a.id = d.to_agency left join hub.member m on m.id = d.to_member left join hub.meeting g on g.id = d.to_meeting
              left join hub.protocol o on o.id = d.protocol_id left join hub.member b on b.id = d.released_by
              left join hub.consent_withdrawal w on w.disclosure_id = d.id
             where\s""";

    /** Every release of an item that the viewer sees, withdrawn ones included, oldest first. */
    public List<DisclosureView> of(UUID itemId) {
        return views(rows.createNativeQuery(VIEW + "d.item_id = :i order by d.released_at, d.id", Row.class).setParameter("i", itemId).getResultList());
    }

    /** @throws NotFound when the viewer's agency has made no such release, or does not see it any more */
    public DisclosureView own(UUID id) {
        return views(rows.createNativeQuery(VIEW + "d.id = :d and d.agency_id = hub.agency()", Row.class).setParameter("d", id).getResultList()).stream().findFirst()
                .orElseThrow(() -> new NotFound("disclosure", id));
    }

    /** Whether the agency's release of the item to the viewer lets it use the item further without asking; false where one of them does not. */
    public boolean mayUseFreely(UUID itemId) {
        var found = of(itemId).stream().filter(DisclosureView::inForce).toList();
        return !found.isEmpty() && found.stream().allMatch(DisclosureView::onwardFreely);
    }

    /** Of the viewer's own agency on a case. */
    public List<DisclosureView> ownIn(UUID caseId) {
        return views(rows.createNativeQuery(VIEW + "d.case_id = :c and d.agency_id = hub.agency() order by d.released_at, d.id", Row.class).setParameter("c", caseId).getResultList());
    }

    /** The viewer's agency's last release on a case that it made itself: what was typed for it in a meeting is not. */
    public Optional<DisclosureView> lastIn(UUID caseId) {
        return views(rows.createNativeQuery(VIEW + "d.case_id = :c and d.agency_id = hub.agency() and d.to_meeting is null order by d.released_at desc, d.id limit 1", Row.class).setParameter("c", caseId)
                .getResultList()).stream().findFirst();
    }

    /** Of the viewer's own agency on a case, in force, made with a consent that has not been withdrawn since. */
    public List<DisclosureView> restingOnConsent(UUID caseId) {
        return ownIn(caseId).stream().filter(d -> d.inForce() && d.consent() == Consent.GIVEN && d.consentWithdrawnOn() == null).toList();
    }

    /** Of the viewer's own agency, newest first, a page at a time: what was released before that moment, or in it with a lower id. */
    public List<DisclosureView> own(Instant before, UUID beforeId, int most) {
        return views(rows.createNativeQuery(VIEW + "d.agency_id = hub.agency() and (d.released_at, d.id) < (:before, :id) order by d.released_at desc, d.id desc limit :most", Row.class)
                .setParameter("before", before).setParameter("id", beforeId).setParameter("most", most).getResultList());
    }

    private List<DisclosureView> views(List<Row> found) {
        var today = viewers.current().today();
        found.forEach(r -> reads.seen("disclosure", r.id, r.caseId, r.panelId, r.agencyId));
        return found.stream().map(r -> new DisclosureView(r.id, r.itemId, r.to(), r.releasedAt, r.releasedOn, r.until, r.withdrawnOn, r.withdrawnReason, r.purpose, r.gateway, r.conditions, r.protocol, r.necessity,
                r.proportionality, Consent.valueOf(r.consent), r.consentReason, r.subjectTold, r.notToldReason, r.releasedBy, r.policyDocument, r.controllership, r.consentAlone,
                r.onwardFreely, r.followsAs, r.consentWithdrawnOn, r.goingOn, today)).toList();
    }
}
