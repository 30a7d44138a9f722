package org.panelhub.access.model;

import java.util.List;

import org.panelhub.access.model.World.Action;
import org.panelhub.access.model.World.Agency;
import org.panelhub.access.model.World.AgendaItem;
import org.panelhub.access.model.World.Attendance;
import org.panelhub.access.model.World.CaseFile;
import org.panelhub.access.model.World.Declaration;
import org.panelhub.access.model.World.Item;
import org.panelhub.access.model.World.Meeting;
import org.panelhub.access.model.World.Member;
import org.panelhub.access.model.World.Panel;
import org.panelhub.access.model.World.Paragraph;
import org.panelhub.access.model.World.Plan;

/** Meetings, and what is agreed at them. */
final class MeetingDeeds extends Statements.Of {

    MeetingDeeds(World world, Statements statements) {
        super(world, statements);
    }

    Meeting meeting(Panel p, String name) {
        var g = new Meeting(world.id(name), p, name);
        world.meetings.add(g);
        write("insert into hub.meeting (partnership_id, id, panel_id, starts_at, cut_off_on, agenda_by) values (?, ?, ?, hub.now(), hub.today(), hub.today())", p.at().id(), g.id, p.id());
        write("insert into hub.minutes (partnership_id, id, meeting_id, panel_id, due_on) values (?, ?, ?, ?, hub.today())", p.at().id(), g.id, g.id, p.id());
        return g;
    }

    void state(Meeting g, String state) {
        g.state = state;
        write("update hub.meeting set state = ? where id = ?", state, g.id);
    }

    void minutes(Meeting g, String state) {
        g.minutes = state;
        write("update hub.minutes set state = ? where meeting_id = ?", state, g.id);
    }

    void list(Meeting g, CaseFile f) {
        var a = new AgendaItem(world.id("the agenda item of " + (f == null ? "other business" : f.name()) + " at " + g.name), g, f);
        world.agenda.add(a);
        write("insert into hub.agenda_item (partnership_id, id, meeting_id, panel_id, position, kind, case_id, title, minutes_planned) values (?, ?, ?, ?, 1, 'CASE', ?, 'x', 10)", g.panel.at().id(), a.id(), g.id, g.panel.id(),
                f == null ? null : f.id());
    }

    Attendance invite(Member m, Meeting g, String capacity, CaseFile f) {
        var a = new Attendance(world.id("invitation of " + m.name()), m, g, capacity, f);
        world.attendances.add(a);
        write("insert into hub.attendance (partnership_id, id, meeting_id, panel_id, member_id, capacity) values (?, ?, ?, ?, ?, ?)", g.panel.at().id(), a.id, g.id, g.panel.id(), m.id(), capacity);
        if (f != null) {
            write("insert into hub.guest (partnership_id, id, meeting_id, panel_id, case_id, member_id) values (?, gen_random_uuid(), ?, ?, ?, ?)", g.panel.at().id(), g.id, g.panel.id(), f.id(), m.id());
        }
        return a;
    }

    void ends(Attendance guest) {
        guest.ended = true;
        write("update hub.guest set ended_at = hub.now() where meeting_id = ? and member_id = ?", guest.meeting.id, guest.member.id());
    }

    void arrive(Attendance a) {
        a.present = true;
        write("update hub.attendance set present = true, arrived_at = hub.now() where id = ?", a.id);
    }

    void declare(Member m, Meeting g, String purpose) {
        var d = new Declaration(world.id("declaration of " + m.name()), m, g, purpose);
        world.declarations.add(d);
        write("insert into hub.declaration (partnership_id, id, meeting_id, panel_id, member_id, purpose, text_signed) values (?, ?, ?, ?, ?, ?, 'I do.')", g.panel.at().id(), d.id(), g.id, g.panel.id(), m.id(), purpose);
    }

    void paragraph(Meeting g, CaseFile f, List<Item> sources, String name) {
        var agency = sources.isEmpty() ? null : sources.getFirst().agency;
        var p = new Paragraph(world.id(name), g, f, agency, sources);
        world.paragraphs.add(p);
        write("insert into hub.minutes_paragraph (partnership_id, id, minutes_id, meeting_id, panel_id, case_id, agency_id, position, heading, body) values (?, ?, ?, ?, ?, ?, ?, 1, 'INFORMATION', 'x')", g.panel.at().id(), p.id(), g.id,
                g.id, g.panel.id(), f == null ? null : f.id(), agency == null ? null : agency.id());
        sources.forEach(i -> write("insert into hub.minutes_source (partnership_id, paragraph_id, item_id, case_id) values (?, ?, ?, ?)", g.panel.at().id(), p.id(), i.id, i.file.id()));
    }

    void action(Panel p, CaseFile f, Agency owner, Member by) {
        var a = new Action(world.id("an action of " + (by == null ? owner.name() : by.name()) + (f == null ? "" : " on " + f.name())), p, f, owner, by, world.day);
        world.actions.add(a);
        write("insert into hub.action (partnership_id, id, case_id, panel_id, owner_agency_id, owner_member_id, task, due_on, made_by) values (?, ?, ?, ?, ?, ?, 'x', hub.today(), ?)", p.at().id(), a.id, f == null ? null : f.id(),
                p.id(), owner.id(), by == null ? null : by.id(), world.members.getFirst().id());
    }

    void plan(CaseFile f) {
        var p = new Plan(world.id("a plan of " + f.name()), f, 1 + (int) world.plans.stream().filter(x -> x.file() == f).count());
        world.plans.add(p);
        write("insert into hub.plan (partnership_id, id, case_id, panel_id, edition, aims, review_on, made_by) values (?, ?, ?, ?, ?, 'x', hub.today(), ?)", f.panel().at().id(), p.id(), f.id(), f.panel().id(), p.edition(),
                world.members.getFirst().id());
    }
}
