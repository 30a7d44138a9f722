package org.panelhub.access.model;

import java.time.LocalDate;
import java.util.List;

import org.panelhub.access.model.World.CaseFile;
import org.panelhub.access.model.World.Days;
import org.panelhub.access.model.World.Member;
import org.panelhub.access.model.World.Panel;
import org.panelhub.access.model.World.Place;
import org.panelhub.access.model.World.Tie;

/** Cases, referrals and people, and who is let to a case by name or kept from one. */
final class CaseDeeds extends Statements.Of {

    CaseDeeds(World world, Statements statements) {
        super(world, statements);
    }

    CaseFile file(Panel p, String name, String reference) {
        var f = new CaseFile(world.id(name), p, name);
        world.files.add(f);
        write("insert into hub.case_file (partnership_id, id, panel_id, reference, subject) values (?, ?, ?, ?, ?)", p.at().id(), f.id(), p.id(), reference, name);
        return f;
    }

    /** Which the hub may have made itself. */
    Place place(Member m, CaseFile f, String role) {
        var t = new Place(world.id("place of " + m.name() + " on " + f.name()), m, f, role, new Days(world.day, World.NEVER));
        world.places.add(t);
        return t;
    }

    void team(Member m, CaseFile f, String role) {
        var t = place(m, f, role);
        write("insert into hub.case_team (partnership_id, id, case_id, panel_id, member_id, role, during) values (?, ?, ?, ?, ?, ?, ?)", f.panel().at().id(), t.id(), f.id(), f.panel().id(), m.id(), role, t.days());
    }

    void ends(Place t) {
        world.lapses(t);
        ends("case_team", t.id(), t.days());
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
        world.admissions.add(new Tie(world.made(m.name() + " on the list of " + f.name(), f.id(), m.id()), m, f));
        write("insert into hub.admission (partnership_id, case_id, panel_id, member_id) values (?, ?, ?, ?)", f.panel().at().id(), f.id(), f.panel().id(), m.id());
    }

    void takeOff(Tie admission) {
        world.admissions.remove(admission);
        write("delete from hub.admission where member_id = ? and case_id = ?", admission.member().id(), admission.file().id());
    }

    void close(CaseFile f) {
        world.ended.add(f);
        write("update hub.case_file set state = 'CLOSED', closed_on = hub.today() where id = ?", f.id());
    }

    Referral referral(Member author, Panel p, String state, CaseFile f) {
        var r = new Referral(world.id("the referral by " + author.name()), p, author, state, f);
        world.referrals.add(r);
        write("insert into hub.referral (partnership_id, id, panel_id, agency_id, author_id, state, received_at, case_id) values (?, ?, ?, ?, ?, ?, case when ? then hub.now() end, ?)", p.at().id(), r.id, p.id(),
                author.agency().id(), author.id(), state, r.received, f == null ? null : f.id());
        return r;
    }

    void state(Referral r, String state) {
        r.state = state;
        r.received |= state.equals("SENT");
        write("update hub.referral set state = ?, received_at = case when ? then coalesce(received_at, hub.now()) end where id = ?", state, r.received, r.id);
    }

    /** A case is opened for it, and whom it names is known through both from now on. */
    CaseFile accept(Referral r) {
        var f = file(r.panel, "the case of " + world.name(r.id), "NM-N" + world.files.size());
        r.state = "ACCEPTED";
        r.file = f;
        write("update hub.referral set state = 'ACCEPTED', case_id = ? where id = ?", f.id(), r.id);
        for (var p : world.persons) {
            if (p.referral == r) {
                p.file = f;
                write("update hub.person set case_id = ? where id = ?", f.id(), p.id);
                write("update hub.safe_contact set case_id = ? where person_id = ?", f.id(), p.id);
            }
        }
        return f;
    }

    /** @param born null where it is not known */
    Person person(CaseFile f, Referral r, String name, List<String> called, LocalDate born) {
        var p = new Person(world.id(name), f, r, Told.names(called.get(0), called.get(1)));
        world.persons.add(p);
        var file = f == null ? null : f.id();
        var referral = r == null ? null : r.id;
        write("insert into hub.person (partnership_id, id, panel_id, referral_id, case_id, part, given_names, family_name, search_name, dates_of_birth) values (?, ?, ?, ?, ?, 'VICTIM', ?, ?, 'shared', array_remove(array[?::date], null))",
                p.panel().at().id(), p.id, p.panel().id(), referral, file, called.get(0), called.get(1), born);
        write("insert into hub.safe_contact (partnership_id, person_id, panel_id, referral_id, case_id, agency_id) values (?, ?, ?, ?, ?, ?)", p.panel().at().id(), p.id, p.panel().id(), referral, file,
                r == null ? null : r.agency().id());
        if (born != null) {
            p.born.add(born);
        }
        return p;
    }

    void isKnown(Person p, LocalDate born) {
        p.born.add(born);
        write("update hub.person set dates_of_birth = dates_of_birth || ? where id = ?", born, p.id);
    }

    void isKnown(Person p, List<String> also) {
        p.names.add(Told.name(also.toArray(String[]::new)));
        write("update hub.person set aliases = aliases || ?::text where id = ?", String.join(" ", also), p.id);
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
        var e = new World.Emergency(world.id("emergency of " + m.name()), m, f, byChair, world.day, world.hour);
        world.emergencies.add(e);
        write("""
                insert into hub.emergency (partnership_id, id, case_id, panel_id, member_id, opened_as, reason, until, review_by)
                values (?, ?, ?, ?, ?, ?, 'x', hub.now() + ? * interval '1 hour', hub.today())""", f.panel().at().id(), e.id, f.id(), f.panel().id(), m.id(), byChair ? "CHAIR" : "DUTY_OFFICER", World.HOURS_OF_AN_EMERGENCY);
    }

    void ends(World.Emergency e) {
        e.ended = true;
        write("update hub.emergency set ended_at = hub.now() where id = ?", e.id);
    }
}
