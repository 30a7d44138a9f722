package org.panelhub.referrals;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

import io.quarkus.qute.TemplateData;

/** The tasks of a referral, in the order in which they are offered. Each is a page of its own and may be done at any time. */
@TemplateData
public enum Step {
    RECEIPT("How it reached you"),
    PERSON("Name and date of birth"),
    ADDRESS("Address and needs"),
    CONTACT("Safe contact"),
    RESPONDENT("Who is causing it"),
    HOUSEHOLD("Others in the home"),
    CIRCUMSTANCES("What is happening"),
    CONSENT("Consent"),
    ASSESSMENT("Questions"),
    JUDGEMENT("Your judgement"),
    DECISION("Senior officer’s decision");

    private final String title;

    Step(String title) {
        this.title = title;
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
