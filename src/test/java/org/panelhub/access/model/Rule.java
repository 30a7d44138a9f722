package org.panelhub.access.model;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import org.panelhub.access.model.World.Action;
import org.panelhub.access.model.World.Agency;
import org.panelhub.access.model.World.AgendaItem;
import org.panelhub.access.model.World.CaseFile;
import org.panelhub.access.model.World.Item;
import org.panelhub.access.model.World.Meeting;
import org.panelhub.access.model.World.Member;
import org.panelhub.access.model.World.Panel;
import org.panelhub.access.model.World.Paragraph;
import org.panelhub.access.model.World.Person;
import org.panelhub.access.model.World.Referral;
import org.panelhub.access.model.World.Release;

/**
 * Who may see what, told a second time in plain Java: written from the sharing rule's own sentences and sharing nothing with the row
 * policies, so that a mistake would have to be made twice, in two languages, to go unnoticed.
 */
final class Rule {

    private final World world;

    Rule(World world) {
        this.world = world;
    }

    /** The rows that the member may see, by table. */
    Map<Table, Set<UUID>> sees(Member m) {
        return Arrays.stream(Table.values()).collect(Collectors.toMap(t -> t, t -> sees(m, t)));
    }

    private Set<UUID> sees(Member m, Table table) {
        return switch (table) {
            case CASE_FILE -> ids(world.files, f -> sees(m, f), CaseFile::id);
            case REFERRAL -> ids(world.referrals, r -> sees(m, r), Referral::id);
            case PERSON -> ids(world.persons, p -> sees(m, p), Person::id);
            case SAFE_CONTACT -> ids(world.persons, p -> contacts(m, p), Person::id);
            case ITEM -> ids(world.items, i -> sees(m, i), i -> i.id);
            case DISCLOSURE -> ids(world.releases, r -> sees(m, r), r -> r.id);
            case WITHHOLDING -> ids(world.items, i -> seesReason(m, i), i -> i.id);
            case MEETING -> ids(world.meetings, g -> sees(m, g), g -> g.id);
            case AGENDA_ITEM -> ids(world.agenda, a -> sees(m, a), AgendaItem::id);
            case MINUTES_PARAGRAPH -> ids(world.paragraphs, p -> sees(m, p), Paragraph::id);
            case ACTION -> ids(world.actions, a -> sees(m, a), Action::id);
            case PLAN -> ids(world.plans, p -> sees(m, p.file()) || keeps(m, p.file()) && world.plans.stream().noneMatch(q -> q.file() == p.file() && q.edition() > p.edition()), p -> p.id());
        };
    }

    private static <T> Set<UUID> ids(Collection<T> all, Predicate<T> seen, Function<T, UUID> id) {
        return all.stream().filter(seen).map(id).collect(Collectors.toSet());
    }

    // Bar and seal come before everything else; only an emergency that its chair opened passes a seal, and nothing passes a bar; nothing crosses between partnerships; a closed account sees nothing.

    private boolean outside(Member m, Panel p) {
        return world.closed.contains(m) || m.at() != p.at();
    }

    private boolean shut(Member m, CaseFile f) {
        return f != null && (tied(world.bars, m, f) || world.sealed.contains(f) && !tied(world.admissions, m, f) && !chairInEmergency(m, f));
    }

    private static boolean tied(List<World.Tie> ties, Member m, CaseFile f) {
        return ties.stream().anyMatch(t -> t.member() == m && t.file() == f);
    }

    // Standing: active member, current seat, signature in force, protocol in force, undertaking current. An independent chair's stands without signature.

    private boolean signed(Agency a, Panel p) {
        return a != null && world.signatures.stream().anyMatch(s -> s.body == a.body() && s.from <= world.day && world.day < s.withdrawnOn
                && s.protocol.panels().contains(p) && s.protocol.inForce().hold(world.day));
    }

    private boolean undertaken(Member m, Panel p) {
        return world.undertakings.stream().anyMatch(u -> u.member() == m && u.panel() == p && u.days().hold(world.day));
    }

    private boolean seated(Member m, Panel p) {
        return world.seats.stream().anyMatch(s -> s.member() == m && s.panel() == p && s.days().hold(world.day));
    }

    private boolean standing(Member m, Panel p, String... roles) {
        return !outside(m, p) && undertaken(m, p) && world.seats.stream().anyMatch(s -> s.member() == m && s.panel() == p && s.days().hold(world.day)
                && (roles.length == 0 || List.of(roles).contains(s.role())) && (s.role().equals("INDEPENDENT_CHAIR") || signed(m.agency(), p)));
    }

    private boolean prepares(Member m, Panel p) {
        return standing(m, p, "CHAIR", "VICE_CHAIR", "INDEPENDENT_CHAIR", "COORDINATOR");
    }

    private boolean triages(Member m, Panel p) {
        return standing(m, p, "COORDINATOR", "ANALYST", "SPOC");
    }

    private boolean holds(Member m, String office) {
        return world.offices.stream().anyMatch(o -> o.member() == m && o.role().equals(office) && o.days().hold(world.day));
    }

    // By name: the case team, guests of an agenda item, an appeal reviewer until the outcome, whoever opened the case in an emergency. A signature of
    // the member's body is required, or, but for the team, which works for it, the member's own undertaking.

    private boolean bound(Member m, Panel p) {
        return !outside(m, p) && (signed(m.agency(), p) || undertaken(m, p));
    }

    private boolean reviews(Member m, CaseFile f) {
        return bound(m, f.panel()) && world.reviews.stream().anyMatch(r -> r.member == m && r.file == f && !r.concluded);
    }

    /** While the duty, or the chair, by which it was opened is still held. */
    private boolean emergency(Member m, CaseFile f) {
        return bound(m, f.panel()) && world.emergencies.stream().anyMatch(e -> e.member == m && e.file == f && !e.ended && e.day == world.day
                && (e.byChair ? world.seats.stream().anyMatch(s -> s.member() == m && s.panel() == f.panel() && s.days().hold(world.day) && List.of("CHAIR", "INDEPENDENT_CHAIR").contains(s.role())) : holds(m, "DUTY_OFFICER")));
    }

    private boolean chairInEmergency(Member m, CaseFile f) {
        return emergency(m, f) && standing(m, f.panel(), "CHAIR", "INDEPENDENT_CHAIR") && world.emergencies.stream().anyMatch(e -> e.member == m && e.file == f && !e.ended && e.day == world.day && e.byChair);
    }

    private boolean onTeam(Member m, CaseFile f, String... roles) {
        return world.places.stream().anyMatch(t -> t.member() == m && t.file() == f && t.days().hold(world.day) && (roles.length == 0 || List.of(roles).contains(t.role())));
    }

    private boolean team(Member m, CaseFile f) {
        return !outside(m, f.panel()) && onTeam(m, f) && signed(m.agency(), f.panel());
    }

    private boolean guest(Member m, CaseFile f) {
        return bound(m, f.panel())
                && world.attendances.stream().anyMatch(a -> a.member == m && a.capacity.equals("GUEST") && !a.ended && a.file == f && List.of("PLANNED", "PUBLISHED", "OPEN").contains(a.meeting.state));
    }

    /** For a case that is not shut to it. */
    private boolean guestAt(Member m, Meeting g) {
        return world.attendances.stream().anyMatch(a -> a.meeting == g && a.member == m && a.capacity.equals("GUEST") && !a.ended && !shut(m, a.file));
    }

    /** A guest who was there keeps the plan. */
    private boolean keeps(Member m, CaseFile f) {
        return bound(m, f.panel()) && !shut(m, f)
                && world.attendances.stream().anyMatch(a -> a.member == m && a.capacity.equals("GUEST") && !a.ended && a.file == f && a.meeting.state.equals("CLOSED") && signedFor(m, a.meeting, "MEETING"));
    }

    private boolean named(Member m, CaseFile f) {
        return team(m, f) || guest(m, f) || reviews(m, f) || emergency(m, f);
    }

    boolean sees(Member m, CaseFile f) {
        return !shut(m, f) && (standing(m, f.panel()) || named(m, f));
    }

    // Always one's own, whatever the signature: authors, seat holders and case workers of the agency.

    private boolean own(Member m, Agency agency, Member author, Panel p, CaseFile f) {
        return !outside(m, p) && m.agency() != null && m.agency() == agency && (author == m || seated(m, p) || f != null && onTeam(m, f));
    }

    private boolean own(Member m, Item i) {
        return own(m, i.agency, i.author, i.file.panel(), i.file);
    }

    private boolean sees(Member m, Referral r) {
        return !outside(m, r.panel()) && !shut(m, r.file()) && (r.author() == m
                || !r.state().equals("DRAFT") && (own(m, r.agency(), r.author(), r.panel(), r.file()) || m.agency() != null && m.agency() == r.agency() && holds(m, "SENIOR_OFFICER"))
                || List.of("SENT", "MORE_ASKED", "ACCEPTED", "DECLINED").contains(r.state()) && triages(m, r.panel()));
    }

    // A person: exactly as much as the cases, and the referrals, through which one sees it.

    private boolean sees(Member m, Person p) {
        return !shut(m, p.file()) && (p.file() != null && sees(m, p.file()) || p.referral() != null && sees(m, p.referral()));
    }

    /** Coordinator, victim's representative, who manages the case or opened it in an emergency, and the agency that gave the facts. */
    private boolean contacts(Member m, Person p) {
        return p.safeContact() && sees(m, p) && (standing(m, p.panel(), "COORDINATOR", "VICTIM_REPRESENTATIVE")
                || p.file() != null && emergency(m, p.file()) || p.file() != null && team(m, p.file()) && onTeam(m, p.file(), "CASE_MANAGER", "CASE_OFFICER")
                || p.referral() != null && m.agency() != null && m.agency() == p.gave() && sees(m, p.referral()));
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

    // Meetings: the date for every seat and whoever is invited; the room and the minutes for those who signed.

    private boolean sees(Member m, Meeting g) {
        return !outside(m, g.panel) && (seated(m, g.panel) || guestAt(m, g)
                || world.attendances.stream().anyMatch(a -> a.meeting == g && a.member == m && a.capacity.equals("OBSERVER")));
    }

    private boolean sees(Member m, AgendaItem a) {
        var panel = a.meeting().panel;
        var published = List.of("PUBLISHED", "OPEN", "CLOSED").contains(a.meeting().state);
        return !shut(m, a.file()) && (prepares(m, panel) || triages(m, panel) || watches(m, a.meeting()) || published && (standing(m, panel) || a.file() != null && (team(m, a.file()) || guest(m, a.file()) && guestAt(m, a.meeting()))));
    }

    /** Signed for being there, was there, and the place by which one came still stands. */
    private boolean present(Member m, Meeting g) {
        return signedFor(m, g, "MEETING") && world.attendances.stream().anyMatch(a -> a.meeting == g && a.member == m && a.present) && comes(m, g);
    }

    /** An observer, while the room is open. */
    private boolean watches(Member m, Meeting g) {
        return !outside(m, g.panel) && g.state.equals("OPEN") && signedFor(m, g, "MEETING")
                && world.attendances.stream().anyMatch(a -> a.meeting == g && a.member == m && a.capacity.equals("OBSERVER"));
    }

    private boolean signedFor(Member m, Meeting g, String... purposes) {
        return world.declarations.stream().anyMatch(d -> d.member() == m && d.meeting() == g && List.of(purposes).contains(d.purpose()));
    }

    private boolean comes(Member m, Meeting g) {
        return world.attendances.stream().filter(a -> a.meeting == g && a.member == m).findFirst().map(a -> switch (a.capacity) {
            case "MEMBER" -> standing(m, g.panel);
            case "GUEST" -> !a.ended && guest(m, a.file);
            default -> false;
        }).orElseGet(() -> standing(m, g.panel));
    }

    private boolean sees(Member m, Paragraph p) {
        var panel = p.meeting().panel;
        return !shut(m, p.file()) && (prepares(m, panel) || p.meeting().minutes.equals("CIRCULATED") && signedFor(m, p.meeting(), "MEETING", "MINUTES") && comes(m, p.meeting()))
                && (p.file() == null || sees(m, p.file())) && p.sources().stream().allMatch(i -> sees(m, i));
    }

    // An action: its owner, the owner agency's own people, and those who see its case; of the panel's own actions, its members.

    private boolean sees(Member m, Action a) {
        return !outside(m, a.panel()) && !shut(m, a.file()) && (a.ownerMember() == m || own(m, a.owner(), null, a.panel(), a.file())
                || standing(m, a.panel()) || a.file() != null && named(m, a.file()));
    }
}
