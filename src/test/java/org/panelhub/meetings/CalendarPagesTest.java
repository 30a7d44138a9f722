package org.panelhub.meetings;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.sql.SQLException;
import java.util.List;

import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.panelhub.support.Entered;
import org.panelhub.support.HubRows;
import org.panelhub.support.SignedIn;
import org.panelhub.support.Visitor;

import biweekly.Biweekly;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;

/** The address by which a calendar program follows a member's diary. */
@QuarkusTest
class CalendarPagesTest {

    private final Visitor visitor = new Visitor();

    @AfterEach
    void clear() {
        TestMeetings.clear();
        HubRows.run("update hub.calendar_feed set ended_at = hub.now() where ended_at is null");
        HubRows.run("update hub.member set active = true where name = 'Sgt Daniel Reyes'");
        HubRows.run("delete from hub.guest where member_id = (select id from hub.member where name = 'Ella Wood')");
        HubRows.run("delete from hub.case_bar where reason = 'calendar test'");
    }

    /** Makes an address on the page, as the account that is signed in. */
    private String made() {
        var answer = visitor.send("/calendar", "/calendar/address");
        assertEquals(200, answer.statusCode());
        return URI.create(Jsoup.parse(answer.asString()).select("code").text()).getPath();
    }

    /** As a program reads it that has not signed in; empty where there is nothing. */
    private static List<String> read(String path) {
        SignedIn.nobody();
        var answer = given().get(path);
        if (answer.statusCode() == 404) {
            return List.of();
        }
        assertEquals(200, answer.statusCode());
        assertTrue(answer.contentType().startsWith("text/calendar"), answer.contentType());
        return Biweekly.parse(answer.asString()).first().getEvents().stream().map(e -> e.getUid().getValue().replace("@panelhub", "")).sorted().toList();
    }

    @Test
    @TestSecurity(user = "police")
    void anAddressIsShownOnceAndANewOneEndsTheOneBefore() {
        assertTrue(visitor.page("/calendar").select("main").text().contains("Make an address"));
        var meeting = TestMeetings.in(19, "PLANNED");
        var first = made();
        assertTrue(read(first).contains(meeting.toString()));
        SignedIn.as("police");
        var page = visitor.page("/calendar");
        assertFalse(page.text().contains("/calendar-feed/"), page.text());
        assertTrue(page.select("main").text().contains("It cannot be shown again."), page.text());
        var second = made();
        assertNotEquals(first, second);
        assertEquals(List.of(), read(first));
        assertTrue(read(second).contains(meeting.toString()));
        SignedIn.as("police");
        visitor.done("/calendar", "/calendar/end");
        assertEquals(List.of(), read(second));
    }

    @Test
    @TestSecurity(user = "police")
    void aClosedAccountHasNoCalendarAndAWrongAddressIsNotKept() {
        var address = made();
        assertFalse(read(address).isEmpty());
        HubRows.run("update hub.member set active = false where name = 'Sgt Daniel Reyes'");
        assertEquals(List.of(), read(address));
        var wrong = address.replaceFirst(".{8}\\.ics$", "wrong123.ics");
        assertEquals(404, given().get(wrong).statusCode());
        assertEquals("0", HubRows.one("select count(*) from audit.entry where subject like '%wrong123%' or failed like '%wrong123%'"));
    }

    @Test
    @TestSecurity(user = "police")
    void theFeedHoldsWhatTheDiaryHoldsForEachKindOfMember() throws SQLException {
        var observed = TestMeetings.in(21, "PLANNED");
        TestMeetings.invite(observed, "observer", "OBSERVER");
        var meeting = TestMeetings.in(22, "PUBLISHED");
        var reference = TestMeetings.aCase("Dora Feed");
        TestMeetings.hear(meeting, 1, reference);
        HubRows.run("insert into hub.guest (partnership_id, id, meeting_id, panel_id, case_id, member_id) select m.partnership_id, gen_random_uuid(), m.id, m.panel_id, c.id, (select id from hub.member where name = 'Ella Wood') "
                + "from hub.meeting m join hub.case_file c on c.panel_id = m.panel_id and c.reference = ? where m.id = ?", reference, meeting);
        for (var account : List.of("police", "chair", "coordinator", "unsigned", "observer", "probation", "police.other", "admin", "hillside.police")) {
            SignedIn.as(account);
            assertEquals(diary(account), read(made()), account);
        }
        assertTrue(diary("probation").contains(meeting.toString()), "a guest has the date");
        assertTrue(diary("observer").contains(observed.toString()), "so has an observer");
        HubRows.run("insert into hub.case_bar (partnership_id, id, case_id, panel_id, member_id, reason) select c.partnership_id, gen_random_uuid(), c.id, c.panel_id, (select id from hub.member where name = 'Ella Wood'), 'calendar test' "
                + "from hub.case_file c where c.reference = ?", reference);
        SignedIn.as("probation");
        assertEquals(diary("probation"), read(made()));
        assertFalse(diary("probation").contains(meeting.toString()), "who is shut out of the case is no guest of it");
    }

    private static List<String> diary(String account) throws SQLException {
        try (var member = Entered.as(account)) {
            return member.all("select id::text from hub.meeting where starts_at > hub.now() - interval '1 year' order by 1");
        }
    }

    @Test
    @TestSecurity(user = "police")
    void aFeedNamesNoCase() {
        var meeting = TestMeetings.in(23, "PUBLISHED");
        var reference = TestMeetings.aCase("Dora Unnamed");
        TestMeetings.hear(meeting, 1, reference);
        var address = made();
        SignedIn.nobody();
        var text = given().get(address).asString().replace("\r\n ", "");
        assertTrue(text.contains(meeting.toString()), text);
        assertFalse(text.contains(reference) || text.contains("Dora"), text);
        assertFalse(text.contains("Reyes"), text);
    }
}
