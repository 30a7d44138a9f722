package org.panelhub.access.model;

import java.util.List;
import java.util.Set;
import java.util.UUID;

import org.panelhub.access.model.World.Action;
import org.panelhub.access.model.World.Agency;
import org.panelhub.access.model.World.AgendaItem;
import org.panelhub.access.model.World.Attendance;
import org.panelhub.access.model.World.Body;
import org.panelhub.access.model.World.CaseFile;
import org.panelhub.access.model.World.Days;
import org.panelhub.access.model.World.Declaration;
import org.panelhub.access.model.World.Item;
import org.panelhub.access.model.World.Meeting;
import org.panelhub.access.model.World.Member;
import org.panelhub.access.model.World.Office;
import org.panelhub.access.model.World.Panel;
import org.panelhub.access.model.World.Paragraph;
import org.panelhub.access.model.World.Partnership;
import org.panelhub.access.model.World.Person;
import org.panelhub.access.model.World.Place;
import org.panelhub.access.model.World.Plan;
import org.panelhub.access.model.World.Protocol;
import org.panelhub.access.model.World.Referral;
import org.panelhub.access.model.World.Release;
import org.panelhub.access.model.World.Seat;
import org.panelhub.access.model.World.Signature;
import org.panelhub.access.model.World.Tie;
import org.panelhub.access.model.World.Undertaking;

/** What happens: each deed changes the world of the model, and writes down the statement that changes the rows of the hub alike. */
final class Deeds {

    final World world;
    private final StringBuilder sql = new StringBuilder();

    Deeds(World world) {
        this.world = world;
    }

    /** The statements since the last time. */
    String sql() {
        var text = sql.toString();
        sql.setLength(0);
        return text;
    }

    Partnership partnership(String name, String prefix) {
        var p = new Partnership(world.id(name), name);
        write("insert into hub.partnership (id, name, reference_prefix) values (?, ?, ?)", p.id(), name, prefix);
        return p;
    }

    Body body(Partnership at, String name) {
        var b = new Body(world.id(name), at, name);
        world.bodies.add(b);
        write("insert into hub.signatory (partnership_id, id, name, sector, relevant_authority) values (?, ?, ?, 'OTHER', true)", at.id(), b.id(), name);
        return b;
    }

    Agency agency(Body body, String name) {
        var a = new Agency(world.id(name), body, name);
        world.agencies.add(a);
        write("insert into hub.agency (partnership_id, id, signatory_id, name, short_name, kind) values (?, ?, ?, ?, ?, 'OTHER')", body.at().id(), a.id(), body.id(), name, name);
        return a;
    }

    Panel panel(Partnership at, String name) {
        var p = new Panel(world.id(name), at, name);
        world.panels.add(p);
        write("insert into hub.panel (partnership_id, id, kind, name, short_name, undertaking_text, declaration_text) values (?, ?, 'OTHER', ?, ?, 'I will.', 'I do.')", at.id(), p.id(), name, name);
        return p;
    }

    Member member(Partnership at, Agency agency, String name) {
        var m = new Member(world.id(name), at, agency, name);
        world.members.add(m);
        write("insert into hub.member (partnership_id, id, agency_id, name) values (?, ?, ?, ?)", at.id(), m.id(), agency == null ? null : agency.id(), name);
        write("insert into hub.sign_in (issuer, subject, partnership_id, member_id) values ('model', ?, ?, ?)", name, at.id(), m.id());
        return m;
    }

    void account(Member m, boolean open) {
        if (open) {
            world.closed.remove(m);
        } else {
            world.closed.add(m);
        }
        write("update hub.member set active = ? where id = ?", open, m.id());
    }

    Protocol protocol(Partnership at, String name, int edition, Set<Panel> panels, Days inForce) {
        var p = new Protocol(world.id("edition " + edition + " of the " + name), name, edition, panels, inForce);
        world.protocols.add(p);
        write("insert into hub.protocol (partnership_id, id, name, edition, in_force, review_by) values (?, ?, ?, ?, ?, ?)", at.id(), p.id(), name, edition, inForce, new Day(inForce.from + 365));
        panels.stream().sorted((a, b) -> a.id().compareTo(b.id())).forEach(n -> write("insert into hub.protocol_panel (partnership_id, protocol_id, panel_id) values (?, ?, ?)", at.id(), p.id(), n.id()));
        return p;
    }

    void ends(Protocol p, int on) {
        p.inForce().until = on;
        write("update hub.protocol set in_force = ? where id = ?", p.inForce(), p.id());
    }

    void sign(Body body, Protocol protocol, int from) {
        var s = new Signature(world.id("signature of " + body.name()), body, protocol, from);
        world.signatures.add(s);
        write("insert into hub.signature (partnership_id, id, protocol_id, signatory_id, signed_by, designated_officer, during) values (?, ?, ?, ?, 'x', 'x', ?)", body.at().id(), s.id, protocol.id(), body.id(),
                new Days(from, World.NEVER));
    }

    void withdraw(Signature s, int on) {
        s.withdrawnOn = on;
        write("update hub.signature set withdrawn_on = ? where id = ?", Day.of(on), s.id);
    }

    void seat(Member m, Panel p, String role, Days days) {
        var s = new Seat(world.id("seat of " + m.name()), m, p, role, days);
        world.seats.add(s);
        write("insert into hub.seat (partnership_id, id, panel_id, member_id, role, during) values (?, ?, ?, ?, ?, ?)", p.at().id(), s.id(), p.id(), m.id(), role, days);
    }

    void ends(Seat s) {
        ends("seat", s.id(), s.days());
    }

    void undertake(Member m, Panel p, Days days) {
        var u = new Undertaking(world.id("undertaking of " + m.name()), m, p, days);
        world.undertakings.add(u);
        write("insert into hub.undertaking (partnership_id, id, member_id, panel_id, text_signed, during) values (?, ?, ?, ?, 'I will.', ?)", p.at().id(), u.id(), m.id(), p.id(), days);
    }

    void ends(Undertaking u) {
        ends("undertaking", u.id(), u.days());
    }

    void office(Member m, String role) {
        // A duty officer's has a term.
        var o = new Office(world.id("office of " + m.name()), m, role, new Days(world.day, role.equals("DUTY_OFFICER") ? world.day + 14 : World.NEVER));
        world.offices.add(o);
        write("insert into hub.office (partnership_id, id, member_id, role, during) values (?, ?, ?, ?, ?)", m.at().id(), o.id(), m.id(), role, o.days());
    }

    void ends(Office o) {
        ends("office", o.id(), o.days());
    }

    private void ends(String table, UUID id, Days days) {
        days.until = Math.max(days.from, world.day);
        write("update hub." + table + " set during = ? where id = ?", days, id);
    }

    CaseFile file(Panel p, String name, String reference) {
        var f = new CaseFile(world.id(name), p, name);
        world.files.add(f);
        write("insert into hub.case_file (partnership_id, id, panel_id, reference, subject) values (?, ?, ?, ?, ?)", p.at().id(), f.id(), p.id(), reference, name);
        return f;
    }

    void team(Member m, CaseFile f, String role) {
        var t = new Place(world.id("place of " + m.name() + " on " + f.name()), m, f, role, new Days(world.day, World.NEVER));
        world.places.add(t);
        write("insert into hub.case_team (partnership_id, id, case_id, panel_id, member_id, role, during) values (?, ?, ?, ?, ?, ?, ?)", f.panel().at().id(), t.id(), f.id(), f.panel().id(), m.id(), role, t.days());
    }

    void ends(Place t) {
        ends("case_team", t.id(), t.days());
    }

    void bar(Member m, CaseFile f) {
        world.bars.add(new Tie(m, f));
        write("insert into hub.case_bar (partnership_id, id, case_id, panel_id, member_id, reason) values (?, ?, ?, ?, ?, 'x')", f.panel().at().id(), world.id("bar"), f.id(), f.panel().id(), m.id());
    }

    void lift(Tie bar) {
        world.bars.removeIf(b -> b.equals(bar));
        write("update hub.case_bar set lifted_at = hub.now() where lifted_at is null and member_id = ? and case_id = ?", bar.member().id(), bar.file().id());
    }

    void seal(CaseFile f, boolean sealed) {
        if (sealed) {
            world.sealed.add(f);
        } else {
            world.sealed.remove(f);
        }
        write("update hub.case_file set sealed = ? where id = ?", sealed, f.id());
    }

    void admit(Member m, CaseFile f) {
        world.admissions.add(new Tie(m, f));
        write("insert into hub.admission (partnership_id, case_id, panel_id, member_id) values (?, ?, ?, ?)", f.panel().at().id(), f.id(), f.panel().id(), m.id());
    }

    void takeOff(Tie admission) {
        world.admissions.remove(admission);
        write("delete from hub.admission where member_id = ? and case_id = ?", admission.member().id(), admission.file().id());
    }

    Referral referral(Member author, Panel p, String state, CaseFile f) {
        var r = new Referral(world.id("the referral by " + author.name()), p, author.agency(), author, state, f);
        world.referrals.add(r);
        write("insert into hub.referral (partnership_id, id, panel_id, agency_id, author_id, state, received_at, case_id) values (?, ?, ?, ?, ?, ?, case when ? then hub.now() end, ?)", p.at().id(), r.id(), p.id(),
                author.agency().id(), author.id(), state, !state.equals("DRAFT"), f == null ? null : f.id());
        return r;
    }

    void person(CaseFile f, Referral r, String name) {
        var gave = r == null ? null : r.agency();
        var p = new Person(world.id(name), f, r, true, gave);
        world.persons.add(p);
        var file = f == null ? null : f.id();
        var referral = r == null ? null : r.id();
        write("insert into hub.person (partnership_id, id, panel_id, referral_id, case_id, part, given_names, family_name, search_name) values (?, ?, ?, ?, ?, 'VICTIM', ?, 'Shared', 'shared')", p.panel().at().id(),
                p.id(), p.panel().id(), referral, file, name);
        write("insert into hub.safe_contact (partnership_id, person_id, panel_id, referral_id, case_id, agency_id) values (?, ?, ?, ?, ?, ?)", p.panel().at().id(), p.id(), p.panel().id(), referral, file,
                gave == null ? null : gave.id());
    }

    Item item(Member author, CaseFile f, String name) {
        return item(author, author.agency(), f, null, "PREPARED", name);
    }

    private Item item(Member author, Agency agency, CaseFile f, Meeting at, String state, String name) {
        var i = new Item(world.id(name), f, agency, author, at, state);
        world.items.add(i);
        write("insert into hub.item (partnership_id, id, case_id, panel_id, agency_id, author_id, how, nature, body, state, meeting_id) values (?, ?, ?, ?, ?, ?, ?, 'FACT', ?, ?, ?)", f.panel().at().id(), i.id, f.id(),
                f.panel().id(), agency.id(), author.id(), at == null ? "WRITTEN" : "SAID_ALOUD", name, state, at == null ? null : at.id);
        return i;
    }

    /** Typed by whoever keeps the record, for the speaker's agency, and released to those present. */
    Item saidAloud(Member typist, Agency speaker, CaseFile f, Meeting at, String name) {
        var i = item(typist, speaker, f, at, "RELEASED", name);
        release(i, at, new Days(world.day, World.NEVER));
        return i;
    }

    void state(Item i, String state) {
        if (i.state.equals("WITHHELD")) {
            write("delete from hub.withholding where item_id = ?", i.id);
        }
        i.state = state;
        write("update hub.item set state = ? where id = ?", state, i.id);
        if (state.equals("WITHHELD")) {
            write("insert into hub.withholding (partnership_id, item_id, case_id, agency_id, reason, decided_by) values (?, ?, ?, ?, 'x', ?)", i.file.panel().at().id(), i.id, i.file.id(), i.agency.id(), i.author.id());
        }
    }

    void code(Item i, String code) {
        i.code = code;
        write("update hub.item set handling_code = ? where id = ?", code, i.id);
    }

    void release(Item i, Object to, Days days) {
        var r = new Release(world.id("a release of " + world.name(i.id)), i, to, days);
        world.releases.add(r);
        if (!i.state.equals("RELEASED")) {
            state(i, "RELEASED");
        }
        write("""
                insert into hub.disclosure (partnership_id, id, item_id, case_id, panel_id, agency_id, to_panel, to_agency, to_member, to_meeting, purpose, gateway, conditions, protocol_id, necessity, proportionality, consent, during, released_by)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'x', 'x', 'x', ?, 'x', 'x', 'GIVEN', ?, ?)""", i.file.panel().at().id(), r.id, i.id, i.file.id(), i.file.panel().id(), i.agency.id(), r.panel == null ? null : r.panel.id(),
                r.agency == null ? null : r.agency.id(), r.member == null ? null : r.member.id(), r.meeting == null ? null : r.meeting.id, world.protocols.getFirst().id(), days, i.author.id());
    }

    void withdraw(Release r) {
        r.withdrawn = true;
        write("update hub.disclosure set withdrawn_at = hub.now() where id = ?", r.id);
    }

    void ends(Release r) {
        ends("disclosure", r.id, r.days);
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

    void review(Member m, CaseFile f) {
        var r = new World.Review(world.id("review by " + m.name()), m, f);
        world.reviews.add(r);
        write("insert into hub.appeal_review (partnership_id, id, case_id, panel_id, member_id, question, from_on, named_by) values (?, ?, ?, ?, ?, 'x', hub.today(), ?)", f.panel().at().id(), r.id, f.id(), f.panel().id(), m.id(),
                world.members.getFirst().id());
    }

    void conclude(World.Review r) {
        r.concluded = true;
        write("update hub.appeal_review set outcome = 'UPHELD', outcome_on = hub.today(), outcome_by = ? where id = ?", world.members.getFirst().id(), r.id);
    }

    void open(Member m, CaseFile f, boolean byChair) {
        var e = new World.Emergency(world.id("emergency of " + m.name()), m, f, byChair, world.day);
        world.emergencies.add(e);
        write("""
                insert into hub.emergency (partnership_id, id, case_id, panel_id, member_id, opened_as, reason, until, review_by)
                values (?, ?, ?, ?, ?, ?, 'x', hub.now() + interval '4 hours', hub.today())""", f.panel().at().id(), e.id, f.id(), f.panel().id(), m.id(), byChair ? "CHAIR" : "DUTY_OFFICER");
    }

    void ends(World.Emergency e) {
        e.ended = true;
        write("update hub.emergency set ended_at = hub.now() where id = ?", e.id);
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
        var p = new Paragraph(world.id(name), g, f, sources);
        world.paragraphs.add(p);
        write("insert into hub.minutes_paragraph (partnership_id, id, minutes_id, meeting_id, panel_id, case_id, position, heading, body) values (?, ?, ?, ?, ?, ?, 1, 'INFORMATION', 'x')", g.panel.at().id(), p.id(), g.id, g.id,
                g.panel.id(), f == null ? null : f.id());
        sources.forEach(i -> write("insert into hub.minutes_source (partnership_id, paragraph_id, item_id, case_id) values (?, ?, ?, ?)", g.panel.at().id(), p.id(), i.id, i.file.id()));
    }

    void action(Panel p, CaseFile f, Agency owner, Member by) {
        var a = new Action(world.id("an action of " + (by == null ? owner.name() : by.name()) + (f == null ? "" : " on " + f.name())), p, f, owner, by);
        world.actions.add(a);
        write("insert into hub.action (partnership_id, id, case_id, panel_id, owner_agency_id, owner_member_id, task, due_on, made_by) values (?, ?, ?, ?, ?, ?, 'x', hub.today(), ?)", p.at().id(), a.id(), f == null ? null : f.id(),
                p.id(), owner.id(), by == null ? null : by.id(), world.members.getFirst().id());
    }

    void plan(CaseFile f) {
        var p = new Plan(world.id("a plan of " + f.name()), f, 1 + (int) world.plans.stream().filter(x -> x.file() == f).count());
        world.plans.add(p);
        write("insert into hub.plan (partnership_id, id, case_id, panel_id, edition, aims, review_on, made_by) values (?, ?, ?, ?, ?, 'x', hub.today(), ?)", f.panel().at().id(), p.id(), f.id(), f.panel().id(), p.edition(),
                world.members.getFirst().id());
    }

    void passes(int days) {
        world.day += days;
        write("select set_config('model.day', ?, true)", Integer.toString(world.day));
    }

    /** A date, counted from the first day. */
    private record Day(int number) {

        /** None for a day that never comes. */
        static Day of(int number) {
            return number == World.NEVER ? null : new Day(number);
        }
    }

    private void write(String statement, Object... values) {
        var parts = (statement + " ").split("\\?", -1);
        sql.append(parts[0]);
        for (int i = 0; i < values.length; i++) {
            sql.append(literal(values[i])).append(parts[i + 1]);
        }
        sql.append(";\n");
    }

    private static String literal(Object value) {
        return switch (value) {
            case null -> "null";
            case UUID id -> "'" + id + "'";
            case Day day -> date(day.number());
            case Days days -> "daterange(" + date(days.from) + ", " + (days.until == World.NEVER ? "null" : date(days.until)) + ")";
            case String text -> "'" + text.replace("'", "''") + "'";
            default -> value.toString();
        };
    }

    private static String date(int day) {
        return "'" + Hub.FIRST_DAY.plusDays(day) + "'::date";
    }
}
