package org.panelhub.access.model;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import org.panelhub.access.model.Applications.Application;
import org.panelhub.access.model.Told.Bar;
import org.panelhub.access.model.Told.How;
import org.panelhub.access.model.World.CaseFile;
import org.panelhub.access.model.World.Member;

/** Conflicts of interest: set, found, and decided on. */
final class ConflictDeeds extends Statements.Of {

    ConflictDeeds(World world, Statements statements) {
        super(world, statements);
    }

    /** @param formerly an earlier family name, or null */
    void tell(Member m, List<String> called, String formerly, LocalDate born) {
        Set<Set<String>> names = new HashSet<>(Told.names(called.get(0), called.get(1)));
        if (formerly != null) {
            names.add(Told.name(called.get(0), formerly));
        }
        var t = new Told(world.id("who " + m.name() + " is"), m, true, names, born);
        world.told.add(t);
        write("insert into hub.member_identity (partnership_id, id, member_id, given_names, family_name, former_names, born, statement) values (?, ?, ?, ?, ?, array_remove(array[?::text], null), ?, 'x')", m.at().id(), t.id(), m.id(),
                called.get(0), called.get(1), formerly, born);
    }

    /** @param born null where the member does not know it */
    void relate(Member m, List<String> called, LocalDate born) {
        var t = new Told(world.id("whom " + m.name() + " knows"), m, false, Set.of(Told.name(called.toArray(String[]::new))), born);
        world.told.add(t);
        write("insert into hub.private_relation (partnership_id, id, member_id, name, born, relation) values (?, ?, ?, ?, ?, 'x')", m.at().id(), t.id(), m.id(), String.join(" ", called), born);
    }

    void takeBack(Told t) {
        world.told.remove(t);
        write("delete from hub." + (t.ofItself() ? "member_identity" : "private_relation") + " where id = ?", t.id());
    }

    void bar(Member m, CaseFile f) {
        var bar = new Bar(How.SET, world.id("bar of " + m.name()), asBar(m, f, "SET"), m, f, null, null, false);
        world.bars.add(bar);
        write("insert into hub.case_bar (partnership_id, id, case_id, panel_id, member_id, reason) values (?, ?, ?, ?, ?, 'x')", f.panel().at().id(), bar.id, f.id(), f.panel().id(), m.id());
    }

    /** What is lifted on a case is lifted on the referral that it came from. */
    void lift(Bar bar) {
        bar.lifted = true;
        if (bar.how == How.SET) {
            write("update hub.case_bar set lifted_at = hub.now() where id = ?", bar.id);
        } else if (bar.how == How.CARRIED) {
            write("update hub.case_bar b set lifted_at = hub.now() where b.case_id = ? and b.member_id = ? and b.how = 'FOUND' and b.lifted_at is null and not exists (select from hub.conflict_finding f where f.bar_id = b.id)", bar.file.id(),
                    bar.member.id());
        } else if (bar.how == How.NAMED) {
            write("update hub.case_bar set lifted_at = hub.now() where lifted_at is null and id in (select bar_id from hub.conflict_finding where case_id = ? and member_id = ? and person_id is null and kind = ?)", bar.file.id(), bar.member.id(),
                    bar.kind());
        } else if (bar.referral != null) {
            write("update hub.referral_bar set lifted_at = hub.now() where referral_id = ? and member_id = ? and person_id = ? and kind = ?", bar.referral.id, bar.member.id(), bar.person.id, bar.kind());
        } else {
            world.bars.stream().filter(b -> b.referral != null && b.referral.file == bar.file && b.member == bar.member && b.person == bar.person && b.ofItself == bar.ofItself).forEach(b -> b.lifted = true);
            write("update hub.case_bar set lifted_at = hub.now() where id = (select bar_id from hub.conflict_finding where case_id = ? and member_id = ? and person_id = ? and kind = ?)", bar.file.id(), bar.member.id(), bar.person.id,
                    bar.kind());
        }
        if (bar.file != null && world.bars.stream().noneMatch(b -> !b.lifted && b.file == bar.file && b.member == bar.member)) {
            world.applications.bars.stream().filter(b -> b.of.review == bar.file && b.member == bar.member).forEach(b -> b.lifted = true);
        }
    }

    /**
     * What the hub does by itself, whatever has happened: whoever is a party, or has declared a relation with one, is kept from the case, or from the
     * referral while it is one, until a chair decides otherwise; once that is decided it is not asked again. Nothing is written: the hub must find it.
     */
    void find() {
        for (var person : List.copyOf(world.persons)) {
            world.told.stream().filter(t -> t.means(person)).forEach(t -> {
                if (person.file != null) {
                    find(t, person, person.file);
                } else if (!person.referral.state.equals("DRAFT") && !keepsWhatItWrote(t.member(), person.referral)
                        && world.bars.stream().noneMatch(b -> b.referral == person.referral && b.between(t, person))) {
                    world.bars.add(new Bar(How.FOUND, world.made(name(t.member()) + "’s conflict with " + world.name(person.id), person.referral.id, t.member().id(), person.id, kind(t)), null, t.member(), null, person.referral, person, t.ofItself()));
                }
            });
        }
        world.applications.all.forEach(a -> world.told.stream().filter(t -> t.member().at() == a.board.at()).forEach(t -> a.people.forEach((field, people) -> find(t, a, field, Applications.match(t, people)))));
    }

    /** No date of birth is known of whom an application names: a name alone shuts it, and a chair decides. */
    private void find(Told t, Application a, String field, String name) {
        var match = field + " " + name;
        if (name == null || world.applications.bars.stream().anyMatch(b -> b.of == a && b.by(t, match))) {
            return;
        }
        world.applications.bars.add(new Applications.Bar(world.made(name(t.member()) + "’s conflict with " + a.name, a.id, t.member().id(), kind(t)), a, t.member(), t.ofItself(), match));
        var f = a.review;
        if (f != null && world.bars.stream().noneMatch(b -> !b.lifted && b.file == f && b.member == t.member() && b.how != How.SET)) {
            world.bars.add(new Bar(How.NAMED, world.made(name(t.member()) + "’s conflict with " + f.name(), f.id(), t.member().id(), "application", kind(t)), asBar(t.member(), f, "FOUND"), t.member(), f, null, null, t.ofItself()));
            noLongerWorks(t.member(), f);
        }
    }

    /** To the case that is an application’s review: what was put aside is not asked again, and what was found holds there, too. */
    void goOver(Application a) {
        var f = a.review;
        find();
        var bars = world.applications.bars.stream().filter(b -> b.of == a).toList();
        bars.stream().filter(b -> b.lifted && !b.matched.startsWith("respondent ")).forEach(b -> world.bars.stream().filter(x -> x.file == f && x.member == b.member && x.found() && x.ofItself == b.ofItself).forEach(x -> x.lifted = true));
        bars.stream().filter(b -> !b.lifted).map(b -> b.member).distinct().filter(m -> world.bars.stream().noneMatch(x -> !x.lifted && x.file == f && x.member == m))
                .forEach(m -> world.bars.add(new Bar(How.CARRIED, asBar(m, f, "FOUND"), asBar(m, f, "FOUND"), m, f, null, null, false)));
    }

    private void find(Told t, Person person, CaseFile f) {
        if (world.bars.stream().anyMatch(b -> b.between(t, person) && (b.file == f || b.referral != null && b.lifted))) {
            return;
        }
        world.bars.add(new Bar(How.FOUND, world.made(name(t.member()) + "’s conflict with " + world.name(person.id), f.id(), t.member().id(), person.id, kind(t)), asBar(t.member(), f, "FOUND"), t.member(), f, null, person, t.ofItself()));
        noLongerWorks(t.member(), f);
    }

    /** Who may not see a case. */
    private void noLongerWorks(Member m, CaseFile f) {
        world.places.stream().filter(p -> p.member() == m && p.file() == f && p.days().hold(world.day)).forEach(p -> {
            p.days().until = world.day;
            world.lapses(p);
        });
    }

    /** Whoever wrote a referral knows what it says; not so where it would decide on it, too. */
    private boolean keepsWhatItWrote(Member m, Referral r) {
        return r.author == m && world.seats.stream().noneMatch(s -> s.member() == m && s.panel() == r.panel && s.days().until > world.day && List.of("COORDINATOR", "ANALYST", "SPOC").contains(s.role()));
    }

    private UUID asBar(Member m, CaseFile f, String how) {
        return world.made("the bar of " + m.name() + " from " + f.name(), f.id(), m.id(), how);
    }

    private static String kind(Told t) {
        return t.ofItself() ? "PARTY" : "RELATION";
    }

    private static String name(Member m) {
        return m.name();
    }
}
