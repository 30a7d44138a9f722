package org.panelhub.access.model;

import java.util.List;

/** Conflicts of interest that are declared, that are found, and that a chair decides on. */
final class ConflictSteps {

    private ConflictSteps() {
    }

    static String tellWhoOneIs(Deeds d, Choice c) {
        var m = c.a(c.members());
        if (d.world.told.stream().anyMatch(t -> t.member() == m && t.ofItself())) {
            return "";
        }
        var called = called(c.b);
        var formerly = c.isB(3) ? "Keane" : null;
        var born = Told.BORN.get(c.c % Told.BORN.size());
        d.conflicts.tell(m, called, formerly, born);
        return m.name() + " tells that it is " + String.join(" ", called) + (formerly == null ? "" : ", formerly " + formerly) + ", born on " + born;
    }

    static String tellWhomOneKnows(Deeds d, Choice c) {
        var m = c.a(c.members());
        var called = c.isC(2) ? called(c.b) : called(c.b).reversed();
        var born = c.isC(3) ? null : Told.BORN.get(c.c % Told.BORN.size());
        d.conflicts.relate(m, called, born);
        return m.name() + " tells that it knows " + String.join(" ", called) + (born == null ? "" : ", born on " + born);
    }

    static String takeBack(Deeds d, Choice c) {
        var t = c.a(d.world.told);
        if (t == null) {
            return "";
        }
        d.conflicts.takeBack(t);
        return Kind.name(t.member()) + " takes back " + (t.ofItself() ? "who it is" : "whom it knows");
    }

    static String newPerson(Deeds d, Choice c) {
        var f = c.a(c.files());
        var called = called(c.b);
        var born = c.isC(3) ? null : Told.BORN.get(c.c % Told.BORN.size());
        d.cases.person(f, null, String.join(" ", called) + " of " + f.name(), called, born);
        return String.join(" ", called) + (born == null ? "" : ", born on " + born + ",") + " becomes known to " + f.name();
    }

    static String betterKnown(Deeds d, Choice c) {
        var p = c.a(d.world.persons.stream().filter(x -> c.here(x.panel().at())).toList());
        if (c.isC(2)) {
            var born = Told.BORN.get(c.b % Told.BORN.size());
            d.cases.isKnown(p, born);
            return d.world.name(p.id) + " is known to be born on " + born;
        }
        d.cases.isKnown(p, called(c.b));
        return d.world.name(p.id) + " is known to be called " + String.join(" ", called(c.b));
    }

    static String bar(Deeds d, Choice c) {
        var m = c.a(c.members());
        var f = c.b(c.files());
        d.conflicts.bar(m, f);
        return m.name() + " is barred from " + f.name();
    }

    static String lift(Deeds d, Choice c) {
        // On a referral only while it is one.
        var bar = c.a(d.world.bars.stream().filter(b -> !b.lifted && (b.file != null || b.referral.file == null)).toList());
        if (bar == null) {
            return "";
        }
        d.conflicts.lift(bar);
        return Kind.name(bar.member) + "’s bar from " + (bar.file != null ? bar.file.name() : d.world.name(bar.referral.id)) + " is lifted";
    }

    private static List<String> called(int number) {
        return Told.PEOPLE.get(number % Told.PEOPLE.size());
    }
}
