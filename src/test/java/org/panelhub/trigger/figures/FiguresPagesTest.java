package org.panelhub.trigger.figures;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.panelhub.support.Entered;
import org.panelhub.support.HubRows;
import org.panelhub.support.ReadingAge;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;

@QuarkusTest
class FiguresPagesTest {

    private static final List<String> WAYS = List.of("ONLINE", "TELEPHONE", "LETTER", "EMAIL", "IN_PERSON");
    private static final List<String> KINDS = List.of("PERSON", "THIRD_PARTY", "BUSINESS", "GROUP");
    private static final String MARK = "planted for figures";

    @Inject
    Figures figures;

    private final List<String> addedSchemes = new ArrayList<>();
    private LocalDate today;

    @BeforeEach
    void areas() {
        today = LocalDate.parse(HubRows.one("select hub.today()"));
        for (var prefix : List.of("RV", "HS")) {
            if (HubRows.one("select 1 from hub.trigger_scheme s join hub.partnership p on p.id = s.partnership_id where p.reference_prefix = ?", prefix) == null) {
                var id = UUID.randomUUID();
                HubRows.run("""
                        insert into hub.trigger_scheme (partnership_id, id, panel_id, area, area_name, open, contact_team, telephone, hours, email, further_body)
                        select p.id, ?, (select x.id from hub.panel x where x.partnership_id = p.id order by x.name limit 1), 'area-' || lower(p.reference_prefix), p.name, true, 'Community safety team', '020 7946 0000', 'Monday to Friday, 9 to 5',
                          'safer@area.example', 'the police and crime commissioner' from hub.partnership p where p.reference_prefix = ?""", id, prefix);
                addedSchemes.add(id.toString());
            }
        }
    }

    @AfterEach
    void undo() {
        HubRows.clock("interval '0'");
        HubRows.run("delete from hub.trigger_event where note = ?", MARK);
        HubRows.run("delete from hub.trigger where happening = ?", MARK);
        HubRows.run("delete from hub.trigger_arrangement where amber_days = 17");
        addedSchemes.forEach(id -> HubRows.run("delete from hub.trigger_scheme where id = ?::uuid", id));
    }

    /** The four numbers of section 104(9), against the same told a second time, row by row, for histories drawn at random. */
    @Test
    void theFiguresAreWhatOneCountsByHand() {
        for (long seed : new long[] { 1, 2, 3, System.nanoTime() }) {
            var random = new Random(seed);
            for (int n = 0; n < 40; n++) {
                history(random);
            }
            for (int months : new int[] { 0, 1, 5 }) {
                HubRows.clock("interval '" + months + " months'");
                compare("seed " + seed + ", " + months + " months on");
            }
            HubRows.clock("interval '0'");
        }
    }

    @Test
    void inAprilTheYearThatHasJustEndedStandsFirstAndInMayTheNextSoFar() {
        application("RV", today.minusDays(1), "ONLINE", "PERSON");
        int begun = YearFigures.yearOf(today) + 1;
        HubRows.clock("interval '" + (LocalDate.of(begun, 4, 10).toEpochDay() - today.toEpochDay()) + " days'");
        for (var area : figures.all()) {
            assertEquals(begun - 1, area.years().getFirst().year(), area.area().key());
            assertTrue(area.years().getFirst().ended(), "of April nothing is counted before it has ended");
        }
        HubRows.clock("interval '" + (LocalDate.of(begun, 5, 10).toEpochDay() - today.toEpochDay()) + " days'");
        for (var area : figures.all()) {
            assertEquals(begun, area.years().getFirst().year(), area.area().key());
            assertEquals(LocalDate.of(begun, 4, 30), area.years().getFirst().until());
        }
    }

    private void compare(String when) {
        var now = LocalDate.parse(HubRows.one("select hub.today()"));
        for (var area : figures.all()) {
            var counted = byHand(area.area().key(), now);
            for (var year : area.years()) {
                var label = when + ", " + area.area().key() + ", " + year.name();
                var by = counted.getOrDefault(year.year(), new int[4]);
                assertEquals(List.of(by[0], by[1], by[2], by[3]), List.of(year.applications(), year.notMet(), year.reviews(), year.recommended()), label);
                assertTrue(year.recommended() <= year.reviews(), label);
                for (var breakdown : year.breakdowns()) {
                    int shown = breakdown.parts().stream().mapToInt(YearFigures.Part::number).sum();
                    assertTrue(breakdown.hides() ? shown < year.applications() : shown == year.applications(), label + ": " + breakdown);
                }
            }
            assertTrue(area.years().stream().map(YearFigures::year).toList().containsAll(counted.keySet()), when);
        }
    }

    /** Year: applications, not met, reviews, recommended. */
    private static Map<Integer, int[]> byHand(String area, LocalDate now) {
        var counted = new HashMap<Integer, int[]>();
        var until = now.withDayOfMonth(1);
        for (var line : HubRows.all("select t.id || ' ' || t.received_on from hub.trigger t join hub.trigger_scheme s on s.partnership_id = t.partnership_id where s.area = ?", area)) {
            count(counted, LocalDate.parse(line.split(" ")[1]), until, 0);
            LocalDate first = null;
            boolean recommended = false;
            for (var event : HubRows.all("select kind || ' ' || on_day from hub.trigger_event where trigger_id = ?::uuid", line.split(" ")[0])) {
                var day = LocalDate.parse(event.split(" ")[1]);
                switch (event.split(" ")[0]) {
                    case "NOT_MET" -> count(counted, day, until, 1);
                    case "REVIEWED" -> first = first == null || day.isBefore(first) ? day : first;
                    case "RECOMMENDED" -> recommended = true;
                    default -> {
                    }
                }
            }
            if (first != null) {
                count(counted, first, until, 2);
                if (recommended) {
                    count(counted, first, until, 3);
                }
            }
        }
        return counted;
    }

    private static void count(Map<Integer, int[]> counted, LocalDate day, LocalDate until, int which) {
        if (day.isBefore(until)) {
            counted.computeIfAbsent(day.getMonthValue() >= 4 ? day.getYear() : day.getYear() - 1, y -> new int[4])[which]++;
        }
    }

    private void history(Random random) {
        var received = today.minusDays(random.nextInt(1200));
        var id = application(random.nextInt(3) == 0 ? "HS" : "RV", received, WAYS.get(random.nextInt(random.nextBoolean() ? 5 : 2)), KINDS.get(random.nextInt(random.nextBoolean() ? 4 : 1)));
        var day = received;
        for (int n = random.nextInt(6); n > 0; n--) {
            day = day.plusDays(random.nextInt(60));
            if (!day.isAfter(today)) {
                event(id, List.of("ACKNOWLEDGED", "NOT_MET", "MET", "REVIEWED", "REVIEWED", "RECOMMENDED", "WITHDRAWN").get(random.nextInt(7)), day);
            }
        }
    }

    private static UUID application(String prefix, LocalDate received, String how, String kind) {
        var id = UUID.randomUUID();
        HubRows.run("""
                insert into hub.trigger (partnership_id, id, panel_id, reference, received_on, received_how, applicant_kind, subject, happening)
                select s.partnership_id, ?, s.panel_id, '', ?::date, ?, ?, 'planted', ? from hub.trigger_scheme s join hub.partnership p on p.id = s.partnership_id where p.reference_prefix = ?""", id, received.toString(), how, kind, MARK, prefix);
        return id;
    }

    private static void event(UUID trigger, String kind, LocalDate on) {
        HubRows.run("insert into hub.trigger_event (partnership_id, id, trigger_id, panel_id, kind, on_day, note) select partnership_id, gen_random_uuid(), id, panel_id, ?, ?::date, ? from hub.trigger where id = ?", kind, on.toString(), MARK, trigger);
    }

    @Test
    void anybodyReadsTheFiguresAsChartTableAndFile() {
        var lastYear = LocalDate.of(YearFigures.yearOf(today) - 1, 4, 1);
        for (int n = 0; n < 7; n++) {
            application("RV", lastYear, "ONLINE", "PERSON");
        }
        var reviewed = application("RV", lastYear.plusMonths(11).plusDays(30), "TELEPHONE", "GROUP");
        event(reviewed, "REVIEWED", lastYear.plusYears(1).minusDays(1));
        event(reviewed, "REVIEWED", lastYear.plusYears(1).plusDays(1));
        var page = page("/community-trigger/figures");
        assertEquals("How often people asked - Community trigger", page.title());
        var name = HubRows.one("select s.area_name from hub.trigger_scheme s join hub.partnership p on p.id = s.partnership_id where p.reference_prefix = 'RV'");
        var table = page.select("table").stream().filter(t -> t.select("caption").text().equals("All numbers for " + name)).findFirst().orElseThrow();
        var row = table.select("tbody tr").stream().filter(r -> r.text().startsWith("April " + lastYear.getYear() + " to March")).findFirst().orElseThrow();
        int applications = Integer.parseInt(row.select("td").get(0).text());
        assertTrue(applications >= 8, row.text());
        var bars = page.select("h2:contains(" + name + ") ~ h3:contains(Applications) + ul").first();
        assertTrue(bars.text().contains("April " + lastYear.getYear() + " to March " + (lastYear.getYear() + 1) + " " + applications), bars.text());
        assertFalse(bars.select("svg rect").isEmpty());
        var how = page.select("table").stream().filter(t -> t.select("caption").text().startsWith("How it was received, " + name + ", April " + lastYear.getYear())).findFirst().orElseThrow();
        assertEquals("not shown", how.select("tr:contains(By telephone) td").text());
        assertFalse(how.select("tbody tr").stream().anyMatch(r -> r.select("td").text().matches("[1-4]")), how.text());
        var file = given().get(page.select("a[href$=/csv]").attr("href"));
        assertEquals("text/csv;charset=UTF-8", file.contentType());
        assertTrue(new String(file.asByteArray(), StandardCharsets.UTF_8).contains("\r\n" + name + ",April " + lastYear.getYear() + " to March " + (lastYear.getYear() + 1) + ",31 March " + (lastYear.getYear() + 1) + ",Applications," + applications + "\r\n"),
                file.asString());
        assertTrue(file.asString().contains("How it was received: By telephone,not shown"), file.asString());
    }

    @Test
    void ofTheYearThatRunsNobodySeesASingleApplicationComeIn() {
        application("RV", today, "ONLINE", "PERSON");
        var before = now();
        application("RV", today, "IN_PERSON", "BUSINESS");
        assertEquals(before, now());
        HubRows.clock("interval '" + (ChronoUnit.DAYS.between(today, today.plusMonths(1).withDayOfMonth(1)) + 1) + " days'");
        assertNotEquals(before, now(), "told with the month");
        assertTrue(figures.all().getFirst().years().getFirst().breakdowns().isEmpty(), "and not by kind until the year has ended");
    }

    private String now() {
        return figures.all().stream().map(a -> a.years().stream().filter(y -> y.year() == YearFigures.yearOf(today)).map(y -> y.applications() + "").findFirst().orElse("")).toList().toString();
    }

    @Test
    void anybodyReadsByWhatAnAreaDecidesAndWhomToAsk() {
        var own = HubRows.one("select count(*) from hub.trigger_arrangement a join hub.partnership p on p.id = a.partnership_id where p.reference_prefix = 'RV' and a.during @> hub.today()").equals("1");
        if (!own) {
            assertTrue(page("/community-trigger/arrangements").text().contains("Three reports of the behaviour are enough."));
            assertTrue(page("/community-trigger/arrangements").text().contains("This area has not set rules of its own."));
            HubRows.run("""
                    insert into hub.trigger_arrangement (partnership_id, id, during, complaints, report_months, apply_months, weighed, discretion, spans, amber_days)
                    select id, gen_random_uuid(), daterange(hub.today() - 30, null), 2, 1, 6, array['HARM'], true, '[{"stage": "ACKNOWLEDGEMENT", "days": 2, "unit": "WORKING_DAYS", "from": "RECEIPT"}]', 17 from hub.partnership where reference_prefix = 'RV'""");
            var page = page("/community-trigger/arrangements");
            assertTrue(page.text().contains("Two reports of the behaviour are enough."), page.text());
            assertTrue(page.text().contains("within 2 working days of"), page.text());
        }
        var page = page("/community-trigger/arrangements");
        assertTrue(page.text().contains("Community safety team") && page.text().contains("020 7946 0000"), page.text());
        for (var path : List.of("/community-trigger/figures", "/community-trigger/arrangements")) {
            var age = ReadingAge.of(page(path));
            System.out.println("[reading age] " + path + ": " + age);
            assertTrue(age.age() <= 11, path + ": " + age + " " + ReadingAge.longWords(page(path)));
        }
    }

    @Test
    void theDoorsAreForThePublicPagesAloneAndTellNumbersOnly() throws SQLException {
        application("RV", today.minusMonths(2), "ONLINE", "PERSON");
        var doors = List.of("select * from access.trigger_published()", "select * from access.trigger_figures()", "select * from access.trigger_procedure('area-rv')");
        try (var police = Entered.as("police"); var nobody = Entered.nobody(); var other = Entered.service("mail"); var open = Entered.service("community trigger")) {
            for (var door : doors) {
                assertEquals("42501", police.refusal(door), door);
                assertEquals("42501", nobody.refusal(door), door);
                assertEquals("42501", other.refusal(door), door);
                assertEquals("", open.refusal(door), door);
            }
            assertEquals(List.of(), open.all("select what from access.trigger_figures() where what !~ '^(APPLICATIONS|NOT_MET|REVIEWS|RECOMMENDED|HOW [A-Z_]+|KIND [A-Z_]+)$'"));
        }
        HubRows.run("update hub.trigger_scheme set open = false where partnership_id = (select id from hub.partnership where reference_prefix = 'HS')");
        try (var open = Entered.service("community trigger")) {
            assertEquals("0", open.one("select count(*) from access.trigger_published() where partnership like 'Safer Hillside%'"), "an area that takes none and never did says nothing yet");
            assertEquals("1", open.one("select count(*) from access.trigger_published() where partnership like 'Safer Riverside%'"));
        } finally {
            HubRows.run("update hub.trigger_scheme set open = true where partnership_id = (select id from hub.partnership where reference_prefix = 'HS')");
        }
    }

    private static Document page(String path) {
        var answer = given().get(path);
        assertEquals(200, answer.statusCode(), answer.asString());
        assertFalse(answer.asString().contains("NOT_FOUND"), answer.asString());
        assertEquals("no-referrer", answer.header("Referrer-Policy"));
        return Jsoup.parse(answer.asString());
    }
}
