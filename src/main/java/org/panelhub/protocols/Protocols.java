package org.panelhub.protocols;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

import org.panelhub.access.NotFound;
import org.panelhub.identity.Viewers;
import org.panelhub.page.Dates;
import org.panelhub.page.Errors;
import org.panelhub.page.Invalid;
import org.panelhub.panels.PanelView;
import org.panelhub.panels.Panels;
import org.panelhub.partnership.Agencies;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.OptimisticLockException;

/** The protocols of the partnership, and what each agency relies on under them. Every member may read them. */
@ApplicationScoped
public class Protocols implements PanacheRepositoryBase<Protocol, UUID> {

    private final LegalBases bases;
    private final Panels panels;
    private final Agencies agencies;
    private final Viewers viewers;
    private final Signatures signatures;
    private final ProtocolNews news;

    Protocols(LegalBases bases, Panels panels, Agencies agencies, Viewers viewers, Signatures signatures, ProtocolNews news) {
        this.news = news;
        this.signatures = signatures;
        this.bases = bases;
        this.panels = panels;
        this.agencies = agencies;
        this.viewers = viewers;
    }

    /** By name, newest edition first. */
    public List<ProtocolView> list() {
        var known = panels.list();
        var links = getEntityManager().createQuery("select l from ProtocolPanel l", ProtocolPanel.class).getResultList();
        return listAll().stream().sorted(Comparator.comparing(Protocol::name, String.CASE_INSENSITIVE_ORDER).thenComparing(Protocol::edition, Comparator.reverseOrder()))
                .map(p -> view(p, known, links)).toList();
    }

    /** @throws NotFound when there is none in this partnership */
    public ProtocolView byId(UUID id) {
        return view(existing(id), panels.list(), links(id));
    }

    /** The one that covers the panel that day; where there is none, the next one that will. */
    public Optional<ProtocolView> covering(UUID panelId, LocalDate day) {
        var covering = list().stream().filter(p -> p.covers(panelId) && !p.endedBy(day)).sorted(Comparator.comparing((ProtocolView p) -> p.inForce().from())).toList();
        return covering.stream().filter(p -> p.inForce().contains(day)).max(Comparator.comparing((ProtocolView p) -> p.inForce().from()))
                .or(() -> covering.stream().findFirst());
    }

    /**
     * What the agency relies on when it shares with the panel that day: from the protocol in force that covers the panel, the latest
     * edition where two overlap; empty when the partnership has not said.
     */
    public Optional<LegalBasisView> basisFor(UUID agencyId, UUID panelId, LocalDate day) {
        return bases.of(agencyId, panelId, day).stream().findFirst();
    }

    /** Whether by the protocols in force the panel keeps none of the agency's research: it is only spoken there, and recorded as that. */
    public boolean spokenOnly(UUID agencyId, UUID panelId) {
        return getSession().createNativeQuery("select exists (select from access.spoken_only s where s.agency_id = :a and s.panel_id = :p)", Boolean.class)
                .setParameter("a", agencyId).setParameter("p", panelId).getSingleResult();
    }

    /** @throws Invalid naming the fields to mend, a name that is taken among them */
    public UUID create(ProtocolForm form) {
        var errors = Errors.none();
        var read = form.read(errors);
        errors.addIf(!list("lower(name) = lower(?1)", read.name()).isEmpty(), "name", "There is already a protocol of this name: make a new edition of it");
        var covered = covered(form, errors);
        Invalid.unless(errors);
        var protocol = new Protocol(viewers.current().partnershipId(), 1);
        protocol.describe(read.name(), read.summary(), read.days(), read.review());
        persistAndFlush(protocol);
        cover(protocol, covered);
        return protocol.id();
    }

    /**
     * The next edition: it covers the same panels and begins with the same legal bases; the one before it ends on its first day. It stands
     * unsigned.
     *
     * @throws Invalid naming the fields to mend
     */
    public UUID createEdition(UUID of, ProtocolForm form) {
        var before = existing(of);
        var errors = Errors.none();
        var read = form.read(errors);
        errors.addIf(after(before).isPresent(), "name", "There is a newer edition already");
        errors.addIf(read.from() != null && !begins(read.from(), before), "from", mustFollow(before));
        errors.addIf(read.from() != null && read.from().isBefore(viewers.current().today()), "from", "First day must be today or later");
        var covered = covered(form, errors);
        warnOfGap(before, read, form, errors);
        Invalid.unless(errors);
        if (!before.inForce().isEmpty()) {
            before.supersededOn(read.from());
        }
        var next = new Protocol(before.partnershipId(), before.edition() + 1);
        next.describe(before.name(), read.summary(), read.days(), read.review());
        persistAndFlush(next);
        cover(next, covered);
        bases.copy(of, next);
        news.editionMade(view(before, covered, links(of)), next.id(), read.from());
        return next.id();
    }

    /**
     * @throws Invalid naming the fields to mend
     * @throws OptimisticLockException when someone else saved since the form was read
     */
    public void change(UUID id, ProtocolForm form) {
        var protocol = existing(id);
        var errors = Errors.none();
        var read = form.read(errors, after(protocol).isPresent() ? protocol.inForce().last() : null);
        errors.addIf(list("lower(name) = lower(?1)", read.name()).stream().anyMatch(p -> !p.name().equals(protocol.name())), "name", "There is already a protocol of this name");
        var covered = covered(form, errors);
        if (!signatures.of(id).isEmpty()) {
            // A signature stands for what was signed: other panels or other days need a new one.
            errors.addIf(!covered.stream().map(PanelView::id).collect(Collectors.toSet()).equals(links(id).stream().map(ProtocolPanel::panelId).collect(Collectors.toSet())), "panels",
                    "It has been signed for these panels. Make a new edition to cover others");
            errors.addIf(read.from() != null && !read.days().equals(protocol.inForce()), "from", "It has been signed for these days. Make a new edition to change them");
        }
        var before = before(protocol);
        var after = after(protocol);
        if (read.from() != null && !read.from().equals(protocol.inForce().from())) {
            before.ifPresent(b -> warnOfGap(b, read, form, errors));
            before.ifPresent(b -> errors.addIf(!begins(read.from(), b), "from", mustFollow(b))
                    .addIf(read.from().isBefore(viewers.current().today()), "from", "First day must be today or later")
                    .addIf(!protocol.inForce().isEmpty() && !protocol.inForce().from().isAfter(viewers.current().today()), "from", "It has begun, and edition " + b.edition() + " has ended with it. Make a new edition"));
        }
        after.filter(a -> !a.inForce().isEmpty()).ifPresent(a -> errors.addIf(read.from() != null && !read.from().isBefore(a.inForce().from()), "from",
                "First day must be before " + Dates.day(a.inForce().from()) + ", on which edition " + a.edition() + " begins")
                .addIf(read.until() != null && !read.until().isBefore(a.inForce().from()), "until", "Last day must be before " + Dates.day(a.inForce().from()) + ", on which edition " + a.edition() + " begins"));
        Invalid.unless(errors);
        if (form.version() == null || form.version() != protocol.version()) {
            throw new OptimisticLockException("Someone else saved first");
        }
        // Editions are one protocol by their name.
        list("name = ?1 and id <> ?2", protocol.name(), id).forEach(other -> other.rename(read.name()));
        protocol.describe(read.name(), read.summary(), read.days(), read.review());
        // The edition before stands until this one begins, and this one until the next.
        before.filter(b -> !b.inForce().isEmpty()).ifPresent(b -> b.supersededOn(read.from()));
        after.filter(a -> !a.inForce().isEmpty()).ifPresent(a -> protocol.supersededOn(a.inForce().from()));
        cover(protocol, covered);
    }

    /** The edition that follows this one; empty when it is the latest. */
    public Optional<ProtocolView> following(ProtocolView edition) {
        return after(existing(edition.id())).map(p -> byId(p.id()));
    }

    private Optional<Protocol> before(Protocol edition) {
        return find("name = ?1 and edition < ?2 order by edition desc", edition.name(), edition.edition()).firstResultOptional();
    }

    private Optional<Protocol> after(Protocol edition) {
        return find("name = ?1 and edition > ?2 order by edition", edition.name(), edition.edition()).firstResultOptional();
    }

    /** Between two editions nobody would see a case of their panels: refused until whoever enters it says that it is meant. */
    private static void warnOfGap(Protocol before, ProtocolForm.Read read, ProtocolForm form, Errors errors) {
        var last = before.lastAgreed();
        if (!form.gapMeant() && read.from() != null && last != null && read.from().isAfter(last.plusDays(1))) {
            var from = last.plusDays(1);
            var until = read.from().minusDays(1);
            errors.add("anyway", "Edition " + before.edition() + " ends on " + Dates.day(last) + ": " + (from.equals(until) ? "on " + Dates.day(from) : "from " + Dates.day(from) + " to " + Dates.day(until))
                    + " none would be in force, and nobody would see a case of its panels. Begin on " + Dates.day(from) + ", or tick the box if that is meant");
        }
    }

    private static boolean begins(LocalDate day, Protocol after) {
        return after.inForce().isEmpty() || day.isAfter(after.inForce().from());
    }

    private static String mustFollow(Protocol before) {
        return before.inForce().isEmpty() ? "" : "First day must be after " + Dates.day(before.inForce().from()) + ", on which edition " + before.edition() + " began";
    }

    /**
     * @return the id of the basis
     * @throws Invalid naming the fields to mend
     */
    public UUID addBasis(UUID id, UUID agencyId, BasisForm form) {
        var protocol = existing(id);
        agencies.byId(agencyId);
        return bases.add(protocol, agencyId, form);
    }

    /**
     * @throws Invalid naming the fields to mend
     * @throws OptimisticLockException when someone else saved since the form was read
     */
    public void changeBasis(UUID id, UUID basisId, BasisForm form) {
        bases.change(existing(id).id(), basisId, form);
    }

    /** @throws Invalid naming the fields to mend */
    public UUID sign(UUID id, SignatureForm form) {
        return signatures.sign(existing(id), form);
    }

    /** @throws Invalid naming the fields to mend */
    public void withdraw(UUID id, UUID signatureId, WithdrawalForm form) {
        var protocol = byId(id);
        signatures.withdraw(id, signatureId, form);
        signatures.flush();
        var signature = signatures.byId(id, signatureId);
        news.withdrawn(protocol, signature, signature.withdrawnOn());
    }

    /**
     * @throws Invalid naming the fields to mend
     * @throws OptimisticLockException when someone else saved since the form was read
     */
    public void answeredForBy(UUID id, UUID signatureId, OfficersForm form) {
        signatures.answeredForBy(existing(id).id(), signatureId, form);
    }

    Protocol existing(UUID id) {
        return findByIdOptional(id).orElseThrow(() -> new NotFound("protocol", id));
    }

    private List<PanelView> covered(ProtocolForm form, Errors errors) {
        var chosen = form.panels() == null ? List.<String>of() : form.panels();
        var covered = panels.list().stream().filter(p -> chosen.contains(p.id().toString())).toList();
        errors.addIf(covered.isEmpty(), "panels", "Choose at least one panel that it covers");
        return covered;
    }

    private void cover(Protocol protocol, List<PanelView> covered) {
        var links = links(protocol.id());
        links.stream().filter(l -> covered.stream().noneMatch(p -> p.id().equals(l.panelId()))).forEach(getEntityManager()::remove);
        covered.stream().filter(p -> links.stream().noneMatch(l -> l.panelId().equals(p.id()))).forEach(p -> getEntityManager().persist(new ProtocolPanel(protocol, p.id())));
    }

    private List<ProtocolPanel> links(UUID protocolId) {
        return getEntityManager().createQuery("select l from ProtocolPanel l where l.id.protocolId = :id", ProtocolPanel.class).setParameter("id", protocolId).getResultList();
    }

    private ProtocolView view(Protocol p, List<PanelView> known, List<ProtocolPanel> links) {
        return new ProtocolView(p.id(), p.name(), p.edition(), p.summary(), p.inForce(), p.reviewBy(),
                known.stream().filter(n -> links.stream().anyMatch(l -> l.protocolId().equals(p.id()) && l.panelId().equals(n.id()))).toList(), p.version());
    }
}
