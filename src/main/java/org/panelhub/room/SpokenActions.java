package org.panelhub.room;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.panelhub.page.Dates;
import org.panelhub.page.Field;
import org.panelhub.time.SaidDay;
import org.panelhub.time.WorkingDays;

import io.quarkus.qute.TemplateData;

/**
 * Actions taken down as they are spoken, one a line: "police: call on the neighbour by fri". The agency by its short name or any beginning that fits no other, the
 * person of it after the agency where one is named ("police reyes:"), the task, and the day in words; without a day, the panel's usual one. Either every line is
 * understood or none is taken.
 */
final class SpokenActions {

    static final int MOST = 20;
    private static final int LONGEST = 500;
    /** With agency, person and day. Longer ones are not looked through. */
    private static final int LONGEST_LINE = 700;
    private static final Pattern COLON = Pattern.compile("\\s*:\\s*|\\s+[-–—]\\s+");
    private static final Pattern BY = Pattern.compile("[\\s,;]+(by|before|due|on|in|within)\\s+", Pattern.CASE_INSENSITIVE);
    private static final Pattern LIKE_A_DAY = Pattern.compile("(the )?(\\d|(mon|tue|tues|wed|weds|wednes|thu|thur|thurs|fri|sat|satur|sun)(day)?\\b|(jan|feb|mar|apr|may|jun|jul|aug|sep|sept|oct|nov|dec)\\b|"
            + "(january|february|march|april|june|july|august|september|october|november|december|end|next|this|mid|middle|beginning|today|tomorrow)\\b)", Pattern.CASE_INSENSITIVE);

    /** An agency that may be given an action, and whether it is at the table. */
    record Agency(UUID id, String name, boolean seated) {
    }

    /** A person that may be given one, of its agency. */
    record Person(UUID id, UUID agencyId, String name) {
    }

    /** An action as it was understood. */
    @TemplateData
    record Understood(UUID agencyId, String agency, UUID personId, String person, String task, LocalDate due) {
    }

    /** A line that is not understood. The message is for the person who typed it. */
    static final class NotUnderstood extends Exception {
        private static final long serialVersionUID = 1L;

        NotUnderstood(String message) {
            super(message);
        }
    }

    private final List<Agency> agencies;
    private final List<Person> people;
    private final LocalDate usualDue;
    private final LocalDate earliest;
    private final LocalDate today;
    private final WorkingDays workingDays;

    /** @param earliest the first day on which an action of the meeting may be due */
    SpokenActions(List<Agency> agencies, List<Person> people, LocalDate usualDue, LocalDate earliest, LocalDate today, WorkingDays workingDays) {
        this.agencies = agencies;
        this.people = people;
        this.usualDue = usualDue;
        this.earliest = earliest;
        this.today = today;
        this.workingDays = workingDays;
    }

    /** @throws NotUnderstood naming the line, where there are several */
    List<Understood> read(String typed) throws NotUnderstood {
        var lines = Field.clean(typed).lines().map(String::strip).filter(l -> !l.isEmpty()).toList();
        if (lines.isEmpty()) {
            throw new NotUnderstood("Enter who is to do what, such as “police: call on the neighbour by fri”");
        }
        if (lines.size() > MOST) {
            throw new NotUnderstood("Add up to " + MOST + " actions at once");
        }
        var understood = new ArrayList<Understood>();
        for (int i = 0; i < lines.size(); i++) {
            try {
                understood.add(line(lines.get(i).replaceFirst("^[-*•]\\s+", "")));
            } catch (NotUnderstood e) {
                throw lines.size() == 1 ? e : new NotUnderstood("Line " + (i + 1) + ": " + e.getMessage());
            }
        }
        return understood;
    }

    private Understood line(String line) throws NotUnderstood {
        if (line.length() > LONGEST_LINE) {
            throw new NotUnderstood("What is to be done must be " + LONGEST + " characters or fewer");
        }
        var parts = COLON.split(line, 2);
        if (parts.length < 2 || parts[0].isBlank()) {
            throw new NotUnderstood("Begin with the agency and a colon, such as “police: call on the neighbour by fri”");
        }
        var owner = owner(parts[0]);
        var said = due(parts[1].strip());
        if (said.task.isEmpty()) {
            throw new NotUnderstood("Say what " + owner.agency.name + " is to do, after the colon");
        }
        if (said.task.codePointCount(0, said.task.length()) > LONGEST) {
            throw new NotUnderstood("What is to be done must be " + LONGEST + " characters or fewer");
        }
        if (said.due.isBefore(earliest)) {
            throw new NotUnderstood("The due date must be " + Dates.day(earliest) + " or later: it cannot be before the meeting");
        }
        return new Understood(owner.agency.id, owner.agency.name, owner.person == null ? null : owner.person.id, owner.person == null ? null : owner.person.name, said.task, said.due);
    }

    private record Owner(Agency agency, Person person) {
    }

    /** As many words as make up an agency; what follows them is a person of it. */
    private Owner owner(String typed) throws NotUnderstood {
        var words = typed.strip().split("[\\s,/()]+");
        for (int n = words.length; n > 0; n--) {
            var found = agency(join(words, 0, n));
            if (found.size() > 1) {
                throw new NotUnderstood("“" + join(words, 0, n) + "” may be " + Stream.concat(found.stream().limit(found.size() - 1L).map(Agency::name), Stream.of("or " + found.getLast().name))
                        .reduce((a, b) -> a + (b.startsWith("or ") ? " " : ", ") + b).orElseThrow() + ": type more of its name");
            }
            if (found.size() == 1) {
                return new Owner(found.getFirst(), n == words.length ? null : person(found.getFirst(), join(words, n, words.length)));
            }
        }
        throw new NotUnderstood("No agency’s name begins with “" + typed.strip() + "”");
    }

    /** Of those at the table before any other; by its whole name before its beginning, by that before the beginning of another word of it, and by its initials last. */
    private List<Agency> agency(String typed) {
        var seated = agency(typed, agencies.stream().filter(Agency::seated).toList());
        return seated.isEmpty() ? agency(typed, agencies.stream().filter(a -> !a.seated).toList()) : seated;
    }

    private static List<Agency> agency(String typed, List<Agency> among) {
        return Stream.<BiPredicate<String, String>>of(String::equals, String::startsWith, (name, t) -> name.contains(" " + t), (name, t) -> t.length() > 1 && initials(name).equals(t))
                .map(fits -> among.stream().filter(a -> fits.test(plain(a.name), plain(typed))).toList()).filter(found -> !found.isEmpty()).findFirst().orElse(List.of());
    }

    private Person person(Agency agency, String typed) throws NotUnderstood {
        var words = plain(typed).split(" ");
        var found = people.stream().filter(p -> agency.id.equals(p.agencyId) && Stream.of(words).allMatch(w -> Stream.of(plain(p.name).split(" ")).anyMatch(n -> n.startsWith(w)))).toList();
        if (found.size() > 1) {
            throw new NotUnderstood("“" + typed + "” may be several people of " + agency.name + ": type more of the name");
        }
        if (found.isEmpty()) {
            throw new NotUnderstood("Nobody of " + agency.name + " who may see this case is called “" + typed + "”. Leave the person out, and the agency decides");
        }
        return found.getFirst();
    }

    private record Said(String task, LocalDate due) {
    }

    /** The day stands at the end. "Send it by post" has none; a day that there is not is no task. */
    private Said due(String words) throws NotUnderstood {
        var by = BY.matcher(words);
        var starts = new ArrayList<int[]>();
        while (by.find()) {
            starts.add(new int[] { by.start(), by.end(), by.group(1).equalsIgnoreCase("in") || by.group(1).equalsIgnoreCase("within") ? 1 : 0 });
            by.region(by.end() - 1, words.length());
        }
        for (var start : starts) {
            var day = words.substring(start[1]);
            // "in december" is said of the task; "in 2 weeks" is a day.
            var found = start[2] == 1 && !day.matches(".*(day|week|fortnight|month)s?( time)?\\.?$") ? Optional.<LocalDate>empty() : SaidDay.parse(day, today, workingDays);
            if (found.isPresent()) {
                var before = words.substring(start[0], start[1]).toLowerCase(Locale.ENGLISH).contains("before");
                return new Said(words.substring(0, start[0]).strip(), before ? found.get().minusDays(1) : found.get());
            }
        }
        // What begins like a day after such a word, and is none, is not left to the task: the action would be due on another day than was said.
        for (var start : starts) {
            var rest = words.substring(start[1]);
            if (start[2] == 0 && !words.substring(start[0], start[1]).toLowerCase(Locale.ENGLISH).contains("on") && LIKE_A_DAY.matcher(rest).lookingAt()) {
                throw new NotUnderstood("“" + rest + "” is not understood as a day. Say it like “fri”, “tomorrow”, “12 dec” or “2 weeks”, and with its year where that is far ahead");
            }
        }
        return new Said(words, usualDue);
    }

    private static String join(String[] words, int from, int to) {
        return String.join(" ", List.of(words).subList(from, to));
    }

    /** As it is compared: small letters, one space, no apostrophes or stops. */
    private static String plain(String name) {
        return name.toLowerCase(Locale.ENGLISH).replaceAll("[’'.]", "").replaceAll("[\\s-]+", " ").strip();
    }

    private static String initials(String name) {
        Function<String, String> first = w -> w.isEmpty() ? "" : w.substring(0, 1);
        return Stream.of(plain(name).split(" ")).map(first).reduce("", String::concat);
    }
}
