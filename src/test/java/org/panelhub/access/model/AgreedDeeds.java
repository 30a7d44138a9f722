package org.panelhub.access.model;

import java.util.UUID;

import org.panelhub.access.model.World.Action;
import org.panelhub.access.model.World.Agency;
import org.panelhub.access.model.World.Asked;
import org.panelhub.access.model.World.CaseFile;
import org.panelhub.access.model.World.Days;
import org.panelhub.access.model.World.Escalation;
import org.panelhub.access.model.World.Handover;
import org.panelhub.access.model.World.Member;
import org.panelhub.access.model.World.Place;
import org.panelhub.access.model.World.Plan;

/** What becomes of what was agreed: an action that is handed on, put off or not done, a plan that is approved, a case that gets another manager. */
final class AgreedDeeds extends Statements.Of {

    AgreedDeeds(World world, Statements statements) {
        super(world, statements);
    }

    void offer(Action a, Agency to) {
        var x = new Asked(Table.ACTION_OFFER, world.id("the offer of " + world.name(a.id) + " to " + to.name()), a, to, 0);
        world.asked.add(x);
        write("insert into hub.action_offer (partnership_id, id, action_id, case_id, panel_id, from_agency_id, to_agency_id, reason, offered_by) values (?, ?, ?, ?, ?, ?, ?, 'x', ?)", a.panel.at().id(), x.id, a.id,
                a.file == null ? null : a.file.id(), a.panel.id(), a.owner.id(), to.id(), anybody());
    }

    /** @param by who does it, or null when the agency decides */
    void takeOn(Asked offer, Member by) {
        offer.open = false;
        offer.action.owner = offer.to;
        offer.action.ownerMember = by;
        write("update hub.action_offer set state = 'ACCEPTED', taken_by = ?, answered_by = ?, answered_at = hub.now() where id = ?", by == null ? null : by.id(), anybody(), offer.id);
    }

    void askForLater(Action a, int due) {
        var x = new Asked(Table.ACTION_EXTENSION, world.id("what is asked for " + world.name(a.id)), a, null, due);
        world.asked.add(x);
        write("insert into hub.action_extension (partnership_id, id, action_id, case_id, panel_id, was_due, due_on, reason, asked_by) values (?, ?, ?, ?, ?, ?, ?, 'x', ?)", a.panel.at().id(), x.id, a.id,
                a.file == null ? null : a.file.id(), a.panel.id(), Statements.Day.of(a.due), Statements.Day.of(due), anybody());
    }

    void agree(Asked later) {
        later.open = false;
        later.action.due = later.due;
        write("update hub.action_extension set state = 'AGREED', answered_by = ?, answered_at = hub.now() where id = ?", anybody(), later.id);
    }

    void refuse(Asked asked) {
        asked.open = false;
        write("update " + asked.table.sqlName() + " set state = ?, answered_by = ?, answered_at = hub.now() where id = ?", asked.table == Table.ACTION_OFFER ? "DECLINED" : "REFUSED", anybody(), asked.id);
    }

    /** @param told null where there was nobody who may see the action */
    void escalate(Action a, String rung, Member told) {
        var e = new Escalation(world.id("that " + (told == null ? "nobody" : told.name()) + " was told of " + world.name(a.id)), a, rung, a.due, told);
        world.escalations.add(e);
        write("insert into hub.escalation (partnership_id, id, action_id, case_id, panel_id, rung, due_on, member_id) values (?, ?, ?, ?, ?, ?, ?, ?)", a.panel.at().id(), e.id(), a.id, a.file == null ? null : a.file.id(),
                a.panel.id(), rung, Statements.Day.of(a.due), told == null ? null : told.id());
    }

    void approve(Plan p) {
        var a = new World.Approval(world.id("the approval of " + world.name(p.id())), p);
        world.approvals.add(a);
        write("insert into hub.plan_approval (partnership_id, id, plan_id, case_id, panel_id, approved_by) values (?, ?, ?, ?, ?, ?)", p.file().panel().at().id(), a.id(), p.id(), p.file().id(), p.file().panel().id(), anybody());
    }

    void handOver(Place from, Member to) {
        var f = from.file();
        var h = new Handover(world.id("the hand-over of " + f.name() + " to " + to.name()), f, from.member(), to);
        world.handovers.add(h);
        write("insert into hub.case_handover (partnership_id, id, case_id, panel_id, from_member, to_member, notes, offered_by) values (?, ?, ?, ?, ?, ?, 'x', ?)", f.panel().at().id(), h.id, f.id(), f.panel().id(), h.from.id(),
                to.id(), anybody());
    }

    /** The place goes over with the answer; the hub makes the new one itself, and it is given the id by which it is known here. */
    void takeOver(Handover h) {
        h.open = false;
        CaseFile f = h.file;
        for (var t : world.places) {
            if (t.file() == f && t.member() == h.from && t.role().equals("CASE_MANAGER") && t.days().hold(world.day)) {
                t.days().until = Math.max(t.days().from, world.day);
            }
        }
        var place = new Place(world.id("place of " + h.to.name() + " on " + f.name()), h.to, f, "CASE_MANAGER", new Days(world.day, World.NEVER));
        world.places.add(place);
        write("update hub.case_handover set state = 'ACCEPTED', answered_by = ?, answered_at = hub.now() where id = ?", h.to.id(), h.id);
        write("update hub.case_team set id = ? where case_id = ? and role = 'CASE_MANAGER' and upper_inf(during)", place.id(), f.id());
    }

    void decline(Handover h) {
        h.open = false;
        write("update hub.case_handover set state = 'DECLINED', answered_by = ?, answered_at = hub.now() where id = ?", h.to.id(), h.id);
    }

    private UUID anybody() {
        return world.members.getFirst().id();
    }
}
