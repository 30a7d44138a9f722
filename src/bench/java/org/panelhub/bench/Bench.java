package org.panelhub.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.sql.Connection;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

/**
 * What the rule and the record cost: whole pages over HTTP, under the full rule and with every read on record, against the same pages served by a
 * role without row security and without a record; and the SQL behind them. {@code ./mvnw -Pbench verify}. It asserts that both sides show the same,
 * never how fast they are: that is for people to read.
 */
class Bench {

    private static final int CASES = Integer.getInteger("hub.bench.cases", 100_000);
    private static final int VIEWERS = 64;
    private static final int COMPARED = 24;
    private static final int WARM_SECONDS = Integer.getInteger("hub.bench.warm", 60);
    private static final int PAIRS = Integer.getInteger("hub.bench.pairs", 6);
    private static final int WINDOW_SECONDS = 4;

    private final List<String> differences = new ArrayList<>();

    @Test
    void measure() throws Exception {
        try (SignInDesk desk = new SignInDesk(); Load load = new Load();
                BenchDatabase database = BenchDatabase.begin(Map.of("bench.issuer", desk.issuer(), "bench.cases", Integer.toString(CASES)), "data.sql", "plain.sql")) {
            var report = new Report(CASES, PAIRS, WINDOW_SECONDS);
            report.pages(pages(database, desk, load), differences);
            report.write();
            report.sql(new SqlLoad(database).measure(load, PAIRS, 2));
            report.write();
            report.policies(new Policies(database).byCost());
            report.write();
            report.print();
        }
        assertEquals(List.of(), differences, "where the pages differ, their ratio says nothing");
    }

    private List<Load.Measured> pages(BenchDatabase database, SignInDesk desk, Load load) throws Exception {
        try (Served ruled = Served.begin(Side.RULED, database, desk); Served bare = Served.begin(Side.BARE, database, desk)) {
            return pages(database, ruled, bare, load);
        }
    }

    private List<Load.Measured> pages(BenchDatabase database, Served ruled, Served bare, Load load) throws Exception {
        List<Page> pages;
        Map<String, String> cookies = new LinkedHashMap<>();
        try (Connection superuser = database.asSuperuser()) {
            List<String> viewers = Page.viewers(superuser, VIEWERS);
            for (String viewer : viewers) {
                cookies.put(viewer, ruled.cookiesOf(viewer));
            }
            pages = Page.all(superuser, viewers);
        }
        List<Load.Measured> measured = new ArrayList<>();
        try (Lines lines = new Lines(ruled, bare)) {
            for (Page page : pages) {
                load.warm(visiting(page, lines, cookies), WARM_SECONDS / pages.size());
            }
            for (Page page : pages) {
                differences.addAll(page.differences(ruled, bare, cookies, COMPARED));
            }
            for (Page page : pages) {
                load.warm(visiting(page, lines, cookies), 10);
                measured.add(load.measure(page.name(), visiting(page, lines, cookies), PAIRS, WINDOW_SECONDS));
            }
        }
        return measured;
    }

    private static Load.Act visiting(Page page, Lines lines, Map<String, String> cookies) {
        return (side, client, turn) -> {
            var visit = page.visits().get((int) (turn % page.visits().size()));
            var answer = lines.of(side, client).get(visit.path(), cookies.get(visit.subject()));
            if (answer.status() == 503) {
                throw new Load.TurnedAway(visit + " was turned away");
            }
            if (answer.status() != 200) {
                throw new IllegalStateException(visit + " answered " + answer.status() + " under load");
            }
        };
    }
}
