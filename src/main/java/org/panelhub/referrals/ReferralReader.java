package org.panelhub.referrals;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.panelhub.audit.Reads;
import org.panelhub.identity.Viewers;
import org.panelhub.page.Dates;
import org.panelhub.panels.PanelView;
import org.panelhub.panels.Panels;
import org.panelhub.partnership.Agencies;
import org.panelhub.partnership.AgencyView;
import org.panelhub.partnership.MemberView;
import org.panelhub.partnership.Members;
import org.panelhub.people.Part;
import org.panelhub.people.People;
import org.panelhub.people.Person;
import org.panelhub.risk.Assessments;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;

/** Reads referrals for pages and answers. Each one shown is on record as read. */
@ApplicationScoped
class ReferralReader {

    static final int PAGE = 25;
    static final int MOST_OPEN = 500;
    private static final List<ReferralState> OPEN = List.of(ReferralState.DRAFT, ReferralState.WITH_SENIOR_OFFICER, ReferralState.SENT, ReferralState.MORE_ASKED);

    private final EntityManager rows;
    private final Viewers viewers;
    private final Referrals referrals;
    private final Triage triage;
    private final Clocks clocks;
    private final People people;
    private final Assessments assessments;
    private final Panels panels;
    private final Agencies agencies;
    private final Members members;
    private final Reads reads;

    ReferralReader(EntityManager rows, Viewers viewers, Referrals referrals, Triage triage, Clocks clocks, People people, Assessments assessments, Panels panels,
            Agencies agencies, Members members, Reads reads) {
        this.rows = rows;
        this.viewers = viewers;
        this.referrals = referrals;
        this.triage = triage;
        this.clocks = clocks;
        this.people = people;
        this.assessments = assessments;
        this.panels = panels;
        this.agencies = agencies;
        this.members = members;
        this.reads = reads;
    }

    /** Those on their way, the most urgent first; no more than can be worked through. */
    List<ReferralLine> open() {
        var found = rows.createQuery("select r from Referral r where r.state in ?1 order by r.triageBy nulls last, r.madeAt, r.id", Referral.class)
                .setParameter(1, OPEN).setMaxResults(MOST_OPEN + 1).getResultList();
        return found.size() > MOST_OPEN ? new MoreFollow(lines(found.subList(0, MOST_OPEN))) : lines(found);
    }

    /** Those that have their answer, newest first. */
    List<ReferralLine> ended(Referral after) {
        return page(Stream.of(ReferralState.values()).filter(state -> !OPEN.contains(state)).toList(), after);
    }

    /** All, newest first. */
    List<ReferralLine> all(Referral after) {
        return page(List.of(ReferralState.values()), after);
    }

    private List<ReferralLine> page(List<ReferralState> states, Referral after) {
        var query = rows.createQuery(after == null ? "select r from Referral r where r.state in ?1 order by r.madeAt desc, r.id desc"
                : "select r from Referral r where r.state in ?1 and (r.madeAt < ?2 or (r.madeAt = ?2 and r.id < ?3)) order by r.madeAt desc, r.id desc", Referral.class).setParameter(1, states);
        if (after != null) {
            query.setParameter(2, after.madeAt()).setParameter(3, after.id());
        }
        // One more than is shown tells whether there is a next page; it is not shown, and so not read.
        var found = query.setMaxResults(PAGE + 1).getResultList();
        var lines = lines(found.size() > PAGE ? found.subList(0, PAGE) : found);
        return found.size() > PAGE ? new MoreFollow(lines) : lines;
    }

    /** A page of a list behind which there is another. */
    static final class MoreFollow extends java.util.AbstractList<ReferralLine> {
        private final List<ReferralLine> lines;

        MoreFollow(List<ReferralLine> lines) {
            this.lines = lines;
        }

        @Override
        public ReferralLine get(int index) {
            return lines.get(index);
        }

        @Override
        public int size() {
            return lines.size();
        }
    }

    private List<ReferralLine> lines(List<Referral> found) {
        var names = rows.createQuery("select p from Person p where p.referralId in ?1 and p.part = ?2", Person.class)
                .setParameter(1, found.stream().map(Referral::id).toList()).setParameter(2, Part.VICTIM).getResultList().stream()
                .collect(Collectors.toMap(Person::referralId, Person::name, (a, b) -> a));
        Map<UUID, PanelView> panelsById = panels.list().stream().collect(Collectors.toMap(PanelView::id, Function.identity()));
        Map<UUID, AgencyView> agenciesById = agencies.list().stream().collect(Collectors.toMap(AgencyView::id, Function.identity()));
        var viewer = viewers.current();
        return found.stream().map(r -> {
            reads.seen("referral", r.id(), r.caseId(), r.panelId(), r.agencyId());
            var from = r.agencyId() == null ? r.outsideReferrer() : agenciesById.get(r.agencyId()).shortName();
            boolean runs = r.state().atTriage() && r.triageBy() != null;
            return new ReferralLine(r.id(), name(r, names.get(r.id())), panelsById.get(r.panelId()).shortName(), r.panelId(), panelsById.get(r.panelId()).marking(), from, r.ownReference(), r.state(),
                    r.madeAt(), r.receivedAt(), r.triageBy(), runs && r.triageBy().isBefore(viewer.today()), runs ? clocks.words(r.triageBy(), viewer.today()) : null,
                    r.authorId().equals(viewer.memberId()));
        }).toList();
    }

    /** @param person the name of the person at risk; null where there is none yet */
    private static String name(Referral referral, String person) {
        if (person != null || !referral.subjectName().isEmpty()) {
            return referral.subject().ofPerson() ? referral.subject().called(person) : referral.subjectName();
        }
        var name = referral.typed().name(referral.subject());
        return name.isEmpty() ? referral.subject().label() + " not named yet" : name.length() <= StepReader.NAME ? name : name.substring(0, StepReader.NAME) + "…";
    }

    ReferralView view(Referral r) {
        reads.seen("referral", r.id(), r.caseId(), r.panelId(), r.agencyId());
        var viewer = viewers.current();
        var panel = panels.byId(r.panelId());
        boolean triages = triage.mayTriage(r) && r.state().atTriage();
        boolean runs = r.state().atTriage() && r.triageBy() != null;
        return new ReferralView(r.id(), r.version(), r.state(), panel.id(), panel.shortName(), panel.name(), panel.marking(), panels.terms(panel.id()).gate(), r.subject(), r.subjectName(), r.subjectWhere(),
                r.agencyId() == null ? r.outsideReferrer() : agencies.byId(r.agencyId()).name(), r.agencyId(), member(r.authorId()), r.receivedHow(), r.ownReference(), r.circumstances(),
                r.category(), r.consent(), r.consentReason(), r.madeAt(), r.receivedAt(), r.triageBy(), runs && r.triageBy().isBefore(viewer.today()),
                runs ? clocks.words(r.triageBy(), viewer.today()) : null, r.seniorName(), r.seniorReason(), r.seniorDecidedAt(), r.triageNote(), member(r.triagedBy()),
                r.triagedAt(), caseReference(r.caseId()), people.seenInReferral(r.id()), assessments.seenInReferral(r.id()),
                triages ? people.ofReferral(r.id()).stream().filter(p -> p.part() == Part.VICTIM).findFirst().map(people::like).orElse(List.of()) : List.of(), viewer.today(),
                may(r, triages));
    }

    private ReferralView.May may(Referral r, boolean triages) {
        return new ReferralView.May(r.mayBeChanged() && referrals.isReferrer(r), r.state() == ReferralState.WITH_SENIOR_OFFICER && referrals.isAuthor(r),
                !r.state().ended() && referrals.isAuthor(r), r.state() == ReferralState.WITH_SENIOR_OFFICER && triage.maySenior(r), triages);
    }

    private String member(UUID id) {
        return id == null ? null : members.find(id).map(MemberView::name).orElse(null);
    }

    /** Who gave the answer and when, as far as the viewer may know who. */
    String answeredBy(Referral r) {
        var who = member(r.triagedBy());
        var when = day(r.triagedAt());
        return (who == null ? "the panel’s coordinator" : who.equals(viewers.current().name()) ? "you" : who) + (when.isEmpty() ? "" : " on " + when);
    }

    private static String day(OffsetDateTime at) {
        return Dates.moment(at);
    }

    private String caseReference(UUID caseId) {
        if (caseId == null) {
            return null;
        }
        return rows.createQuery("select c.reference from CaseFile c where c.id = ?1", String.class).setParameter(1, caseId).getResultStream().findFirst().orElse(null);
    }
}
