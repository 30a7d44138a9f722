package org.panelhub.access.model;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import org.panelhub.access.model.World.CaseFile;
import org.panelhub.access.model.World.Member;

/** What a member chose to tell, so that a conflict of interest is found: who it is itself, or whom it knows privately. */
record Told(UUID id, Member member, boolean ofItself, Set<Set<String>> names, LocalDate born) {

    /** Few enough that one meets them again; two share a name with a member’s account, which by itself bars nobody. */
    static final List<List<String>> PEOPLE = List.of(List.of("Rosa", "Lara"), List.of("Tom", "Birkett"), List.of("Rosa", "Keane"), List.of("Tom", "Hugo"));
    static final List<LocalDate> BORN = List.of(LocalDate.of(1980, 5, 1), LocalDate.of(1991, 2, 3));

    /** A name is its words, in whatever order and case. */
    static Set<String> name(String... words) {
        return Arrays.stream(words).map(w -> w.toLowerCase(Locale.ROOT)).collect(Collectors.toSet());
    }

    /** A name that agrees, and a date of birth that does or is not known to one of the two. */
    boolean means(Person person) {
        return member.at() == person.panel().at() && names.stream().anyMatch(person.names::contains) && (born == null || person.born.isEmpty() || person.born.contains(born));
    }

    /** How a conflict of interest came to be one: set; found with a person; found with whoever is named on the application whose review the case is; or found on that before there was a case. */
    enum How {
        SET, FOUND, NAMED, CARRIED
    }

    /** A conflict of interest on a case, or on a referral that had opened none. */
    static final class Bar {
        final Member member;
        final CaseFile file;
        final Referral referral;
        final Person person;
        final boolean ofItself;
        final How how;
        final UUID id;
        private final UUID asBar;
        boolean lifted;

        Bar(How how, UUID id, UUID asBar, Member member, CaseFile file, Referral referral, Person person, boolean ofItself) {
            this.how = how;
            this.id = id;
            this.asBar = asBar;
            this.member = member;
            this.file = file;
            this.referral = referral;
            this.person = person;
            this.ofItself = ofItself;
        }

        boolean found() {
            return how == How.FOUND || how == How.NAMED;
        }

        boolean between(Told told, Person who) {
            return found() && member == told.member && person == who && ofItself == told.ofItself;
        }

        /** As a row of its own, where it is one on a case. */
        UUID asBar() {
            return asBar;
        }

        String kind() {
            return ofItself ? "PARTY" : "RELATION";
        }
    }

    static Set<Set<String>> names(String given, String family) {
        var names = new HashSet<Set<String>>();
        names.add(name(given, family));
        return names;
    }
}
