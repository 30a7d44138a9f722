package org.panelhub.letters;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.hibernate.Session;
import org.panelhub.page.Dates;

import jakarta.enterprise.context.ApplicationScoped;

/**
 * Reads a letter before it is kept or sent. It holds no address, not even the reader's own, no name of anyone else in the case, no
 * telephone number of the person, and nothing that an agency gave to the panel (sharing design: documents that go out). The notice that a case closes names the right
 * to a case review, and the day.
 */
@ApplicationScoped
public class LetterCheck {

    /** Shorter pieces are everyday words. */
    private static final int SHORTEST_ADDRESS = 6;
    private static final int SHORTEST_SENTENCE = 24;
    /** One word is taken for a name where it is written as one: "Will called", not "we will call". */
    private static final Pattern CAPITALISED = Pattern.compile("(?<![\\p{L}\\p{N}])\\p{Lu}[\\p{L}\\p{N}]*");
    private static final Pattern POSTCODE = Pattern.compile("\\b[A-Z]{1,2}\\d[A-Z\\d]? ?\\d[A-Z]{2}\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern DAY = Pattern.compile("\\b\\d{1,2} \\p{Lu}\\p{L}+ \\d{4}\\b");

    private final Session database;

    LetterCheck(Session database) {
        this.database = database;
    }

    /** Somebody who may be named in a case: all that the hub knows of what they are called. */
    public record Named(String givenNames, String familyName, List<String> aliases) {

        String fullName() {
            return (givenNames + " " + familyName).strip();
        }
    }

    /** What somebody told. @param by who, to follow "what" */
    public record Said(String by, String body) {
    }

    /**
     * What a letter must not say.
     *
     * @param addressees who may be named, as they are the ones who are written to
     * @param others who must not be
     * @param contacts telephone numbers and e-mail addresses
     */
    public record Hidden(List<String> addressees, List<Named> others, List<String> addresses, List<String> contacts, List<Said> said) {

        /** Of both. */
        public Hidden and(Hidden further) {
            return new Hidden(both(addressees, further.addressees), both(others, further.others), both(addresses, further.addresses), both(contacts, further.contacts), both(said, further.said));
        }

        private static <T> List<T> both(List<T> some, List<T> more) {
            return Stream.concat(some.stream(), more.stream()).toList();
        }
    }

    record Someone(String part, String givenNames, String familyName, String[] aliases, String address) {

        boolean isVictim() {
            return "VICTIM".equals(part);
        }

        Named named() {
            return new Named(givenNames, familyName, List.of(aliases));
        }
    }

    /** What is wrong with the notice that a case closes, in words for its writer; empty when nothing is. */
    Optional<String> of(UUID caseId, String body) {
        if (!words(body).contains(" case review ") || !words(body).contains(" community trigger ")) {
            return Optional.of("The letter must name the right to ask for an ASB case review (community trigger)");
        }
        return of(body, inCase(caseId));
    }

    /** What the viewer sees in a case and no letter says: of what it does not see, such as what an agency withheld, it can write nothing. */
    public Hidden inCase(UUID caseId) {
        var people = people(caseId);
        return new Hidden(people.stream().filter(Someone::isVictim).map(s -> s.named().fullName()).toList(), people.stream().filter(s -> !s.isVictim()).map(Someone::named).toList(),
                people.stream().map(Someone::address).toList(), telephones(caseId), items(caseId));
    }

    /** What a letter says that it must not, in words for its writer; empty when there is nothing. */
    public Optional<String> of(String body, Hidden hidden) {
        var own = Stream.concat(signatures().stream(), hidden.addressees.stream()).reduce(DAY.matcher(body).replaceAll(" "), LetterCheck::without);
        var text = words(own);
        var capitals = CAPITALISED.matcher(own).results().map(found -> folded(found.group())).collect(Collectors.toSet());
        var addressed = hidden.addressees.stream().flatMap(name -> Arrays.stream(folded(name).split(" "))).collect(Collectors.toSet());
        if (hidden.addresses.stream().flatMap(LetterCheck::pieces).anyMatch(piece -> text.contains(" " + piece + " "))) {
            return Optional.of("The letter holds an address. Write it on the envelope only.");
        }
        if (hidden.others.stream().flatMap(LetterCheck::names).filter(name -> !addressed.contains(name)).anyMatch(name -> name.contains(" ") ? text.contains(" " + name + " ") : capitals.contains(name))) {
            return Optional.of("The letter names somebody else in this case. Take the name out.");
        }
        if (hidden.contacts.stream().anyMatch(contact -> contact.contains("@") ? body.toLowerCase(Locale.UK).contains(contact.strip().toLowerCase(Locale.UK)) : holdsNumber(body, contact.replaceAll("\\D", "")))) {
            return Optional.of("The letter holds the person’s telephone number or e-mail address. Take it out.");
        }
        return hidden.said.stream().filter(i -> sentences(i.body).anyMatch(sentence -> words(body).contains(" " + sentence + " "))).findFirst().map(i -> "The letter repeats what " + i.by + ". Take it out.");
    }

    private static boolean holdsNumber(String body, String digits) {
        return digits.length() >= SHORTEST_ADDRESS && body.replaceAll("[\\s()-]", "").contains(digits);
    }

    /** That a letter to be sent gives notice of the right day. */
    static Optional<String> notice(String body, LocalDate closesOn) {
        return body.contains(Dates.day(closesOn)) ? Optional.empty()
                : Optional.of("Sent on that day, the notice runs until " + Dates.day(closesOn) + ", but the letter does not say so. Change the day in the letter, or the day it is sent.");
    }

    private List<Someone> people(UUID caseId) {
        return database.createNativeQuery("select part, given_names, family_name, aliases, address from hub.person where case_id = ?1", Someone.class)
                .setParameter(1, caseId).getResultList();
    }

    private List<String> telephones(UUID caseId) {
        return database.createNativeQuery("select telephone from hub.safe_contact where case_id = ?1", String.class).setParameter(1, caseId).getResultList();
    }

    private List<Said> items(UUID caseId) {
        return database.createNativeQuery("select g.name || ' gave to the panel', i.body from hub.item i join hub.agency g on g.id = i.agency_id where i.case_id = ?1", Said.class)
                .setParameter(1, caseId).getResultList();
    }

    /** Who may sign, and for whom: the letter's last lines hold these names, whatever the streets and people of the case are called. */
    private List<String> signatures() {
        return database.createNativeQuery("select name from hub.partnership union select name from hub.signatory union select name from hub.agency union select name from hub.member",
                String.class).getResultList();
    }

    private static String without(String text, String name) {
        return name.isBlank() ? text : Pattern.compile("(?<![\\p{L}\\p{N}])" + Pattern.quote(name) + "(?![\\p{L}\\p{N}])", Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE).matcher(text).replaceAll(" ");
    }

    /** The lines of an address, and its postcode by itself; without the town, which tells nobody where someone lives. */
    private static Stream<String> pieces(String address) {
        var postcodes = POSTCODE.matcher(address).results().map(found -> folded(found.group())).toList();
        var lines = new ArrayList<>(Arrays.stream(POSTCODE.matcher(address).replaceAll("").split("[,\\n]")).map(LetterCheck::folded).filter(line -> !line.isEmpty()).toList());
        while (!lines.isEmpty() && lines.getLast().matches("\\p{L}+")) {
            lines.removeLast();
        }
        return Stream.concat(postcodes.stream(), lines.stream()).filter(p -> p.length() >= SHORTEST_ADDRESS);
    }

    /** All that someone is called, the whole and its halves: "Dean Harrow", "Harrow", "Dean". */
    private static Stream<String> names(Named someone) {
        return Stream.concat(Stream.of(someone.fullName(), someone.familyName, someone.givenNames), someone.aliases.stream()).map(LetterCheck::folded).filter(n -> n.length() > 1);
    }

    private static Stream<String> sentences(String body) {
        return Arrays.stream(body.split("[.;!?\\n]")).map(LetterCheck::folded).filter(s -> s.length() >= SHORTEST_SENTENCE);
    }

    /** Small letters and figures, with a space between and at both ends, so that a name is found where it stands as a word, and not inside another. */
    public static String words(String text) {
        return " " + folded(text) + " ";
    }

    private static String folded(String text) {
        return text.toLowerCase(Locale.UK).replaceAll("[^\\p{L}\\p{N}]+", " ").strip();
    }
}
