package org.panelhub.access.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.panelhub.access.model.World.CaseFile;
import org.panelhub.access.model.World.Member;
import org.panelhub.access.model.World.Panel;

/** Applications for a case review, and all that hangs from one. */
final class Applications {

    /** Names people in free words, by the field in which they stand; from the opening of its review on it hangs from a case. */
    static final class Application {
        final UUID id;
        final Panel board;
        final String name;
        final Map<String, List<String>> people;
        /** None where the applicant wrote it. */
        final Member enteredBy;
        final int receivedOn;
        String state = "RECEIVED";
        CaseFile review;

        Application(UUID id, Panel board, String name, Map<String, List<String>> people, Member enteredBy, int receivedOn) {
            this.id = id;
            this.board = board;
            this.name = name;
            this.people = people;
            this.enteredBy = enteredBy;
            this.receivedOn = receivedOn;
        }

        /** By what its applicant follows it; the hub keeps no more of the code than this. */
        String code() {
            return "the code of " + name;
        }

        /** Whom the review is about: the victim, where somebody else applied. */
        List<String> victim() {
            return people.getOrDefault("victim", people.get("applicant"));
        }
    }

    /**
     * A row that hangs from an application and says no more of who sees it.
     *
     * @param by   who wrote it; none where the applicant did, or the hub
     * @param says what kind of event it is, what a message says; else nothing
     */
    record Row(Table table, UUID id, Application of, Member by, String says) {
    }

    static final class Appeal {
        final UUID id;
        final Application of;
        final String about;
        final Member enteredBy;
        Member reviewer;
        Member namedBy;
        boolean ended;

        Appeal(UUID id, Application of, String about, Member enteredBy) {
            this.id = id;
            this.of = of;
            this.about = about;
            this.enteredBy = enteredBy;
        }
    }

    record Interview(UUID id, Appeal appeal, Member by) {
    }

    /** A conflict of interest on an application: by which of its names, and by which of the member's own or of those whom it knows. */
    static final class Bar {
        final UUID id;
        final Application of;
        final Member member;
        final boolean ofItself;
        final String matched;
        Member decidedBy;
        boolean lifted;

        Bar(UUID id, Application of, Member member, boolean ofItself, String matched) {
            this.id = id;
            this.of = of;
            this.member = member;
            this.ofItself = ofItself;
            this.matched = matched;
        }

        boolean by(Told t, String match) {
            return member == t.member() && ofItself == t.ofItself() && matched.equals(match);
        }
    }

    final List<Application> all = new ArrayList<>();
    final List<Row> rows = new ArrayList<>();
    final List<Appeal> appeals = new ArrayList<>();
    final List<Interview> interviews = new ArrayList<>();
    final List<Bar> bars = new ArrayList<>();

    /** One event of a kind is enough: all of an application are seen by the same. */
    void happened(World world, Application a, String kind, Member by) {
        var id = world.made("that " + a.name + " was " + Kind.words(kind), a.id, kind);
        rows.add(new Row(Table.TRIGGER_EVENT, id, a, by, kind));
    }

    List<Appeal> running(Application a) {
        return appeals.stream().filter(x -> x.of == a && !x.ended).toList();
    }

    /** Whether it was asked about that before, and may not be again. */
    boolean asked(Application a, String about) {
        return appeals.stream().anyMatch(x -> x.of == a && x.about.equals(about));
    }

    /** A word of the member's that agrees with a name on the application: every one of its words must stand there. Null where none does. */
    static String match(Told t, List<String> people) {
        var words = Told.name(people.toArray(String[]::new));
        return t.names().stream().filter(words::containsAll).map(Applications::sorted).sorted().findFirst().orElse(null);
    }

    private static String sorted(Set<String> name) {
        return String.join(" ", name.stream().sorted().toList());
    }
}
