package org.panelhub.cases.sight;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.hibernate.Session;
import org.panelhub.access.Permission;
import org.panelhub.access.Permissions;
import org.panelhub.audit.Reads;
import org.panelhub.cases.CaseMembers;
import org.panelhub.cases.Cases;
import org.panelhub.cases.sight.Why.Condition;
import org.panelhub.identity.Role;
import org.panelhub.identity.Viewers;
import org.panelhub.page.Choice;
import org.panelhub.page.Dates;
import org.panelhub.page.Words;

import jakarta.enterprise.context.ApplicationScoped;

/**
 * Asks the database why somebody sees something or does not, and says it in plain words. The answer is worked out there, from the facts by
 * which the policies decide, and never holds more than whoever asks may see itself: then there is none.
 */
@ApplicationScoped
public class Whys {

    private final Session rows;
    private final CaseMembers members;
    private final Permissions permissions;
    private final Viewers viewers;
    private final Reads reads;

    Whys(Session rows, CaseMembers members, Permissions permissions, Viewers viewers, Reads reads) {
        this.rows = rows;
        this.members = members;
        this.permissions = permissions;
        this.viewers = viewers;
        this.reads = reads;
    }

    record Ground(String ground, Boolean holds, String detail, Boolean sealed, String role, Boolean active, Boolean current, Boolean signed, Boolean undertaken, String by, String to, LocalDate until) {

        boolean is(String name) {
            return ground.equals(name);
        }

        /** One that opens the case: all but those that shut it, and those of a single item. */
        boolean opens() {
            return !is("not barred") && !is("seal") && !is("own") && !is("released") && !is("case open") && !is("room");
        }
    }

    private static final String GROUNDS = """
            select e.ground, e.holds, e.detail, (e.facts ->> 'sealed')::boolean, e.facts ->> 'role', (e.facts ->> 'active')::boolean, (e.facts ->> 'current')::boolean, (e.facts ->> 'signed')::boolean,
                   (e.facts ->> 'undertaken')::boolean, a.name, e.facts ->> 'to', (e.facts ->> 'until')::date
              from """;
    private static final String OF_CASE = " access.explain_reference(:m, :r) ";
    private static final String OF_ITEM = " access.explain_item(:m, :i) ";
    private static final String BY = " e left join hub.agency a on a.id = (e.facts ->> 'by')::uuid";

    /** About whom the viewer may ask, beside itself. */
    public List<Choice> people() {
        return permissions.may(Permission.EXPLAIN_ACCESS) ? members.toAskAbout(permissions.may(Permission.BAR_MEMBER)) : List.of();
    }

    /** Empty when there is no such case, or none that the viewer may ask about for this member. */
    public Optional<Why> ofCase(String typed, UUID memberId) {
        var reference = Cases.normalised(typed);
        var grounds = rows.createNativeQuery(GROUNDS + OF_CASE + BY, Ground.class).setParameter("m", memberId).setParameter("r", reference).getResultList();
        if (grounds.isEmpty()) {
            return Optional.empty();
        }
        reads.seen("access_explained", reference + " " + memberId, null, null, null);
        return Optional.of(new Why(who(memberId), "the case " + reference, shut(grounds) ? false : grounds.stream().anyMatch(g -> g.opens() && g.holds), ofCase(grounds, who(memberId))));
    }

    /** Empty when there is no such item, or none that the viewer may ask about for this member. */
    public Optional<Why> ofItem(UUID itemId, UUID memberId) {
        var grounds = rows.createNativeQuery(GROUNDS + OF_ITEM + BY, Ground.class).setParameter("m", memberId).setParameter("i", itemId).getResultList();
        // Of another controller's member an information lead is told of releases only, and of none when there is none.
        var ask = grounds.isEmpty() && rows.createNativeQuery("select exists (select from access.explain_item(hub.viewer(), :i))", Boolean.class).setParameter("i", itemId).getSingleResult();
        if (grounds.isEmpty() && !ask) {
            return Optional.empty();
        }
        reads.seen("access_explained", itemId + " " + memberId, null, null, null);
        var who = who(memberId);
        var releasesOnly = grounds.stream().noneMatch(g -> g.is("not barred"));
        var conditions = new ArrayList<>(ofCase(grounds, who));
        grounds.stream().filter(g -> g.is("case open")).findFirst().ifPresent(g -> conditions.add(new Condition(g.holds, g.holds ? "So the case is open to " + who + "." : "So the case is not open to " + who + ".")));
        grounds.stream().filter(g -> g.is("room")).forEach(g -> conditions.add(new Condition(true, Words.upper(who) + " " + is(who) + " observing the meeting while it is open.")));
        grounds.stream().filter(g -> g.is("own")).forEach(g -> conditions.add(new Condition(g.holds, g.holds ? "It is information of an agency’s own, and " + who + " " + is(who) + " " + g.detail + "."
                : "It is information of the agency that " + who + " belongs to, but " + who + " neither wrote it, nor sits on the panel, nor is on the case team.")));
        var released = grounds.stream().filter(g -> g.is("released")).toList();
        released.forEach(g -> conditions.add(new Condition(g.holds, g.by + " released it " + to(g.to, who) + (g.until == null ? "" : ", until " + Dates.day(g.until)) + (g.holds ? "." : ": " + g.detail + "."))));
        if (released.isEmpty() && grounds.stream().noneMatch(g -> g.is("own") && g.holds)) {
            conditions.add(new Condition(false, "No release names " + who + ", nor a panel or meeting."));
        }
        return Optional.of(new Why(who, "this information", releasesOnly ? released.stream().anyMatch(Ground::holds) ? null : Boolean.FALSE : Boolean.valueOf(sees(grounds)), conditions));
    }

    private static boolean sees(List<Ground> grounds) {
        return !shut(grounds) && (grounds.stream().anyMatch(g -> g.is("own") && g.holds)
                || grounds.stream().anyMatch(g -> g.is("released") && g.holds) && grounds.stream().anyMatch(g -> (g.is("case open") || g.is("room")) && g.holds));
    }

    private static boolean shut(List<Ground> grounds) {
        return grounds.stream().anyMatch(g -> (g.is("not barred") || g.is("seal")) && !g.holds);
    }

    private static List<Condition> ofCase(List<Ground> grounds, String who) {
        var conditions = new ArrayList<Condition>();
        for (var g : grounds) {
            if (g.is("not barred")) {
                conditions.add(new Condition(g.holds, g.holds ? "No conflict of interest shuts the case to " + who + "." : "A conflict of interest shuts the case to " + who + ". Nothing opens it past that."));
            } else if (g.is("seal")) {
                conditions.add(new Condition(g.holds, Boolean.TRUE.equals(g.sealed) ? "The case is sealed, and " + who + " " + is(who) + (g.holds ? "" : " not") + " on its list." : "The case is not sealed."));
            } else if (g.opens()) {
                conditions.addAll(place(g, who));
            }
        }
        return conditions;
    }

    /** What a seat, or a place by name, needs to open a case. */
    private static List<Condition> place(Ground g, String who) {
        var conditions = new ArrayList<Condition>();
        var seat = g.is("standing");
        if (g.current == null) {
            conditions.add(new Condition(g.holds, seat ? Words.upper(who) + " " + has(who) + " no seat on the panel." : Words.upper(g.ground) + ": " + (g.detail == null || g.detail.isBlank() ? g.holds ? "in force" : "not in force" : g.detail) + "."));
            return conditions;
        }
        var place = seat ? "The seat as " + Words.lower(Role.valueOf(g.role).label()) : switch (g.ground) {
            case "case team" -> "The place on the case team";
            case "guest" -> "The invitation as a guest";
            case "review" -> "The place as appeal reviewer";
            case "emergency" -> "The opening in an emergency";
            default -> "The place by " + g.ground;
        };
        conditions.add(new Condition(g.current, place + (g.current ? " is current." : " has ended, or not begun.")));
        if (g.active != null) {
            conditions.add(new Condition(g.active, g.active ? "The account is open." : "The account is closed."));
        }
        if (g.signed != null) {
            conditions.add(new Condition(g.signed, g.signed ? "The signature that it needs is in force." : "The signature that it needs is not in force."));
        }
        if (g.undertaken != null) {
            conditions.add(new Condition(g.undertaken, g.undertaken ? "The confidentiality undertaking is current." : "No confidentiality undertaking is current."));
        }
        return conditions;
    }

    private static String to(String to, String who) {
        return switch (to) {
            case "panel" -> "to the panel";
            case "agency" -> "to the agency of " + who;
            case "member" -> "to " + who + " by name";
            default -> "to those present at a meeting";
        };
    }

    private static String is(String who) {
        return who.equals(YOU) ? "are" : "is";
    }

    private static String has(String who) {
        return who.equals(YOU) ? "have" : "has";
    }

    private static final String YOU = "you";

    private String who(UUID memberId) {
        return memberId.equals(viewers.current().memberId()) ? YOU
                : rows.createNativeQuery("select name from hub.member where id = :m", String.class).setParameter("m", memberId).getResultStream().findFirst().orElse("the member");
    }
}
