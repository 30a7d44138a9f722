package org.panelhub.referrals;

import java.util.List;

/** Kinds of anti-social behaviour to choose from, after the list that landlords benchmark by [Westminster 3], in our own words. */
final class Categories {

    static final List<String> ALL = List.of(
            "Noise",
            "Harassment and intimidation",
            "Hate incidents",
            "Damage to property",
            "Pets and animals",
            "Vehicles",
            "Drugs",
            "Alcohol",
            "Domestic abuse",
            "Physical violence",
            "Rubbish and fly-tipping",
            "Gardens",
            "Misuse of shared areas, or loitering",
            "Sexual acts or sex work in public",
            "Cuckooing or exploitation",
            "Other crime",
            "Something else");

    private Categories() {
    }
}
