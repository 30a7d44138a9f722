package org.panelhub.access.model;

import java.util.ArrayList;
import java.util.List;

import org.panelhub.access.model.World.Days;
import org.panelhub.access.model.World.Release;

/** What happens to information. */
final class InformationSteps {

    private InformationSteps() {
    }

    static String enterItem(Deeds d, Choice c) {
        var m = c.a(c.members().stream().filter(x -> x.agency() != null).toList());
        var f = c.b(c.files());
        d.information.item(m, f, "a note by " + m.name() + " on " + f.name());
        return m.name() + " enters a note of " + m.agency().name() + " on " + f.name();
    }

    static String release(Deeds d, Choice c) {
        var i = c.a(c.items());
        var recipient = c.isC(3) ? i.file.panel() : c.b(recipients(c));
        int days = 1 + c.c;
        d.information.release(i, recipient, new Days(d.world.day, d.world.day + days), null, null);
        return d.world.name(i.id) + " is released to " + Kind.recipient(recipient) + " for " + days + " days";
    }

    private static List<Object> recipients(Choice c) {
        var to = new ArrayList<Object>(c.panels());
        to.addAll(c.agencies());
        to.addAll(c.members());
        to.addAll(c.meetings());
        return to;
    }

    private static List<Release> standing(Deeds d, Choice c) {
        return d.world.releases.stream().filter(x -> c.here(x.item.file.panel().at()) && !x.withdrawn).toList();
    }

    static String prolong(Deeds d, Choice c) {
        var r = c.a(standing(d, c).stream().filter(x -> x.days.until != World.NEVER).toList());
        if (r == null) {
            return "";
        }
        int until = Math.max(r.days.until, d.world.day) + 1 + c.b;
        d.information.release(r.item, r.to, new Days(d.world.day, until), r, "PROLONGED");
        return "the release of " + d.world.name(r.item.id) + " to " + Kind.recipient(r.to) + " is prolonged to " + (until - d.world.day) + " days from now";
    }

    static String widen(Deeds d, Choice c) {
        var r = c.a(standing(d, c).stream().filter(x -> x.days.hold(d.world.day)).toList());
        var to = c.b(recipients(c));
        if (r == null || r.to == to) {
            return "";
        }
        d.information.release(r.item, to, new Days(d.world.day, r.days.until), r, "WIDENED");
        return "the release of " + d.world.name(r.item.id) + " to " + Kind.recipient(r.to) + " is widened to " + Kind.recipient(to);
    }

    static String consentWithdrawn(Deeds d, Choice c) {
        var r = c.a(standing(d, c).stream().filter(x -> !x.consentWithdrawn).toList());
        if (r == null) {
            return "";
        }
        var alone = c.isB(2);
        d.information.consentWithdrawn(r, alone);
        return "the consent to the release of " + d.world.name(r.item.id) + " to " + Kind.recipient(r.to) + " is withdrawn" + (alone ? ", and it ends" : ", and it goes on");
    }

    static String grade(Deeds d, Choice c) {
        var i = c.a(c.items());
        if (d.world.beside.stream().anyMatch(x -> x.table() == Table.SOURCE_GRADING && x.item() == i)) {
            return "";
        }
        d.information.grade(i);
        return "the source of " + d.world.name(i.id) + " is graded";
    }

    static String ask(Deeds d, Choice c) {
        var i = c.a(c.items());
        var m = c.b(c.members().stream().filter(x -> x.agency() != null && x.agency() != i.agency).toList());
        d.information.ask(i, m);
        return m.name() + " asks to use " + d.world.name(i.id) + " further";
    }

    static String answer(Deeds d, Choice c) {
        var q = c.a(d.world.beside.stream().filter(x -> x.table() == Table.ONWARD_REQUEST).toList());
        if (q == null) {
            return "";
        }
        d.information.answer(q, c.isB(2));
        return Kind.name(q.asked()) + " is answered " + (c.isB(2) ? "yes" : "no") + " about " + d.world.name(q.item().id);
    }

    static String giveOutside(Deeds d, Choice c) {
        var i = c.a(c.items());
        d.information.giveOutside(i);
        return d.world.name(i.id) + " is given to an ambulance service, which has signed nothing";
    }

    static String withdrawRelease(Deeds d, Choice c) {
        var r = c.a(standing(d, c));
        if (r == null) {
            return "";
        }
        // With what prolonged it.
        d.world.releases.stream().filter(x -> x.item == r.item && x.to == r.to && !x.withdrawn).forEach(d.information::withdraw);
        return "the release of " + d.world.name(r.item.id) + " to " + Kind.recipient(r.to) + " is withdrawn";
    }

    static String expire(Deeds d, Choice c) {
        var r = c.a(d.world.releases.stream().filter(x -> c.here(x.item.file.panel().at()) && x.days.hold(d.world.day)).toList());
        if (r == null) {
            return "";
        }
        d.information.ends(r);
        return "the release of " + d.world.name(r.item.id) + " to " + Kind.recipient(r.to) + " expires";
    }

    static String withhold(Deeds d, Choice c) {
        var i = c.a(c.items());
        if (i.state.equals("WITHHELD")) {
            return "";
        }
        d.information.state(i, "WITHHELD");
        return d.world.name(i.id) + " is withheld";
    }

    static String code(Deeds d, Choice c) {
        var i = c.a(c.items());
        d.information.code(i, c.isB(3) ? "P" : "C");
        return d.world.name(i.id) + " is given handling code " + i.code;
    }

    static String say(Deeds d, Choice c) {
        var at = c.a(c.meetings().stream().filter(g -> g.state.equals("OPEN")).toList());
        var speaker = c.b(c.agencies());
        if (at == null) {
            return "";
        }
        var f = c.c(c.files().stream().filter(x -> x.panel() == at.panel).toList());
        d.information.saidAloud(d.world.members.getFirst(), speaker, f, at, "what " + speaker.name() + " said on " + f.name());
        return speaker.name() + " says something on " + f.name() + " at " + at.name;
    }
}
