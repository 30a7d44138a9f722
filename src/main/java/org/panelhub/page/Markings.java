package org.panelhub.page;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The markings of what is shown (Government Security Classifications), the least sensitive first. */
public final class Markings {

    private static final List<String> IN_ORDER = List.of("OFFICIAL", "OFFICIAL-SENSITIVE");

    private Markings() {
    }

    /** A page that shows several things is marked as the most sensitive of them is; null where it shows none. */
    public static String highest(Stream<String> markings) {
        return markings.max(Comparator.comparing(IN_ORDER::indexOf)).orElse(null);
    }
}
