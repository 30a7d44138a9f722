package org.panelhub.minutes;

import java.util.EnumMap;
import java.util.Map;

import org.panelhub.panels.MinutesPart;
import org.panelhub.panels.TermsOfReference;

/**
 * The template of a panel's minutes: which parts it has, where each stands and what it is headed, by the terms of reference of the day of
 * the meeting. Places are numbers with room between them, so that what is added later finds its place.
 */
final class Layout {

    /** A note on no case stands after everything else. */
    static final int CLOSING_NOTE = 9_900_000;
    private static final int EACH_PART = 1_000;
    private static final int FIRST_CASE = 10_000;
    private static final int EACH_CASE = 1_000;
    private static final int AFTER_CASES = 9_000_000;
    private static final int EACH_PART_AFTER = 10_000;
    /** Within a case: room for what a part usually has, and for many items of information. The rest stands at its last place. */
    private static final int ROOM = 70;
    private static final int ROOM_FOR_INFORMATION = 500;
    private static final int NOTES = 950;

    private final Map<Heading, String> titles = new EnumMap<>(Heading.class);
    private final Map<Heading, Integer> first = new EnumMap<>(Heading.class);
    private final Map<Heading, Integer> end = new EnumMap<>(Heading.class);

    Layout(TermsOfReference terms) {
        boolean after = false;
        int at = EACH_PART;
        for (var part : terms.parts(false)) {
            if (part.part() == MinutesPart.CASES) {
                after = true;
                at = AFTER_CASES;
                continue;
            }
            int room = after ? EACH_PART_AFTER : EACH_PART;
            put(Heading.valueOf(part.part().name()), part.heading(), at, room);
            at += room;
        }
        int within = 0;
        for (var part : terms.parts(true)) {
            var heading = Heading.valueOf(part.part().name());
            int room = heading == Heading.INFORMATION ? ROOM_FOR_INFORMATION : ROOM;
            put(heading, part.heading(), within, room);
            within += room;
        }
    }

    private void put(Heading heading, String title, int at, int room) {
        titles.put(heading, title);
        first.put(heading, at);
        end.put(heading, at + room);
    }

    boolean has(Heading heading) {
        return titles.containsKey(heading);
    }

    /** Its heading here; the usual one for what was written before the panel left it out. */
    String title(Heading heading) {
        return titles.getOrDefault(heading, heading.usual());
    }

    /** The first place of a part; of one within a case, counted from the place of the case. What has no part stands after the cases. */
    int first(Heading heading) {
        return first.getOrDefault(heading, AFTER_CASES);
    }

    /** The place behind its last. */
    int end(Heading heading) {
        return end.getOrDefault(heading, AFTER_CASES + EACH_PART_AFTER);
    }

    /** Where a case begins, by its position on the agenda. */
    static int ofCase(int position) {
        return FIRST_CASE + position * EACH_CASE;
    }

    static int notesOfCase(int position) {
        return ofCase(position) + NOTES;
    }
}
