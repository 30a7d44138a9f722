package org.panelhub.panels;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jboss.resteasy.reactive.RestForm;
import org.panelhub.page.DateBoxes;
import org.panelhub.page.Dates;
import org.panelhub.page.Field;
import org.panelhub.page.Invalid;

import io.quarkus.qute.TemplateData;

/**
 * Terms of reference as typed. Sections and parts are rows, each with its place in the order; a row without a place is left out.
 *
 * @param version the newest edition when the form was read; null where nobody read one
 */
@TemplateData
public record TermsForm(@RestForm("from-day") String fromDay, @RestForm("from-month") String fromMonth, @RestForm("from-year") String fromYear, @RestForm List<String> subjects,
        @RestForm String called, @RestForm String gate, @RestForm List<String> sectionKind, @RestForm List<String> sectionPlace, @RestForm List<String> sectionTitle,
        @RestForm List<String> sectionMinutes, @RestForm String outcomes, @RestForm String adjournments, @RestForm List<String> part, @RestForm List<String> partPlace, @RestForm List<String> partHeading,
        @RestForm String version) {

    private static final int LONGEST_WORD = 30;
    private static final int LONGEST_TITLE = 100;
    private static final int LONGEST_OUTCOME = 120;
    private static final int MOST_OUTCOMES = 30;
    private static final int LAST_PLACE = 30;
    private static final int MOST_MINUTES = 120;
    /** Rows for sections of the panel's own that a form offers, beyond those it has. */
    private static final int SPARE = 3;
    private static final int MOST_SECTIONS = 20;

    /** What was typed, understood. */
    record Read(LocalDate from, TermsOfReference terms) {
    }

    /** A row of the agenda, as typed. {@code number} counts the rows of the form from 1. */
    @TemplateData
    public record SectionRow(int number, Section.Kind kind, String place, String title, String minutes) {

        /** The cases have minutes of their own. */
        public boolean timed() {
            return kind != Section.Kind.CASES;
        }

        /** What the row is, to tell it from the others. */
        public String name() {
            return kind == Section.Kind.NOTE ? "An item of your own" : kind.usual();
        }
    }

    /** A row of the minutes, as typed. {@code number} counts the rows of the form from 1. */
    @TemplateData
    public record PartRow(int number, MinutesPart part, String place, String heading) {
    }

    static TermsForm of(LocalDate from, TermsOfReference terms, String version) {
        var kind = new ArrayList<String>();
        var place = new ArrayList<String>();
        var title = new ArrayList<String>();
        var minutes = new ArrayList<String>();
        var sections = new ArrayList<>(terms.sections());
        Stream.of(Section.Kind.values()).filter(k -> k != Section.Kind.NOTE && sections.stream().noneMatch(s -> s.kind() == k)).forEach(k -> sections.add(new Section(k, k.usual(), 0)));
        for (int i = 0; i < SPARE; i++) {
            sections.add(new Section(Section.Kind.NOTE, "", 0));
        }
        for (int i = 0; i < sections.size(); i++) {
            var section = sections.get(i);
            kind.add(section.kind().name());
            place.add(i < terms.sections().size() ? Integer.toString(i + 1) : "");
            title.add(section.title());
            minutes.add(section.minutes() == 0 ? "" : Integer.toString(section.minutes()));
        }
        var part = new ArrayList<String>();
        var partPlace = new ArrayList<String>();
        var heading = new ArrayList<String>();
        for (boolean ofCase : new boolean[] { false, true }) {
            var parts = terms.parts(ofCase);
            for (int i = 0; i < parts.size(); i++) {
                part.add(parts.get(i).part().name());
                partPlace.add(Integer.toString(i + 1));
                heading.add(parts.get(i).heading());
            }
            Stream.of(MinutesPart.values()).filter(p -> p.ofCase() == ofCase && terms.heading(p).isEmpty()).forEach(p -> {
                part.add(p.name());
                partPlace.add("");
                heading.add(p.usual());
            });
        }
        var day = DateBoxes.of(from);
        return new TermsForm(day.day(), day.month(), day.year(), terms.subjects().stream().map(Enum::name).toList(), terms.called(), terms.gate().name(), kind, place, title, minutes,
                String.join("\n", terms.outcomes()), String.join("\n", terms.adjournments()), part, partPlace, heading, version);
    }

    public DateBoxes from() {
        return new DateBoxes(fromDay, fromMonth, fromYear);
    }

    /** As many as the form has rows; a row of no known kind is none. */
    public List<SectionRow> sections() {
        var rows = new ArrayList<SectionRow>();
        for (int i = 0; sectionKind != null && i < Math.min(sectionKind.size(), MOST_SECTIONS + LAST_PLACE); i++) {
            var typed = sectionKind.get(i);
            int number = i + 1;
            int at = i;
            Stream.of(Section.Kind.values()).filter(k -> k.name().equals(typed)).findFirst()
                    .ifPresent(k -> rows.add(new SectionRow(number, k, at(sectionPlace, at), at(sectionTitle, at), at(sectionMinutes, at))));
        }
        return rows;
    }

    public List<PartRow> parts(boolean ofCase) {
        var rows = new ArrayList<PartRow>();
        for (int i = 0; part != null && i < part.size(); i++) {
            var typed = part.get(i);
            int number = i + 1;
            int at = i;
            Stream.of(MinutesPart.values()).filter(p -> p.ofCase() == ofCase && p.name().equals(typed) && rows.stream().noneMatch(r -> r.part() == p)).findFirst()
                    .ifPresent(p -> rows.add(new PartRow(number, p, at(partPlace, at), at(partHeading, at))));
        }
        return rows;
    }

    /** @throws Invalid naming the fields to mend */
    Read read(LocalDate earliest) {
        var check = new Field.Check();
        var day = check.date("from", "First day", from(), true);
        check.that(day == null || !day.isBefore(earliest), "from", "First day must be " + Dates.day(earliest) + " or later: what held before is not rewritten");
        Set<SubjectKind> chosen = EnumSet.noneOf(SubjectKind.class);
        for (var typed : subjects == null ? List.<String>of() : subjects) {
            check.choice("subjects", "Choose from the list what it takes", typed, SubjectKind.class, true).ifPresent(chosen::add);
        }
        check.that(!chosen.isEmpty() || check.errors().of("subjects") != null, "subjects", "Choose at least one thing that the panel takes");
        var word = check.text("called", "What one of them is called", called, LONGEST_WORD, true);
        check.that(word.equals(word.strip()) && !word.contains("\n"), "called", "What one of them is called must be on one line");
        var judged = check.choice("gate", "Choose whom it takes", gate, Gate.class, true).orElse(Gate.NONE);
        var agenda = agenda(check);
        var words = lines(check, "outcomes", "outcome", outcomes);
        var putOff = lines(check, "adjournments", "beginning", adjournments);
        for (int i = 0; part != null && i < part.size(); i++) {
            var typed = part.get(i);
            check.that(Stream.of(MinutesPart.values()).anyMatch(p -> p.name().equals(typed)) && part.indexOf(typed) == i, "partPlace-" + (i + 1), "Choose a part of the minutes from the list, and once");
        }
        var written = new ArrayList<>(parts(check, false));
        written.addAll(parts(check, true));
        Invalid.unless(check.errors());
        return new Read(day, new TermsOfReference(List.copyOf(chosen), word, judged, agenda, words, putOff, written));
    }

    private record Placed<T>(int place, T what) {
    }

    private static <T> List<T> inOrder(List<Placed<T>> placed) {
        return placed.stream().sorted(Comparator.comparingInt(Placed::place)).map(Placed::what).toList();
    }

    private List<Section> agenda(Field.Check check) {
        var placed = new ArrayList<Placed<Section>>();
        for (int i = 0; sectionKind != null && i < sectionKind.size(); i++) {
            var typed = sectionKind.get(i);
            check.that(Stream.of(Section.Kind.values()).anyMatch(k -> k.name().equals(typed)), "sectionPlace-" + (i + 1), "Choose a kind of section from the list");
        }
        for (var row : sections()) {
            var title = check.text("sectionTitle-" + row.number(), "Title", row.title(), LONGEST_TITLE, false);
            var place = check.number("sectionPlace-" + row.number(), "Place", row.place(), 1, LAST_PLACE, false);
            boolean own = row.kind() == Section.Kind.NOTE;
            check.that(!own || title.isEmpty() || place != null || !Field.clean(row.place()).isEmpty(), "sectionPlace-" + row.number(), "Enter the place of “" + title + "”, or clear its title");
            if (place == null) {
                continue;
            }
            check.that(!own || !title.isEmpty(), "sectionTitle-" + row.number(), "Enter a title for the item in place " + place + ", or clear its place");
            var minutes = row.timed() ? check.number("sectionMinutes-" + row.number(), "Minutes", row.minutes(), 1, MOST_MINUTES, true) : Integer.valueOf(0);
            check.that(own || placed.stream().noneMatch(p -> p.what().kind() == row.kind()), "sectionPlace-" + row.number(), "“" + row.kind().usual() + "” can stand on the agenda once");
            var called = title.isEmpty() ? row.kind().usual() : title;
            check.that(placed.stream().noneMatch(p -> p.what().title().equalsIgnoreCase(called)), "sectionTitle-" + row.number(), "“" + called + "” stands on the agenda twice");
            placed.add(new Placed<>(place, new Section(row.kind(), called, minutes == null ? 0 : minutes)));
        }
        check.that(placed.stream().anyMatch(p -> p.what().kind() == Section.Kind.CASES), place(Section.Kind.CASES), "Say where on the agenda the cases stand");
        check.that(placed.size() <= MOST_SECTIONS, place(Section.Kind.CASES), "No more than " + MOST_SECTIONS + " sections can stand on every agenda");
        return inOrder(placed);
    }

    private String place(Section.Kind kind) {
        return "sectionPlace-" + sections().stream().filter(r -> r.kind() == kind).mapToInt(SectionRow::number).findFirst().orElse(1);
    }

    /** One on each line, each once. */
    private static List<String> lines(Field.Check check, String field, String one, String typed) {
        var words = Field.clean(typed).lines().map(Field::clean).filter(o -> !o.isEmpty()).toList();
        check.that(words.size() <= MOST_OUTCOMES, field, "Enter no more than " + MOST_OUTCOMES + " " + one + "s");
        words.stream().filter(o -> o.codePointCount(0, o.length()) > LONGEST_OUTCOME).findFirst()
                .ifPresent(o -> check.that(false, field, "Each " + one + " must be " + LONGEST_OUTCOME + " characters or fewer"));
        check.that(words.stream().map(o -> o.toLowerCase(Locale.ROOT)).distinct().count() == words.size(), field, "Enter each " + one + " once");
        return words;
    }

    private List<TermsOfReference.Part> parts(Field.Check check, boolean ofCase) {
        var placed = new ArrayList<Placed<TermsOfReference.Part>>();
        for (var row : parts(ofCase)) {
            var heading = check.text("partHeading-" + row.number(), "Heading", row.heading(), LONGEST_TITLE, false);
            var place = check.number("partPlace-" + row.number(), "Place", row.place(), 1, LAST_PLACE, false);
            if (place != null) {
                placed.add(new Placed<>(place, new TermsOfReference.Part(row.part(), heading.isEmpty() ? row.part().usual() : heading)));
            }
        }
        if (!ofCase) {
            check.that(placed.stream().anyMatch(p -> p.what().part() == MinutesPart.CASES), "partPlace-" + parts(false).stream().filter(r -> r.part() == MinutesPart.CASES).mapToInt(PartRow::number)
                    .findFirst().orElse(1), "Say where in the minutes the cases stand");
        }
        return inOrder(placed);
    }

    /** The values as words, line by line, to be compared with what somebody else saved. */
    List<String> words() {
        return List.of((subjects == null ? List.<String>of() : subjects).stream().flatMap(s -> Stream.of(SubjectKind.values()).filter(k -> k.name().equals(s))).map(SubjectKind::label).collect(Collectors.joining(", ")),
                called == null ? "" : called, Stream.of(Gate.values()).filter(g -> g.name().equals(gate)).map(Gate::label).findFirst().orElse(""),
                sections().stream().filter(r -> !r.place().isBlank()).sorted(Comparator.comparing(r -> order(r.place()))).map(r -> r.title() + (r.timed() ? ", " + r.minutes() + " min" : ""))
                        .collect(Collectors.joining("\n")),
                outcomes == null ? "" : outcomes, adjournments == null ? "" : adjournments, written(false), written(true));
    }

    private String written(boolean ofCase) {
        return parts(ofCase).stream().filter(r -> !r.place().isBlank()).sorted(Comparator.comparing(r -> order(r.place()))).map(PartRow::heading).collect(Collectors.joining("\n"));
    }

    private static int order(String place) {
        var typed = place.strip();
        return typed.matches("\\d{1,4}") ? Integer.parseInt(typed) : Integer.MAX_VALUE;
    }

    private static String at(List<String> values, int index) {
        return values != null && index < values.size() && values.get(index) != null ? values.get(index) : "";
    }
}
