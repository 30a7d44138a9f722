package org.panelhub.access.model;

import java.util.List;

import org.panelhub.access.model.World.Action;
import org.panelhub.access.model.World.Asked;

/** What happens to what was agreed. */
final class AgreedSteps {

    private static final List<String> RUNGS = List.of("OWNER", "DESIGNATED_OFFICER", "CHAIR", "PARTNERSHIP_LEAD");

    private AgreedSteps() {
    }

    static String offer(Deeds d, Choice c) {
        var a = c.a(c.actions().stream().filter(x -> asked(d, Table.ACTION_OFFER).stream().noneMatch(o -> o.action == x)).toList());
        var to = a == null ? null : c.b(c.agencies().stream().filter(x -> x != a.owner).toList());
        if (to == null) {
            return "";
        }
        d.agreed.offer(a, to);
        return d.world.name(a.id) + " is offered to " + to.name();
    }

    static String answerOffer(Deeds d, Choice c) {
        var offer = c.a(asked(d, Table.ACTION_OFFER));
        if (offer == null) {
            return "";
        }
        if (c.isB(4)) {
            d.agreed.refuse(offer);
            return offer.to.name() + " does not take on " + d.world.name(offer.action.id);
        }
        var by = c.isC(3) ? null : c.c(c.members().stream().filter(m -> m.agency() == offer.to).toList());
        d.agreed.takeOn(offer, by);
        return (by == null ? offer.to.name() : by.name()) + " takes on " + d.world.name(offer.action.id);
    }

    static String askForLater(Deeds d, Choice c) {
        var a = c.a(c.actions().stream().filter(x -> asked(d, Table.ACTION_EXTENSION).stream().noneMatch(o -> o.action == x)).toList());
        if (a == null) {
            return "";
        }
        d.agreed.askForLater(a, a.due + 1 + c.b);
        return "a later day is asked for " + d.world.name(a.id);
    }

    static String answerLater(Deeds d, Choice c) {
        var later = c.a(asked(d, Table.ACTION_EXTENSION));
        if (later == null) {
            return "";
        }
        if (c.isB(3)) {
            d.agreed.refuse(later);
            return "no later day is agreed for " + d.world.name(later.action.id);
        }
        d.agreed.agree(later);
        return "a later day is agreed for " + d.world.name(later.action.id);
    }

    static String escalate(Deeds d, Choice c) {
        Action a = c.a(c.actions());
        var told = c.isC(6) ? null : c.b(c.members());
        var rung = RUNGS.get(c.c % RUNGS.size());
        if (d.world.escalations.stream().anyMatch(e -> e.action() == a && e.rung().equals(rung) && e.due() == a.due && e.told() == told)) {
            return "";
        }
        d.agreed.escalate(a, rung, told);
        return (told == null ? "nobody" : told.name()) + " is told as " + Kind.words(rung) + " that " + d.world.name(a.id) + " is late";
    }

    static String approve(Deeds d, Choice c) {
        var p = c.a(d.world.plans.stream().filter(x -> c.here(x.file().panel().at()) && d.world.approvals.stream().noneMatch(y -> y.plan() == x)).toList());
        if (p == null) {
            return "";
        }
        d.agreed.approve(p);
        return d.world.name(p.id()) + " is approved";
    }

    static String handOver(Deeds d, Choice c) {
        var from = c.a(d.world.places.stream().filter(t -> t.role().equals("CASE_MANAGER") && t.days().until == World.NEVER && d.world.handovers.stream().noneMatch(h -> h.open && h.file == t.file())).toList());
        var to = from == null ? null : c.b(c.members().stream().filter(m -> m != from.member()).toList());
        if (to == null) {
            return "";
        }
        d.agreed.handOver(from, to);
        return from.file().name() + " is to be handed over to " + to.name();
    }

    static String answerHandOver(Deeds d, Choice c) {
        var h = c.a(d.world.handovers.stream().filter(x -> x.open).toList());
        if (h == null) {
            return "";
        }
        if (c.isB(4)) {
            d.agreed.decline(h);
            return h.to.name() + " does not take over " + h.file.name();
        }
        d.agreed.takeOver(h);
        return h.to.name() + " takes over " + h.file.name();
    }

    /** What waits for an answer. */
    private static List<Asked> asked(Deeds d, Table table) {
        return d.world.asked.stream().filter(x -> x.table == table && x.open).toList();
    }
}
