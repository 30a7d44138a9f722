package org.panelhub.access.model;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import org.panelhub.access.model.Told.Bar;
import org.panelhub.access.model.World.Action;
import org.panelhub.access.model.World.AgendaItem;
import org.panelhub.access.model.World.Approval;
import org.panelhub.access.model.World.Beside;
import org.panelhub.access.model.World.CaseFile;
import org.panelhub.access.model.World.Deputy;
import org.panelhub.access.model.World.Escalation;
import org.panelhub.access.model.World.Item;
import org.panelhub.access.model.World.Meeting;
import org.panelhub.access.model.World.Member;
import org.panelhub.access.model.World.Paragraph;
import org.panelhub.access.model.World.Place;
import org.panelhub.access.model.World.Plan;
import org.panelhub.access.model.World.Release;

/**
 * Who may see what, told a second time in plain Java: written from the sharing rule's own sentences and sharing nothing with the row
 * policies, so that a mistake would have to be made twice, in two languages, to go unnoticed.
 */
final class Rule extends Grounds {

    private final ApplicationRule applications;

    Rule(World world) {
        super(world);
        applications = new ApplicationRule(world);
    }

    /** The rows that the member may see, by table. */
    Map<Table, Set<UUID>> sees(Member m) {
        return Arrays.stream(Table.values()).collect(Collectors.toMap(t -> t, t -> sees(m, t)));
    }

    private Set<UUID> sees(Member m, Table table) {
        return switch (table) {
            case CASE_FILE -> ids(world.files, f -> sees(m, f), CaseFile::id);
            case CASE_TEAM -> ids(world.places, t -> sees(m, t.file()), Place::id);
            case APPEAL_REVIEW -> ids(world.reviews, r -> sees(m, r.file), r -> r.id);
            case EMERGENCY -> ids(world.emergencies, e -> sees(m, e), e -> e.id);
            case REFERRAL -> ids(world.referrals, r -> sees(m, r), r -> r.id);
            case PERSON -> ids(world.persons, p -> sees(m, p), p -> p.id);
            case SAFE_CONTACT -> ids(world.persons, p -> contacts(m, p), p -> p.id);
            case ADMISSION -> ids(world.admissions, t -> !outside(m, t.file().panel()) && !shut(m, t.file()) && (t.member() == m || prepares(m, t.file().panel())), World.Tie::id);
            case CASE_BAR -> ids(world.bars, b -> knows(m, b), Bar::asBar);
            case CONFLICT_FINDING -> ids(world.bars, b -> decides(m, b), b -> b.id);
            case REFERRAL_BAR -> ids(world.bars, b -> decidesOnReferral(m, b), b -> b.id);
            case MEMBER_IDENTITY -> ids(world.told, t -> t.ofItself() && t.member() == m && !world.closed.contains(m), Told::id);
            case PRIVATE_RELATION -> ids(world.told, t -> !t.ofItself() && t.member() == m && !world.closed.contains(m), Told::id);
            case DEPUTY -> ids(world.deputies, d -> sees(m, d), d -> d.id);
            case ITEM -> ids(world.items, i -> sees(m, i), i -> i.id);
            case DISCLOSURE -> ids(world.releases, r -> sees(m, r), r -> r.id);
            case WITHHOLDING -> ids(world.items, i -> seesReason(m, i), i -> i.id);
            case SOURCE_GRADING, CONSENT_WITHDRAWAL, ONWARD_REQUEST, OUTSIDE_DISCLOSURE -> ids(world.beside, x -> x.table() == table && sees(m, x), Beside::id);
            case MEETING -> ids(world.meetings, g -> sees(m, g), g -> g.id);
            case AGENDA_ITEM -> ids(world.agenda, a -> sees(m, a), AgendaItem::id);
            case MINUTES_PARAGRAPH -> ids(world.paragraphs, p -> sees(m, p), Paragraph::id);
            case ACTION -> ids(world.actions, a -> sees(m, a), a -> a.id);
            case ACTION_OFFER, ACTION_EXTENSION -> ids(world.asked, x -> x.table == table && sees(m, x.action), x -> x.id);
            case ESCALATION -> ids(world.escalations, e -> sees(m, e), Escalation::id);
            case PLAN -> ids(world.plans, p -> sees(m, p), Plan::id);
            case PLAN_APPROVAL -> ids(world.approvals, a -> sees(m, a.plan()), Approval::id);
            case CASE_HANDOVER -> ids(world.handovers, h -> sees(m, h.file), h -> h.id);
            case TRIGGER, TRIGGER_APPLICANT, TRIGGER_COMPLAINT, TRIGGER_MESSAGE, TRIGGER_EVENT, TRIGGER_ASKING, TRIGGER_DECISION, TRIGGER_RECOMMENDATION, TRIGGER_APPEAL, TRIGGER_INTERVIEW, TRIGGER_BAR ->
                applications.sees(m, table);
        };
    }

    private boolean own(Member m, Item i) {
        return own(m, i.agency, i.author, i.file.panel(), i.file);
    }

    private boolean own(Member m, Referral r) {
        return own(m, r.agency(), r.author, r.panel, r.file);
    }

    /** Its author; once handed on, the author's agency; and, once it was sent, those who decide on it. */
    private boolean sees(Member m, Referral r) {
        return !outside(m, r.panel) && !shut(m, r.file) && !barred(m, r)
                && (r.author == m || !r.state.equals("DRAFT") && (own(m, r) || m.agency() != null && m.agency() == r.agency() && holds(m, "SENIOR_OFFICER")) || r.received && triages(m, r.panel));
    }

    // A person: exactly as much as the cases, and the referrals, through which one sees it.

    private boolean sees(Member m, Person p) {
        return !shut(m, p.file) && !(p.referral != null && barred(m, p.referral)) && (p.file != null && sees(m, p.file) || p.referral != null && sees(m, p.referral));
    }

    /** Coordinator, victim's representative, who manages the case or opened it in an emergency, and the agency that gave the facts. */
    private boolean contacts(Member m, Person p) {
        return sees(m, p) && (standing(m, p.panel(), "COORDINATOR", "VICTIM_REPRESENTATIVE")
                || p.file != null && emergency(m, p.file) || p.file != null && team(m, p.file) && onTeam(m, p.file, "CASE_MANAGER", "CASE_OFFICER")
                || p.referral != null && m.agency() != null && m.agency() == p.referral.agency() && sees(m, p.referral));
    }

    // A conflict of interest: who prepares the panel knows of a bar on a case that it sees; with whom one was found is for who decides. Of an access in an
    // emergency know whoever opened the case and who prepares its panel.

    private boolean knows(Member m, Bar b) {
        return b.file != null && !shut(m, b.file) && prepares(m, b.file.panel());
    }

    private boolean decides(Member m, Bar b) {
        return b.found() && b.file != null && !shut(m, b.file) && chairs(m, b.file.panel());
    }

    private boolean decidesOnReferral(Member m, Bar b) {
        return b.referral != null && b.referral.received && b.referral.file == null && !barred(m, b.referral) && chairs(m, b.referral.panel);
    }

    private boolean sees(Member m, World.Emergency e) {
        return !outside(m, e.file.panel()) && !shut(m, e.file) && (e.member == m || prepares(m, e.file.panel()));
    }

    private boolean sees(Member m, Deputy d) {
        return !outside(m, d.panel) && (d.member == m || prepares(m, d.panel) || m.agency() != null && m.agency() == d.member.agency() && seated(m, d.panel));
    }

    // Items: one's own; or released by a disclosure in force that names one, on a case that one sees. Code C: only recipients named in it.

    boolean sees(Member m, Item i) {
        if (shut(m, i.file)) {
            return false;
        }
        return own(m, i) || i.state.equals("RELEASED") && (sees(m, i.file) || i.saidAt != null && watches(m, i.saidAt))
                && world.releases.stream().anyMatch(r -> r.item == i && !r.withdrawn && r.days.hold(world.day) && (byName(m, r) || !"C".equals(i.code) && together(m, r)));
    }

    private static boolean byName(Member m, Release r) {
        return r.member == m || r.agency != null && r.agency == m.agency();
    }

    /** As one of its panel, or of those present. */
    private boolean together(Member m, Release r) {
        return r.panel != null && (standing(m, r.panel) || r.panel == r.item.file.panel() && named(m, r.item.file))
                || r.meeting != null && (present(m, r.meeting) || watches(m, r.meeting) || emergency(m, r.item.file));
    }

    private boolean sees(Member m, Release r) {
        return sees(m, r.item) && (m.agency() != null && m.agency() == r.item.agency || byName(m, r) || together(m, r));
    }

    private boolean seesReason(Member m, Item i) {
        return i.state.equals("WITHHELD") && !outside(m, i.file.panel()) && !shut(m, i.file) && m.agency() != null
                && (m.agency() == i.agency && sees(m, i) || m.agency().body() == i.agency.body() && holds(m, "INFORMATION_LEAD"));
    }

    // Beside an item: gradings, consents withdrawn, what was asked and what was given outside are the originator's; the last also its information lead's. What
    // one has asked, and was answered, is one's own.

    private boolean sees(Member m, Beside x) {
        var originator = m.agency() != null && m.agency() == x.item().agency && sees(m, x.item());
        return originator || !outside(m, x.item().file.panel()) && !shut(m, x.item().file) && m.agency() != null && switch (x.table()) {
            case ONWARD_REQUEST -> own(m, x.asked().agency(), x.asked(), x.item().file.panel(), x.item().file);
            case OUTSIDE_DISCLOSURE -> m.agency().body() == x.item().agency.body() && holds(m, "INFORMATION_LEAD");
            default -> false;
        };
    }

    // Meetings: the date for every seat and whoever is invited; the room and the minutes for those who signed.

    private boolean sees(Member m, Meeting g) {
        return !outside(m, g.panel) && (seated(m, g.panel) || guestAt(m, g)
                || world.attendances.stream().anyMatch(a -> a.meeting == g && a.member == m && a.capacity.equals("OBSERVER")));
    }

    private boolean sees(Member m, AgendaItem a) {
        var panel = a.meeting().panel;
        var published = List.of("PUBLISHED", "OPEN", "CLOSED").contains(a.meeting().state);
        return !shut(m, a.file()) && (prepares(m, panel) || triages(m, panel) || watches(m, a.meeting()) || published && (standing(m, panel) || a.file() != null && (team(m, a.file()) || guest(m, a.file()) && guestFor(m, a.file(), a.meeting()))));
    }

    private boolean sees(Member m, Paragraph p) {
        var panel = p.meeting().panel;
        return !shut(m, p.file()) && (prepares(m, panel) || m.agency() != null && m.agency() == p.agency() && present(m, p.meeting()) || p.meeting().minutes.equals("CIRCULATED") && signedFor(m, p.meeting(), "MEETING", "MINUTES") && comes(m, p.meeting()))
                && (p.file() == null || sees(m, p.file())) && p.sources().stream().allMatch(i -> sees(m, i));
    }

    // An action: its owner, the owner agency's own people, and those who see its case; of the panel's own actions, its members.

    private boolean sees(Member m, Action a) {
        return !outside(m, a.panel) && !shut(m, a.file) && (a.ownerMember == m || own(m, a.owner, null, a.panel, a.file)
                || standing(m, a.panel) || a.file != null && named(m, a.file));
    }

    /** That somebody was not told would tell others of a bar or a seal. */
    private boolean sees(Member m, Escalation e) {
        return sees(m, e.action()) && (e.told() == m || prepares(m, e.action().panel));
    }

    private boolean sees(Member m, Plan p) {
        return sees(m, p.file()) || keeps(m, p.file()) && world.plans.stream().noneMatch(q -> q.file() == p.file() && q.edition() > p.edition());
    }
}
