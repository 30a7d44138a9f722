package org.panelhub.letters;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

import org.hibernate.Session;
import org.panelhub.page.Dates;

import jakarta.enterprise.context.ApplicationScoped;

/**
 * Reads a letter before it is kept or sent. It holds no address, not even the reader's own, no name of anyone else in the case, no
 * telephone number of the person, and nothing that an agency gave to the panel (sharing design: documents that go out). It names the right
 * to a case review, and the day on which the case closes.
 */
@ApplicationScoped
class LetterCheck {

    /** Shorter pieces are everyday words. */
    private static final int SHORTEST_ADDRESS = 6;
    private static final int SHORTEST_SENTENCE = 24;

    private final Session database;

    LetterCheck(Session database) {
        this.database = database;
    }

    record Someone(String part, String givenNames, String familyName, String[] aliases, String address) {
    }

    record Said(String agency, String body) {
    }

    /** What is wrong with the text, in words for its writer; empty when nothing is. */
    Optional<String> of(UUID caseId, String body) {
        var text = folded(body);
        if (!text.contains("case review") || !text.contains("community trigger")) {
            return Optional.of("The letter must name the right to ask for an ASB case review (community trigger)");
        }
        for (var someone : people(caseId)) {
            if (pieces(someone.address).anyMatch(text::contains)) {
                return Optional.of("The letter holds an address. Write it on the envelope only.");
            }
            if (!"VICTIM".equals(someone.part) && names(someone).anyMatch(text::contains)) {
                return Optional.of("The letter names somebody else in this case. Take the name out.");
            }
        }
        if (telephones(caseId).stream().map(t -> t.replaceAll("\\D", "")).anyMatch(t -> t.length() >= SHORTEST_ADDRESS && body.replaceAll("[\\s()-]", "").contains(t))) {
            return Optional.of("The letter holds the person’s telephone number. Take it out.");
        }
        return items(caseId).stream().filter(i -> sentences(i.body).anyMatch(text::contains)).findFirst()
                .map(i -> "The letter repeats what " + i.agency + " gave to the panel. Take it out.");
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
        return database.createNativeQuery("select g.name, i.body from hub.item i join hub.agency g on g.id = i.agency_id where i.case_id = ?1", Said.class)
                .setParameter(1, caseId).getResultList();
    }

    private static java.util.stream.Stream<String> pieces(String address) {
        return Arrays.stream(address.split("[,\\n]")).map(LetterCheck::folded).filter(p -> p.length() >= SHORTEST_ADDRESS);
    }

    private static java.util.stream.Stream<String> names(Someone someone) {
        return java.util.stream.Stream.concat(java.util.stream.Stream.of(someone.givenNames + " " + someone.familyName), Arrays.stream(someone.aliases))
                .map(LetterCheck::folded).filter(n -> !n.isBlank());
    }

    private static java.util.stream.Stream<String> sentences(String body) {
        return Arrays.stream(body.split("[.;!?\\n]")).map(LetterCheck::folded).filter(s -> s.length() >= SHORTEST_SENTENCE);
    }

    private static String folded(String text) {
        return text.toLowerCase(Locale.UK).replaceAll("[^\\p{L}\\p{N}]+", " ").strip();
    }
}
