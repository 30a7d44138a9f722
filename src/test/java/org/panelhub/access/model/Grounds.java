package org.panelhub.access.model;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import org.panelhub.access.model.World.Agency;
import org.panelhub.access.model.World.CaseFile;
import org.panelhub.access.model.World.Meeting;
import org.panelhub.access.model.World.Member;
import org.panelhub.access.model.World.Panel;

/** By what a member may see anything at all, and what keeps it from that: the sharing rule's conditions, told a second time. */
class Grounds {

    final World world;

    Grounds(World world) {
        this.world = world;
    }

    static <T> Set<UUID> ids(Collection<T> all, Predicate<T> seen, Function<T, UUID> id) {
        return all.stream().filter(seen).map(id).collect(Collectors.toSet());
    }

    // Bar and seal come before everything else; only an emergency that its chair opened passes a seal, and nothing passes a bar; nothing crosses between partnerships; a closed account sees nothing.

    boolean outside(Member m, Panel p) {
        return world.closed.contains(m) || m.at() != p.at();
    }

    boolean shut(Member m, CaseFile f) {
        return f != null && (barred(m, f) || world.sealed.contains(f) && world.admissions.stream().noneMatch(t -> t.member() == m && t.file() == f) && !chairInEmergency(m, f));
    }

    /** By a conflict of interest that was declared, set or found, until it is lifted. */
    boolean barred(Member m, CaseFile f) {
        return world.bars.stream().anyMatch(b -> !b.lifted && b.member == m && b.file == f);
    }

    /** Before a referral has opened a case, what would shut the case shuts the referral. */
    boolean barred(Member m, Referral r) {
        return world.bars.stream().anyMatch(b -> !b.lifted && b.member == m && b.referral == r);
    }

    // Standing: active member, current seat, signature in force, protocol in force, undertaking current. An independent chair's stands without signature.

    boolean signed(Agency a, Panel p) {
        return a != null && world.signatures.stream().anyMatch(s -> s.body == a.body() && s.from <= world.day && world.day < s.withdrawnOn
                && s.protocol.panels().contains(p) && s.protocol.inForce().hold(world.day));
    }

    boolean undertaken(Member m, Panel p) {
        return world.undertakings.stream().anyMatch(u -> u.member() == m && u.panel() == p && u.days().hold(world.day));
    }

    boolean seated(Member m, Panel p) {
        return world.seats.stream().anyMatch(s -> s.member() == m && s.panel() == p && s.days().hold(world.day));
    }

    boolean standing(Member m, Panel p, String... roles) {
        return !outside(m, p) && undertaken(m, p) && world.seats.stream().anyMatch(s -> s.member() == m && s.panel() == p && s.days().hold(world.day)
                && (roles.length == 0 || List.of(roles).contains(s.role())) && (s.role().equals("INDEPENDENT_CHAIR") || signed(m.agency(), p)));
    }

    boolean prepares(Member m, Panel p) {
        return standing(m, p, "CHAIR", "VICE_CHAIR", "INDEPENDENT_CHAIR", "COORDINATOR");
    }

    boolean triages(Member m, Panel p) {
        return standing(m, p, "COORDINATOR", "ANALYST", "SPOC");
    }

    boolean chairs(Member m, Panel p) {
        return standing(m, p, "CHAIR", "VICE_CHAIR", "INDEPENDENT_CHAIR");
    }

    boolean holds(Member m, String office) {
        return world.offices.stream().anyMatch(o -> o.member() == m && o.role().equals(office) && o.days().hold(world.day));
    }

    // By name: the case team, guests of an agenda item, an appeal reviewer until the outcome, whoever opened the case in an emergency. A signature of
    // the member's body is required, or, but for the team, which works for it, the member's own undertaking.

    boolean bound(Member m, Panel p) {
        return !outside(m, p) && (signed(m.agency(), p) || undertaken(m, p));
    }

    boolean reviews(Member m, CaseFile f) {
        return bound(m, f.panel()) && world.reviews.stream().anyMatch(r -> r.member == m && r.file == f && !r.concluded);
    }

    private boolean runs(World.Emergency e) {
        return !e.ended && e.day == world.day && world.hour < e.hour + World.HOURS_OF_AN_EMERGENCY;
    }

    /** While the duty, or the chair, by which it was opened is still held. */
    boolean emergency(Member m, CaseFile f) {
        return bound(m, f.panel()) && world.emergencies.stream().anyMatch(e -> e.member == m && e.file == f && runs(e)
                && (e.byChair ? world.seats.stream().anyMatch(s -> s.member() == m && s.panel() == f.panel() && s.days().hold(world.day) && List.of("CHAIR", "INDEPENDENT_CHAIR").contains(s.role())) : holds(m, "DUTY_OFFICER")));
    }

    boolean chairInEmergency(Member m, CaseFile f) {
        return emergency(m, f) && standing(m, f.panel(), "CHAIR", "INDEPENDENT_CHAIR") && world.emergencies.stream().anyMatch(e -> e.member == m && e.file == f && runs(e) && e.byChair);
    }

    boolean onTeam(Member m, CaseFile f, String... roles) {
        return world.places.stream().anyMatch(t -> t.member() == m && t.file() == f && t.days().hold(world.day) && (roles.length == 0 || List.of(roles).contains(t.role())));
    }

    boolean team(Member m, CaseFile f) {
        return !outside(m, f.panel()) && onTeam(m, f) && signed(m.agency(), f.panel());
    }

    boolean guest(Member m, CaseFile f) {
        return bound(m, f.panel())
                && world.attendances.stream().anyMatch(a -> a.member == m && a.capacity.equals("GUEST") && !a.ended && a.file == f && List.of("PLANNED", "PUBLISHED", "OPEN").contains(a.meeting.state));
    }

    /** For a case that is not shut to it. */
    boolean guestAt(Member m, Meeting g) {
        return world.attendances.stream().anyMatch(a -> a.meeting == g && a.member == m && a.capacity.equals("GUEST") && !a.ended && !shut(m, a.file));
    }

    boolean guestFor(Member m, CaseFile f, Meeting g) {
        return world.attendances.stream().anyMatch(a -> a.meeting == g && a.member == m && a.capacity.equals("GUEST") && !a.ended && a.file == f);
    }

    /** A guest who was there keeps the plan, until the case closes. */
    boolean keeps(Member m, CaseFile f) {
        return bound(m, f.panel()) && !shut(m, f) && !world.ended.contains(f)
                && world.attendances.stream().anyMatch(a -> a.member == m && a.capacity.equals("GUEST") && !a.ended && a.file == f && a.meeting.state.equals("CLOSED") && signedFor(m, a.meeting, "MEETING"));
    }

    boolean named(Member m, CaseFile f) {
        return team(m, f) || guest(m, f) || reviews(m, f) || emergency(m, f);
    }

    final boolean sees(Member m, CaseFile f) {
        return !shut(m, f) && (standing(m, f.panel()) || named(m, f));
    }

    // Always one's own, whatever the signature: authors, seat holders and case workers of the agency.

    boolean own(Member m, Agency agency, Member author, Panel p, CaseFile f) {
        return !outside(m, p) && m.agency() != null && m.agency() == agency && (author == m || seated(m, p) || f != null && onTeam(m, f));
    }

    // In the room.

    /** Signed for being there, was there, and the place by which one came still stands. */
    boolean present(Member m, Meeting g) {
        return signedFor(m, g, "MEETING") && world.attendances.stream().anyMatch(a -> a.meeting == g && a.member == m && a.present) && comes(m, g);
    }

    /** An observer, while the room is open. */
    boolean watches(Member m, Meeting g) {
        return !outside(m, g.panel) && g.state.equals("OPEN") && signedFor(m, g, "MEETING")
                && world.attendances.stream().anyMatch(a -> a.meeting == g && a.member == m && a.capacity.equals("OBSERVER"));
    }

    boolean signedFor(Member m, Meeting g, String... purposes) {
        return world.declarations.stream().anyMatch(d -> d.member() == m && d.meeting() == g && List.of(purposes).contains(d.purpose()));
    }

    boolean comes(Member m, Meeting g) {
        return world.attendances.stream().filter(a -> a.meeting == g && a.member == m).findFirst().map(a -> switch (a.capacity) {
            case "MEMBER" -> standing(m, g.panel);
            case "GUEST" -> !a.ended && guest(m, a.file);
            default -> false;
        }).orElseGet(() -> standing(m, g.panel));
    }
}
