package org.panelhub.trigger.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** The decision table of the threshold, in {@code trigger/threshold.txt}, and what it cannot say in a row. */
class ThresholdTest {

    private static final Pattern COMPLAINT = Pattern.compile("([-\\d]+|\\?)>(\\d{4}-\\d\\d-\\d\\d|\\?)(?:=(\\w))?(?:@(\\w+))?(!)?([+-])?");

    @ParameterizedTest(name = "{0} {1}, {2}: {5} {6} ({7})")
    @CsvFileSource(resources = "/trigger/threshold.txt", delimiter = '|', numLinesToSkip = 1, encoding = "UTF-8", maxCharsPerColumn = 1000)
    void theTableOfTheThreshold(String area, String with, LocalDate received, String complaints, String tests, Route route, Threshold.State state, String source) {
        assertFalse(source == null || source.isBlank(), "each row names its source");
        var found = Threshold.of(Area.of(area, with), received, complaints(complaints));
        assertEquals(tests == null ? "" : tests, found.complaints().stream().map(t -> t.standing().name().substring(0, 1).replace("D", "N")).collect(Collectors.joining()), () -> found.complaints().toString());
        assertEquals(state, way(found, route).state(), () -> found.routes().toString());
    }

    @Test
    void theTablesOfThresholdAndClocksAreOfAtLeastSixtyRowsOverAllFiveAreas() throws Exception {
        var rows = new ArrayList<String>();
        for (var table : List.of("/trigger/threshold.txt", "/trigger/clocks.txt")) {
            try (var file = ThresholdTest.class.getResourceAsStream(table)) {
                new String(file.readAllBytes(), StandardCharsets.UTF_8).lines().filter(l -> !l.startsWith("#") && !l.startsWith("area|")).forEach(rows::add);
            }
        }
        assertTrue(rows.size() >= 60, "rows: " + rows.size());
        assertEquals(Set.of("lambeth", "westminster", "gosport", "islington", "statutory"), rows.stream().map(r -> r.substring(0, r.indexOf('|'))).collect(Collectors.toSet()));
    }

    @Test
    void aProcedureThatAsksForMoreThanThreeIsRefusedAndOneForNoneToo() {
        assertEquals(TriggerRules.CEILING, assertThrows(IllegalArgumentException.class, () -> Area.of("statutory", "complaints 4")).getMessage());
        assertThrows(IllegalArgumentException.class, () -> Area.of("statutory", "complaints 0"));
    }

    @Test
    void theHubProposesMetOnlyByFiguresAndLeavesTheRestToAPerson() {
        var three = complaints("2026-07-06>2026-07-06 2026-07-20>2026-07-21 2026-08-03>2026-08-10");
        var received = LocalDate.of(2026, 9, 1);
        var met = Threshold.of(Area.of("statutory"), received, three);
        assertEquals(Threshold.State.MET, met.proposal());
        assertTrue(met.mustBeMet());
        assertEquals(List.of(Route.NUMBER), met.met());
        var fewer = Threshold.of(Area.of("statutory"), received, three.subList(0, 2));
        assertEquals(Threshold.State.JUDGEMENT, fewer.proposal());
        assertFalse(fewer.mustBeMet());
        var bare = new TriggerRules(3, 1, 6, Set.of(), null, null, false, List.of(), 2);
        assertEquals(Threshold.State.NOT_MET, Threshold.of(bare, received, three.subList(0, 2)).proposal());
        var hate = new TriggerRules(3, 1, 6, Set.of(), new TriggerRules.Quota(1, 6), null, false, List.of(), 2);
        var byHate = Threshold.of(hate, received, complaints("2026-07-06>2026-07-06!"));
        assertEquals(Threshold.State.MET, byHate.proposal());
        assertFalse(byHate.mustBeMet(), "the Act compels by the number alone");
    }

    @Test
    void theReasonsSayTheDays() {
        var found = Threshold.of(Area.of("statutory"), LocalDate.of(2026, 9, 10), complaints("2026-03-10>2026-04-10 2026-03-10>2026-03-10 2026-07-06>2026-07-06=a 2026-07-06>2026-07-07=a"));
        assertEquals("It happened on 10 March 2026 and had to be reported by 9 April 2026, within one month; it was reported on 10 April 2026.", found.complaints().get(0).why());
        assertEquals("It was reported on 10 March 2026, so the application had to come by 9 September 2026, within six months; it came on 10 September 2026.", found.complaints().get(1).why());
        assertEquals("The same incident as the report of 6 July 2026 to Police, which counts. One incident counts once, however many were told of it.", found.complaints().get(3).why());
        assertEquals("1 complaint qualifies of the three needed.", way(found, Route.NUMBER).why());
        assertEquals("3 incidents between 10 March 2026 and 6 July 2026.", way(found, Route.PERSISTENCE).why());
        assertEquals("Weigh what was done about it by those who were told: Police.", way(found, Route.ADEQUACY).why());
    }

    @Test
    void theTestIsOfOneComplaintWhateverStandsBesideIt() {
        var received = LocalDate.of(2026, 9, 1);
        var one = complaints("2026-07-06>2026-07-06");
        var alone = Threshold.of(Area.of("gosport"), received, one).complaints().getFirst();
        var more = new ArrayList<>(complaints("2026-01-01>2026-08-01 ?>?"));
        more.addAll(one);
        assertEquals(alone, Threshold.of(Area.of("gosport"), received, more).complaints().getLast());
    }

    @Test
    void aPersonsWordHasItsReason() {
        assertThrows(IllegalArgumentException.class, () -> new Complaint.Ruling(true, " "));
        var ruled = Threshold.of(Area.of("statutory"), LocalDate.of(2026, 9, 1), complaints("2026-07-06>2026-07-06-")).complaints().getFirst();
        assertTrue(ruled.ruled());
        assertEquals("As a person said", ruled.why());
    }

    private static Threshold.Way way(Threshold found, Route route) {
        return found.routes().stream().filter(r -> r.route() == route).findFirst().orElseThrow(() -> new AssertionError("no route " + route));
    }

    private static List<Complaint> complaints(String row) {
        var complaints = new ArrayList<Complaint>();
        for (var each : row == null ? new String[0] : row.split(" ")) {
            var said = COMPLAINT.matcher(each);
            assertTrue(said.matches(), each);
            var incident = said.group(3) == null ? null : UUID.nameUUIDFromBytes(said.group(3).getBytes(StandardCharsets.UTF_8));
            var ruling = said.group(6) == null ? null : new Complaint.Ruling(said.group(6).equals("+"), "As a person said");
            complaints.add(new Complaint(UUID.randomUUID(), day(said.group(1)), day(said.group(2)), "Police", incident, said.group(5) != null, said.group(4), ruling));
        }
        return complaints;
    }

    private static LocalDate day(String said) {
        return said.equals("?") ? null : LocalDate.parse(said);
    }
}
