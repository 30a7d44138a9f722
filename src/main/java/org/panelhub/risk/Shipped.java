package org.panelhub.risk;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

import org.panelhub.page.Choice;

/** Instruments that come with the hub: questions of our own, to begin with until the area's own are agreed; the bands are those of whom they are named after. */
public enum Shipped {
    VULNERABILITY(Purpose.VULNERABILITY, "Victim vulnerability assessment", "vulnerability-example.json", "Twelve questions of our own in three bands: low, medium and high, as Lambeth has them"),
    CHECKLIST(Purpose.DOMESTIC_ABUSE, "Domestic abuse risk checklist", "domestic-abuse-checklist.json", "The 24 subjects of the checklist in short labels of our own: 14 or more yes is visible high risk. Load the wording that your area is licensed to use"),
    CAMBRIDGE(Purpose.CASE_RATING, "Case risk rating", "case-rating-example.json", "Questions of our own with the scores that Cambridge publishes: 32 and above is high, 20 to 31 medium, below that standard"),
    LAMBETH(Purpose.CASE_RATING, "Case rating by kind of behaviour", "case-rating-lambeth.json", "High, medium or low by the kind of behaviour, as in Lambeth; the officer may judge otherwise"),
    LIVEWEST(Purpose.CASE_RATING, "Case rating, urgent or not", "case-rating-livewest.json", "Urgent or not, as at LiveWest: hate always comes first"),
    EMH(Purpose.CASE_RATING, "Case rating by harm", "case-rating-emh.json", "By harm, as at emh: high is answered within 24 working hours, the others within five working days");

    private final Purpose purpose;
    private final String title;
    private final String file;
    private final String about;

    Shipped(Purpose purpose, String title, String file, String about) {
        this.purpose = purpose;
        this.title = title;
        this.file = file;
        this.about = about;
    }

    Purpose purpose() {
        return purpose;
    }

    String title() {
        return title;
    }

    Choice choice() {
        return Choice.of(this, title, about);
    }

    /** Its definition, as it would be handed in. */
    public String definition() {
        try (InputStream in = Shipped.class.getResourceAsStream(file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException("The instruments that are shipped are part of the hub", e);
        }
    }
}
