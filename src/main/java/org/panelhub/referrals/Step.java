package org.panelhub.referrals;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.quarkus.qute.TemplateData;

/** The tasks of a referral, in the order in which they are offered. Each is a page of its own and may be done at any time. */
@TemplateData
public enum Step {
    RECEIPT("How it reached you", "referrer", "outside", "how", "received-day", "received-month", "received-year", "time"),
    PERSON("Name and date of birth", "given", "family", "aliases", "born-day", "born-month", "born-year", "born2-day", "born2-month", "born2-year", "gender"),
    PLACE("Which place", "name", "where"),
    GROUP("Which group", "name", "where"),
    ADDRESS("Address and needs", "address", "needs"),
    CONTACT("Safe contact", "toCall", "telephone", "times", "toWrite", "notSafeWith", "advice"),
    RESPONDENT("Who is causing it", "known", "given", "family", "aliases", "born-day", "born-month", "born-year", "address"),
    HOUSEHOLD("Others in the home", household()),
    CIRCUMSTANCES("What is happening", "category", "circumstances", "ownReference"),
    CONSENT("Consent", "consent", "reason"),
    /** Its fields are the questions of the instrument, which the page knows. */
    ASSESSMENT("Questions"),
    JUDGEMENT("Your judgement", "judgement", "rationale", "assessed-day", "assessed-month", "assessed-year"),
    DECISION("Senior officer’s decision", "senior", "seniorReason");

    private final String title;
    private final Set<String> fields;

    Step(String title, String... fields) {
        this.title = title;
        this.fields = Set.of(fields);
    }

    /** One person more than the form takes, so that one too many is said and not lost. */
    private static String[] household() {
        return Stream.concat(Stream.of("any"), IntStream.rangeClosed(1, StepReader.MOST_PEOPLE + 1).boxed()
                .flatMap(i -> Stream.of("given" + i, "family" + i, "part" + i, "born" + i + "-day", "born" + i + "-month", "born" + i + "-year"))).toArray(String[]::new);
    }

    /** The fields that its form has: nothing else of what is sent with it is kept. */
    Set<String> fields() {
        return fields;
    }

    public String title() {
        return title;
    }

    /** As it stands in an address. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Step> of(String key) {
        return Stream.of(values()).filter(s -> s.key().equals(key)).findFirst();
    }
}
