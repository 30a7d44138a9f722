package org.panelhub.meetings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.SQLException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

import org.awaitility.Awaitility;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.panelhub.page.Dates;
import org.panelhub.support.HubDatabase;
import org.panelhub.support.HubRows;
import org.panelhub.support.Visitor;
import org.panelhub.time.WorkingDays;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.restassured.response.Response;

@QuarkusTest
class SeriesPagesTest {

    private static final String PATH = "/meetings/series";
    private static final DateTimeFormatter SAID = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.ENGLISH);

    private final Visitor visitor = new Visitor();
    private final WorkingDays workingDays = new WorkingDays();
    /** A day in the week before Christmas a year ahead, so that the one after it is Christmas Day. */
    private final LocalDate eighteenth = LocalDate.of(LocalDate.now().getYear() + 1, 12, 18);
    private final LocalDate christmas = eighteenth.plusWeeks(1);

    @AfterEach
    void clear() {
        HubRows.run("delete from hub.meeting where venue like 'Series hall%'");
        TestMeetings.clear();
    }

    @Test
    @TestSecurity(user = "coordinator")
    void howThePanelMeetsIsFilledInFromItsArrangement() {
        var page = visitor.page(PATH + "?panel=" + TestMeetings.vvp());
        assertEquals("Vulnerable Victims Panel", page.select("main .govuk-caption-l").text());
        assertEquals("second Thursday", page.select("#rhythm").val());
        assertEquals("10:00", page.select("#time").val());
        assertEquals("Town Hall, room 4", page.select("#venue").val());
        assertTrue(visitor.page("/meetings").select("main a[href=/meetings/series]").size() == 1 && visitor.page("/meetings/new?panel=" + TestMeetings.vvp()).select("main a[href=/meetings/series?panel=" + TestMeetings.vvp() + "]").size() == 1);
    }

    @Test
    @TestSecurity(user = "coordinator")
    void whoSchedulesForSeveralPanelsIsAskedForWhich() {
        var asked = visitor.page(PATH);
        assertEquals("Which panel meets?", asked.select("h1").text());
        assertTrue(asked.select("main form").isEmpty(), asked.text());
        var board = visitor.page(asked.select("main a:contains(ASB Case Review board)").attr("href"));
        assertEquals("third Wednesday", board.select("#rhythm").val());
        assertEquals(PATH, board.select("main a:contains(For another panel)").attr("href"));
    }

    @Test
    @TestSecurity(user = "coordinator")
    void eachDateIsShownWithWhatItMovedFromAndItsDaysCountedBack() {
        var page = shown(Map.of());
        assertEquals(3, page.select(".hub-series li").size(), page.text());
        var moved = page.select(".hub-series li").get(1).text();
        var on = workingDays.onOrAfter(christmas);
        assertTrue(moved.contains(Dates.full(on)), moved);
        assertTrue(moved.contains("Moved from " + Dates.full(christmas) + ", a bank holiday"), moved);
        assertTrue(moved.contains("Cases in by " + Dates.weekday(workingDays.subtract(on, 8)) + ". Agenda out by " + Dates.weekday(workingDays.subtract(on, 5)) + "."), moved);
        assertEquals(3, page.select("input[name^=take-][checked]").size());
        assertEquals(0, planned(), "nothing is planned by looking");
    }

    @Test
    @TestSecurity(user = "coordinator")
    void theTickedDatesArePlannedAndTheOthersAreNot() {
        var page = shown(Map.of());
        var list = visitor.follow(sent(page, "take-2", null));
        assertTrue(list.text().contains("2 meetings of VVP are planned, from " + Dates.full(workingDays.onOrAfter(eighteenth)) + "."), list.text());
        assertEquals(2, planned());
        assertTrue(list.text().contains(Dates.full(workingDays.onOrAfter(eighteenth.plusWeeks(2)))), list.text());
        assertFalse(list.text().contains(Dates.full(workingDays.onOrAfter(christmas))), list.text());
    }

    @Test
    @TestSecurity(user = "coordinator")
    void aDateMayHaveADayATimeAndAVenueOfItsOwn() {
        var own = workingDays.onOrAfter(eighteenth.plusWeeks(3));
        var page = shown(Map.of());
        assertEquals(303, sent(page, "take-1", null, "take-3", null, "date-2-day", "" + own.getDayOfMonth(), "date-2-month", "" + own.getMonthValue(), "date-2-year", "" + own.getYear(), "time-2", "14:30",
                "venue-2", "Series hall, annexe").statusCode());
        assertEquals(own + " 14:30:00 Series hall, annexe", TestMeetings.text("select (starts_at at time zone 'Europe/London')::text || ' ' || venue from hub.meeting where venue like 'Series hall%'"));
        assertEquals(workingDays.subtract(own, 8).toString(), TestMeetings.text("select cut_off_on::text from hub.meeting where venue like 'Series hall%'"));
    }

    @Test
    @TestSecurity(user = "coordinator")
    void aDayOnWhichThePanelMeetsAlreadyIsNotTickedAndIsRefusedUnlessItIsKept() {
        var day = workingDays.onOrAfter(eighteenth);
        TestMeetings.in((int) ChronoUnit.DAYS.between(LocalDate.now(), day), "PLANNED");
        var page = shown(Map.of("time", "15:00"));
        assertTrue(page.select("#take-1[checked]").isEmpty());
        assertTrue(page.select(".hub-series li").first().text().contains("VVP already has a meeting on " + Dates.full(day) + ", at 10:00."), page.text());
        var refused = sent(page, "take-1", "true", "take-3", null, "venue-2", "Series hall, typed");
        assertEquals(422, refused.statusCode());
        var again = Jsoup.parse(refused.asString());
        assertTrue(again.select("#anyway-1-error").text().contains("Date 1: VVP already has a meeting on " + Dates.full(day)), again.text());
        assertEquals("#anyway-1", again.select(".govuk-error-summary a").attr("href"));
        assertEquals("Series hall, typed", again.select("#venue-2").val());
        assertTrue(again.select("#take-3[checked]").isEmpty());
        assertEquals(0, planned(), "all or none");
        assertEquals(303, sent(again, "anyway-1", "true").statusCode());
        assertEquals(2, planned());
    }

    @Test
    @TestSecurity(user = "coordinator")
    void sentAgainItPlansNoDateTwice() {
        var page = shown(Map.of());
        assertEquals(303, sent(page).statusCode());
        var again = sent(page);
        assertEquals(422, again.statusCode());
        assertTrue(Jsoup.parse(again.asString()).select("#date-1-error").text().contains("the panel already meets on " + Dates.full(workingDays.onOrAfter(eighteenth))), again.asString());
        assertEquals(422, sent(page, "anyway-1", "true", "anyway-2", "true", "anyway-3", "true").statusCode(), "at the same moment it is never meant");
        assertEquals(3, planned());
    }

    @Test
    @TestSecurity(user = "coordinator")
    void ofTwoWhoPlanAtOnceTheSecondWaitsAndFindsTheDatesOfTheFirst() throws SQLException {
        var page = shown(Map.of());
        try (var other = HubDatabase.asOwner(); var statement = other.prepareStatement("select pg_advisory_xact_lock(hashtextextended(?, 0))")) {
            other.setAutoCommit(false);
            statement.setString(1, "dates of " + TestMeetings.vvp());
            statement.execute();
            var answer = CompletableFuture.supplyAsync(() -> sent(page));
            Awaitility.await().until(() -> answer.isDone() || TestMeetings.count("select count(*) from pg_locks where locktype = 'advisory' and not granted") > 0);
            assertFalse(answer.isDone(), "it waits");
            TestMeetings.in((int) ChronoUnit.DAYS.between(LocalDate.now(), workingDays.onOrAfter(eighteenth)), "PLANNED");
            other.commit();
            assertEquals(422, answer.join().statusCode());
        }
        assertEquals(0, planned());
    }

    @Test
    @TestSecurity(user = "coordinator")
    void twoOfItsDatesOnOneDayAreAskedAbout() {
        var page = shown(Map.of());
        var first = workingDays.onOrAfter(eighteenth);
        var refused = sent(page, "date-3-day", "" + first.getDayOfMonth(), "date-3-month", "" + first.getMonthValue(), "date-3-year", "" + first.getYear(), "time-3", "15:00");
        assertEquals(422, refused.statusCode());
        assertTrue(Jsoup.parse(refused.asString()).select("#anyway-3-error").text().contains("Date 1 is on the same day."), refused.asString());
        assertEquals(0, planned());
    }

    @Test
    @TestSecurity(user = "coordinator")
    void whatWasChangedCanBeLookedAtBeforeItIsPlanned() {
        var own = workingDays.onOrAfter(eighteenth.plusWeeks(3));
        var checked = sent(shown(Map.of()), "step", "check", "date-2-day", "" + own.getDayOfMonth(), "date-2-month", "" + own.getMonthValue(), "date-2-year", "" + own.getYear());
        assertEquals(200, checked.statusCode());
        var line = Jsoup.parse(checked.asString()).select(".hub-series li").get(1).text();
        assertTrue(line.contains(Dates.full(own)) && line.contains("Cases in by " + Dates.weekday(workingDays.subtract(own, 8))), line);
        assertFalse(line.contains("Moved from"), line);
        assertEquals(0, planned());
        var back = Jsoup.parse(sent(Jsoup.parse(checked.asString()), "step", "back").asString());
        assertEquals("Series hall", back.select("#venue").val());
        assertEquals("3", back.select("#count").val());
    }

    @Test
    @TestSecurity(user = "coordinator")
    void whatIsWrongIsSaidBesideItsFieldAndWhatWasTypedStays() {
        var page = refused(Map.of("rhythm", "when the moon is full", "count", "25", "time", "late", "venue", "", "until-day", "31", "until-month", "2", "until-year", "2027"));
        assertTrue(page.select("#rhythm-error").text().contains("second Thursday"), page.text());
        assertTrue(page.select("#count-error").text().contains("between 1 and 24"), page.text());
        assertTrue(page.select("#time-error").text().contains("must be a time"), page.text());
        assertTrue(page.select("#venue-error").text().contains("Enter a venue, or an online link"), page.text());
        assertTrue(page.select("#until-error").text().contains("must be a real date"), page.text());
        assertEquals(5, page.select(".govuk-error-summary li").size());
        assertEquals("when the moon is full", page.select("#rhythm").val());
        assertEquals("25", page.select("#count").val());
        assertTrue(refused(Map.of("count", "")).select("#count-error").text().contains("Say how many dates, or up to which day"));
        assertTrue(refused(Map.of("from-year", "2020")).select("#from-error").text().contains("today or in the future"));
        assertTrue(refused(Map.of("rhythm", "every week from " + SAID.format(LocalDate.now().plusYears(3)))).select("#rhythm-error").text().contains("No such date falls in that time"));
    }

    @Test
    @TestSecurity(user = "coordinator")
    void aDateThatCannotBeIsSaidBesideItsLine() {
        var page = shown(Map.of());
        var refused = sent(page, "date-1-year", "" + (LocalDate.now().getYear() + 3), "date-2-year", "2020", "time-3", "", "venue-3", "");
        assertEquals(422, refused.statusCode());
        var again = Jsoup.parse(refused.asString());
        assertEquals("Error: Date 1: the date of the meeting must be within two years", again.select("#date-1-error").text());
        assertEquals("Error: Date 2: the date of the meeting must be today or in the future", again.select("#date-2-error").text());
        assertEquals("Error: Date 3: enter start time", again.select("#time-3-error").text());
        assertEquals(3, again.select("details[open]").size(), "what is wrong is not folded away");
        assertEquals("2020", again.select("input[name=date-2-year]").val());
        var none = sent(page, "take-1", null, "take-2", null, "take-3", null);
        assertTrue(none.statusCode() == 422 && Jsoup.parse(none.asString()).select("#take-1-error").text().contains("Tick the dates to plan"), none.asString());
        assertEquals(0, planned());
    }

    @Test
    @TestSecurity(user = "coordinator")
    void upToADayAndNotBeyondTwoYears() {
        var last = eighteenth.plusWeeks(1);
        var page = shown(Map.of("rhythm", "every week from " + SAID.format(eighteenth), "count", "", "until-day", "" + last.getDayOfMonth(), "until-month", "12", "until-year", "" + last.getYear()));
        assertEquals(1, page.select(".hub-series li").size(), "Christmas Day moves past the last day: " + page.text());
        var weekly = shown(Map.of("count", "", "until-day", "18", "until-month", "9", "until-year", "" + (eighteenth.getYear() + 1)));
        assertEquals(24, weekly.select(".hub-series li").size());
        assertTrue(weekly.text().contains("These are the first 24."), weekly.text());
        var ahead = LocalDate.now().plusYears(2).minusWeeks(3);
        var few = shown(Map.of("rhythm", "every week from " + SAID.format(ahead), "from-day", "" + ahead.getDayOfMonth(), "from-month", "" + ahead.getMonthValue(), "from-year", "" + ahead.getYear(), "count", "9"));
        assertTrue(few.text().matches("(?s).*Dates can be planned for two years ahead: these are [123] of 9\\..*"), few.text());
    }

    @Test
    @TestSecurity(user = "police")
    void planningIsForTheCoordinator() {
        assertEquals(403, visitor.answer(PATH).statusCode());
        assertEquals(403, visitor.answer(PATH + "?panel=" + TestMeetings.vvp()).statusCode());
        assertEquals(403, visitor.send("/meetings/" + TestMeetings.today("PUBLISHED"), PATH, "panel", TestMeetings.vvp(), "step", "plan").statusCode());
    }

    @Test
    @TestSecurity(user = "hillside.coordinator")
    void aPanelOfAnotherPartnershipIsNotThere() {
        assertEquals(404, visitor.answer(PATH + "?panel=" + TestMeetings.vvp()).statusCode());
        assertEquals(404, visitor.send(PATH, PATH, "panel", TestMeetings.vvp(), "step", "plan").statusCode());
        assertEquals(404, visitor.send(PATH, PATH, "step", "plan").statusCode());
    }

    /** Three dates a week apart, the middle one said for Christmas Day. */
    private Response asked(Map<String, String> changed) {
        var page = visitor.page(PATH + "?panel=" + TestMeetings.vvp());
        var fields = new HashMap<>(Map.of("rhythm", "every week from " + SAID.format(eighteenth), "from-day", "18", "from-month", "12", "from-year", "" + eighteenth.getYear(), "count", "3", "time", "10:00",
                "venue", "Series hall", "step", "show"));
        fields.putAll(changed);
        return sent(visitor, page, fields);
    }

    private Document shown(Map<String, String> changed) {
        var answer = asked(changed);
        assertEquals(200, answer.statusCode(), answer.asString());
        assertFalse(answer.asString().contains("NOT_FOUND"), answer.asString());
        return Jsoup.parse(answer.asString());
    }

    private Document refused(Map<String, String> changed) {
        var answer = asked(changed);
        assertEquals(422, answer.statusCode(), answer.asString());
        return Jsoup.parse(answer.asString());
    }

    /** The dates as they are shown, but for what is named; null takes a tick away. */
    private Response sent(Document page, String... changed) {
        var fields = new HashMap<String, String>();
        fields.put("step", "plan");
        for (int i = 0; i < changed.length; i += 2) {
            fields.put(changed[i], changed[i + 1]);
        }
        return sent(visitor, page, fields);
    }

    private static Response sent(Visitor visitor, Document page, Map<String, String> changed) {
        var fields = new HashMap<String, String>();
        for (var field : page.select("main form input[name], main form textarea[name]")) {
            if (!field.attr("name").equals("form-token") && (!field.attr("type").equals("checkbox") || field.hasAttr("checked"))) {
                fields.put(field.attr("name"), field.val());
            }
        }
        fields.putAll(changed);
        var sent = new ArrayList<String>();
        fields.forEach((name, value) -> {
            if (value != null) {
                sent.add(name);
                sent.add(value);
            }
        });
        return visitor.sendFrom(page, PATH, sent.toArray(String[]::new));
    }

    private static long planned() {
        return TestMeetings.count("select count(*) from hub.meeting where venue like 'Series hall%'");
    }
}
