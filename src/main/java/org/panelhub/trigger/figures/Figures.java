package org.panelhub.trigger.figures;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.hibernate.Session;
import org.panelhub.access.HubService;
import org.panelhub.time.HubClock;
import org.panelhub.trigger.Received;
import org.panelhub.trigger.apply.Areas;
import org.panelhub.trigger.procedure.TriggerArrangements;

import jakarta.enterprise.context.ApplicationScoped;

/** What areas publish, read through doors, as the public has no account. */
@ApplicationScoped
class Figures {

    private static final Map<String, String> KINDS = kinds();

    private final Session rows;
    private final Areas areas;
    private final HubClock clock;
    private final TriggerArrangements arrangements;

    Figures(Session rows, Areas areas, HubClock clock, TriggerArrangements arrangements) {
        this.rows = rows;
        this.areas = areas;
        this.clock = clock;
        this.arrangements = arrangements;
    }

    record Row(String area, int year, String what, int number) {
    }

    List<AreaProcedure> procedures() {
        return areas.published().stream().map(area -> {
            var published = arrangements.published(Areas.SERVICE, area.key());
            return new AreaProcedure(area, published.map(p -> p.during().from()).orElse(null), published.map(p -> p.rules()).orElseGet(arrangements::theActAlone));
        }).toList();
    }

    /** Every area with all its years, those without anything in them too, from its first application on. A year of which no month has ended is none yet. */
    List<AreaFigures> all() {
        var published = areas.published();
        var today = HubService.as(Areas.SERVICE, clock::now).toLocalDate();
        var counted = new HashMap<String, Map<Integer, Map<String, Integer>>>();
        HubService.as(Areas.SERVICE, () -> rows.createNativeQuery("select area, year, what, number from access.trigger_figures()", Row.class).getResultList())
                .forEach(row -> counted.computeIfAbsent(row.area, a -> new HashMap<>()).computeIfAbsent(row.year, y -> new HashMap<>()).put(row.what, row.number));
        return published.stream().map(area -> new AreaFigures(area, years(counted.getOrDefault(area.key(), Map.of()), today))).toList();
    }

    private static List<YearFigures> years(Map<Integer, Map<String, Integer>> counted, LocalDate today) {
        var until = today.withDayOfMonth(1).minusDays(1);
        int newest = YearFigures.yearOf(until);
        boolean running = newest == YearFigures.yearOf(today);
        var years = new ArrayList<YearFigures>();
        for (int year = newest; year >= counted.keySet().stream().mapToInt(Integer::intValue).min().orElse(newest); year--) {
            boolean ended = year < newest || !running;
            var of = counted.getOrDefault(year, Map.of());
            years.add(new YearFigures(year, ended ? null : until, of.getOrDefault("APPLICATIONS", 0), of.getOrDefault("NOT_MET", 0), of.getOrDefault("REVIEWS", 0),
                    of.getOrDefault("RECOMMENDED", 0), !ended || of.getOrDefault("APPLICATIONS", 0) == 0 ? List.of() : List.of(breakdown("How it was received", "HOW ", Arrays.stream(Received.values()).map(Enum::name).toList(), ways(), of),
                            breakdown("Who applied", "KIND ", List.copyOf(KINDS.keySet()), KINDS, of))));
        }
        return years;
    }

    private static YearFigures.Breakdown breakdown(String by, String prefix, List<String> keys, Map<String, String> names, Map<String, Integer> of) {
        var shown = Suppression.of(keys.stream().map(key -> of.getOrDefault(prefix + key, 0)).toList());
        var parts = new ArrayList<YearFigures.Part>();
        for (int i = 0; i < keys.size(); i++) {
            parts.add(new YearFigures.Part(names.get(keys.get(i)), shown.get(i).isEmpty(), shown.get(i).orElse(0)));
        }
        return new YearFigures.Breakdown(by, parts);
    }

    private static Map<String, String> ways() {
        var ways = new HashMap<String, String>();
        Arrays.stream(Received.values()).forEach(r -> ways.put(r.name(), r.label()));
        return ways;
    }

    private static Map<String, String> kinds() {
        var kinds = new java.util.LinkedHashMap<String, String>();
        kinds.put("PERSON", "A person for themselves");
        kinds.put("THIRD_PARTY", "Somebody for another person");
        kinds.put("BUSINESS", "A business or charity");
        kinds.put("GROUP", "A group of people");
        return kinds;
    }
}
