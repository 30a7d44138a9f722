package org.panelhub.meetings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.SQLException;
import java.util.List;
import java.util.UUID;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.panelhub.support.Entered;
import org.panelhub.support.HubRows;
import org.panelhub.support.SignedIn;
import org.panelhub.support.Visitor;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;

@QuarkusTest
@TestSecurity(user = "coordinator")
class AgendaPagesTest {

    private final Visitor visitor = new Visitor();
    private final String reference = TestMeetings.aCase("Dora Heard");

    @AfterEach
    void clear() {
        TestMeetings.clear();
    }

    @Test
    void anAcceptedCaseIsProposedAndPutOnTheAgenda() {
        var meeting = TestMeetings.in(50, "PLANNED");
        var path = "/meetings/" + meeting + "/agenda";
        var page = visitor.page(path);
        var box = page.select(".govuk-checkboxes__item:contains(" + reference + ") input").val();
        assertTrue(box.startsWith("CASE."), page.text());
        var added = visitor.follow(visitor.sendFrom(page, path + "/add", "version", version(page), "propose", box, "propose", "LAST_ACTIONS", "propose", "OTHER_BUSINESS"));
        assertEquals("1. Actions of the last meeting", added.select(".hub-build strong").get(0).text());
        assertEquals("2. " + reference + ", Dora Heard", added.select(".hub-build strong").get(1).text());
        assertEquals("3. Other business", added.select(".hub-build strong").get(2).text());
        assertTrue(added.text().contains("27 minutes; starts 10:00, ends about 10:27"), added.text());
        assertTrue(added.select(".govuk-checkboxes__item:contains(" + reference + ")").isEmpty(), "a case on an agenda ahead is not proposed again");
    }

    @Test
    void whatStandsOnEveryAgendaIsProposedAsThePanelSaysAndPutInItsPlace() {
        var panel = "(select n.id from hub.panel n join hub.partnership p on p.id = n.partnership_id where p.reference_prefix = 'RV' and n.short_name = 'VVP')";
        var before = HubRows.one("select sections::text from hub.terms where panel_id = " + panel);
        HubRows.run("""
                update hub.terms set sections = '[{"kind": "OPENING", "title": "Who asked is heard", "minutes": 6}, {"kind": "NOTE", "title": "Hot spots", "minutes": 15}, {"kind": "CASES", "title": "Cases", "minutes": 0},
                  {"kind": "LAST_ACTIONS", "title": "What was done", "minutes": 20}]' where panel_id = """ + panel);
        try {
            var meeting = TestMeetings.in(52, "PLANNED");
            TestMeetings.hear(meeting, 1, reference);
            TestMeetings.hear(meeting, 2, "RV-7K4QM");
            var path = "/meetings/" + meeting + "/agenda";
            var page = visitor.page(path);
            var every = page.select(".hub-card:contains(Every meeting) .govuk-checkboxes__item").eachText();
            assertEquals(List.of("Who asked is heard 12 min, for 2 cases on this agenda", "Hot spots 15 min, at every meeting"), every.subList(0, 2));
            assertEquals(3, every.size(), "other business is not heard here");
            List<String> all = new java.util.ArrayList<>(List.of("version", version(page)));
            page.select(".hub-card:contains(Every meeting) input[name=propose]").eachAttr("value").reversed().forEach(v -> all.addAll(List.of("propose", v)));
            var added = visitor.follow(visitor.sendFrom(page, path + "/add", all.toArray(String[]::new)));
            assertEquals(List.of("1. Who asked is heard", "2. Hot spots", "3. " + reference + ", Dora Heard", "5. What was done"),
                    added.select(".hub-build strong").eachText().stream().filter(t -> !t.startsWith("4.")).toList());
            assertTrue(added.select(".hub-card:contains(Every meeting)").isEmpty(), "each is proposed once");
        } finally {
            HubRows.run("update hub.terms set sections = '" + before + "' where panel_id = " + panel);
        }
    }

    @Test
    void whatTheLastMeetingDidNotReachIsProposedAnewUntilItIsOnAnAgendaAhead() {
        var held = TestMeetings.in(59, "OPEN");
        var heard = TestMeetings.hear(held, 1, TestMeetings.aCase("Reached Already"));
        TestMeetings.hear(held, 2, reference);
        TestMeetings.turn(held, heard);
        var closing = TestMeetings.aCase("Notice Given");
        TestMeetings.hear(held, 4, closing);
        HubRows.run("update hub.case_file set state = 'CLOSING' where reference = '" + closing + "'");
        HubRows.run("insert into hub.agenda_item (partnership_id, id, meeting_id, panel_id, position, kind, title, minutes_planned) select partnership_id, gen_random_uuid(), id, panel_id, 3, 'NOTE', 'A visit', 7 from hub.meeting where id = '" + held + "'");
        HubRows.run("update hub.meeting set state = 'CLOSED', closed_at = hub.now() where id = '" + held + "'");
        var next = TestMeetings.in(60, "PLANNED");
        var path = "/meetings/" + next + "/agenda";
        var page = visitor.page(path);
        var carried = page.select(".hub-card:contains(Not reached at the last meeting)");
        assertTrue(carried.text().contains(reference + ", Dora Heard 12 min, on the agenda of "), page.text());
        assertTrue(carried.text().contains("A visit 7 min"), carried.text());
        assertTrue(carried.text().contains(closing), "a case of which notice was given is still owed its hearing: " + carried.text());
        assertFalse(page.text().contains("Reached Already"), page.text());
        assertEquals(1, page.select(".govuk-checkboxes__item:contains(" + reference + ")").size(), "it is not proposed as a new case besides");
        List<String> all = new java.util.ArrayList<>(List.of("version", version(page)));
        carried.select("input[name=propose]").eachAttr("value").forEach(v -> all.addAll(List.of("propose", v)));
        var added = visitor.follow(visitor.sendFrom(page, path + "/add", all.toArray(String[]::new)));
        assertEquals(List.of("1. " + reference + ", Dora Heard", "2. A visit", "3. " + closing + ", Notice Given"), added.select(".hub-build strong").eachText());
        assertTrue(added.select(".hub-card:contains(Not reached)").isEmpty(), added.text());
    }

    @Test
    void everythingThatWaitsIsPutOnItInOneGo() {
        var meeting = TestMeetings.in(51, "PLANNED");
        var path = "/meetings/" + meeting + "/agenda";
        var page = visitor.page(path);
        var waits = page.select("input[name=propose]").size();
        var added = visitor.follow(visitor.sendFrom(page, path + "/add", "version", version(page), "all", "true"));
        assertTrue(added.text().contains(waits + " things put on the agenda."), added.text());
        assertTrue(added.select(".hub-build").text().contains(reference) && added.select("input[name=propose]").isEmpty(), added.text());
    }

    @Test
    void aCaseThatCameAfterTheCutOffIsHeardByTheLeaveOfAChairWhoIsTold() {
        var meeting = TestMeetings.in(51, "PLANNED");
        HubRows.run("update hub.meeting set cut_off_on = hub.today() - 1 where id = ?", meeting);
        HubRows.run("delete from hub.outbox where template = 'late case'");
        var path = "/meetings/" + meeting + "/agenda";
        var page = visitor.page(path);
        var all = visitor.follow(visitor.sendFrom(page, path + "/add", "version", version(page), "all", "true"));
        assertFalse(all.select(".hub-build").text().contains(reference), "not with everything that waits: " + all.text());
        var late = all.select(".govuk-radios__item:contains(" + reference + ")");
        assertTrue(late.text().contains("12 min, received "), all.text());
        var box = late.select("input").val();
        var empty = visitor.sendFrom(all, path + "/late", "version", version(all), "chair", "", "reason", "");
        assertEquals(422, empty.statusCode());
        assertEquals(List.of("Choose a case", "Choose who gave leave", "Enter why it cannot wait"), Jsoup.parse(empty.asString()).select(".govuk-error-summary li").eachText());
        var marsh = all.select("#chair option:contains(James Marsh)").val();
        // Shut out of the case, a chair would be told by the mail that there is one.
        TestMeetings.bar(reference, "chair");
        var shut = visitor.sendFrom(all, path + "/late", "version", version(all), "late", box, "chair", marsh, "reason", "The family moves on Friday");
        assertEquals(422, shut.statusCode());
        var again = Jsoup.parse(shut.asString());
        assertTrue(again.select("#chair-error").text().contains("Choose another chair for this case") || again.select("#chair").isEmpty(), again.text());
        HubRows.run("delete from hub.case_bar where case_id = (select id from hub.case_file where reference = ?)", reference);
        var untold = Jsoup.parse(visitor.sendFrom(all, path + "/late", "version", version(all), "late", box, "chair", "", "reason", "The family moves on Friday").asString());
        assertTrue(untold.select("input[value=" + box + "]").hasAttr("checked") && untold.select("#reason").val().equals("The family moves on Friday"), untold.text());
        var stale = visitor.sendFrom(all, path + "/late", "version", "0", "late", box, "chair", marsh, "reason", "The family moves on Friday");
        assertEquals(409, stale.statusCode());
        assertEquals("The family moves on Friday", Jsoup.parse(stale.asString()).select("#reason").val());
        var added = visitor.follow(visitor.sendFrom(untold, path + "/late", "version", version(untold), "late", box, "chair", marsh, "reason", "The family moves on Friday"));
        var told = "Came after the cut-off; heard by leave of Supt James Marsh: The family moves on Friday";
        assertTrue(added.text().contains("The case is on the agenda, by leave of Supt James Marsh.") && added.select(".hub-build li:contains(" + reference + ")").text().contains(told), added.text());
        assertEquals("Supt James Marsh|0", HubRows.one("select string_agg(m.name, ',') || '|' || sum((o.body ~ ?)::int) from hub.outbox o join hub.member m on m.id = o.to_member where o.template = 'late case'", reference + "|Heard|Friday"));
        assertTrue(visitor.follow(visitor.sendFrom(added, path + "/late", "version", version(added), "late", box, "chair", marsh, "reason", "Once more")).text().contains("This case is on an agenda already, or closed."));
        publish(meeting);
        SignedIn.as("police");
        assertTrue(visitor.page("/meetings/" + meeting).text().contains(told));
        SignedIn.as("chair");
        assertEquals(403, visitor.sendFrom(all, path + "/late", "version", version(all), "late", box, "chair", marsh, "reason", "Mine").statusCode(), "whoever prepares the meeting writes it");
    }

    @Test
    void whatCameOnTheDayOfTheCutOffCameInTime() {
        var meeting = TestMeetings.in(51, "PLANNED");
        HubRows.run("update hub.meeting set cut_off_on = hub.today() where id = ?", meeting);
        assertEquals("propose", visitor.page("/meetings/" + meeting + "/agenda").select(".govuk-checkboxes__item:contains(" + reference + ") input").attr("name"));
    }

    @Test
    void whoPreparesWritesNobodyElseThanAChairAsTheGiverOfLeave() throws SQLException {
        var meeting = TestMeetings.in(51, "PLANNED");
        try (var coordinator = Entered.as("coordinator")) {
            assertEquals("42501", coordinator.refusal("""
                    insert into hub.agenda_item (partnership_id, id, meeting_id, panel_id, position, kind, case_id, title, minutes_planned, leave_by, late_reason)
                    select m.partnership_id, gen_random_uuid(), m.id, m.panel_id, 1, 'CASE', c.id, 'x', 5, hub.viewer(), 'x' from hub.meeting m, hub.case_file c where m.id = ? and c.reference = ?""", meeting, reference));
        }
    }

    @Test
    void anEmergencyMeetingIsCalledForCasesThatCameLate() {
        var meeting = TestMeetings.in(51, "PLANNED");
        HubRows.run("update hub.meeting set cut_off_on = hub.today() - 1, out_of_cycle = true, out_of_cycle_reason = 'Threats to kill' where id = ?", meeting);
        var page = visitor.page("/meetings/" + meeting + "/agenda");
        assertEquals("propose", page.select(".govuk-checkboxes__item:contains(" + reference + ") input").attr("name"));
        assertFalse(page.text().contains("after the cut-off"), page.text());
    }

    @Test
    void whoPreparesIsShownWhichItemNeedsADeputyAndNobodyElseIs() {
        var meeting = TestMeetings.in(54, "PUBLISHED");
        TestMeetings.hear(meeting, 1, reference);
        TestMeetings.hear(meeting, 2, "RV-P9ZTG");
        var told = "Item 2, RV-P9ZTG: Children’s services needs a deputy for this item.";
        var path = "/meetings/" + meeting;
        for (var account : List.of("coordinator", "chair")) {
            SignedIn.as(account);
            var page = visitor.page(path);
            assertTrue(page.text().contains(told), page.text());
            assertFalse(page.text().contains("Item 1, ") || page.text().toLowerCase().contains("conflict") || page.text().contains("Related to one of the families"), page.text());
        }
        SignedIn.as("coordinator");
        var builder = visitor.page(path + "/agenda");
        assertTrue(builder.text().contains(told) && builder.select("a[href$=/deputies]").hasText(), builder.text());
        for (var account : List.of("police", "childrens", "analyst")) {
            SignedIn.as(account);
            assertFalse(visitor.page(path).text().contains("deputy"), account);
        }
        // Whoever prepares and is shut out of the case is told nothing of it.
        TestMeetings.bar("RV-P9ZTG", "coordinator");
        try {
            SignedIn.as("coordinator");
            assertFalse(visitor.page(path).text().contains("deputy"));
            assertFalse(visitor.page(path + "/agenda").text().contains("deputy"));
        } finally {
            HubRows.run("delete from hub.case_bar where member_id = (select member_id from hub.sign_in where subject = 'demo-coordinator') and case_id = (select id from hub.case_file where reference = 'RV-P9ZTG')");
        }
    }

    @Test
    void linesMoveUpAndDownAndOffWithButtonsAlone() {
        var meeting = TestMeetings.in(51, "PLANNED");
        TestMeetings.hear(meeting, 1, reference);
        var last = TestMeetings.hear(meeting, 2, "");
        var path = "/meetings/" + meeting + "/agenda";
        var page = visitor.page(path);
        page = visitor.follow(visitor.sendFrom(page, path, "version", version(page), "up", last.toString()));
        assertEquals("1. Other business", page.select(".hub-build strong").first().text());
        page = visitor.follow(visitor.sendFrom(page, path, "version", version(page), "off", last.toString()));
        assertEquals(1, page.select(".hub-build li").size());
    }

    @Test
    void theOrderInWhichTheItemsStandOnThePageIsKeptWithTheTimes() {
        var meeting = TestMeetings.in(56, "PUBLISHED");
        var first = TestMeetings.hear(meeting, 1, reference);
        var second = TestMeetings.hear(meeting, 2, "RV-7K4QM");
        var third = TestMeetings.hear(meeting, 3, "");
        var path = "/meetings/" + meeting + "/agenda";
        var page = visitor.page(path);
        page = visitor.follow(visitor.sendFrom(page, path, "version", version(page), "item", third.toString(), "item", first.toString(), "item", second.toString(), "minutes", "5", "minutes", "20", "minutes", "12"));
        assertEquals(List.of(third.toString(), first.toString(), second.toString()), page.select("input[name=item]").eachAttr("value"));
        assertEquals("20", page.select("#minutes-2").val());
        assertTrue(page.text().contains("Changed since it was published"), page.text());
        // Another item moved by its button, or taken off: what was dragged before stays as it is on the page.
        page = visitor.follow(visitor.sendFrom(page, path, "version", version(page), "item", second.toString(), "item", third.toString(), "item", first.toString(), "down", third.toString()));
        assertEquals(List.of(second.toString(), first.toString(), third.toString()), page.select("input[name=item]").eachAttr("value"));
        page = visitor.follow(visitor.sendFrom(page, path, "version", version(page), "item", third.toString(), "item", second.toString(), "item", first.toString(), "off", second.toString()));
        assertEquals(List.of(third.toString(), first.toString()), page.select("input[name=item]").eachAttr("value"));
    }

    @Test
    void anOrderThatLacksAnItemOrNamesOneTwiceMovesNothing() {
        var meeting = TestMeetings.in(57, "PLANNED");
        var first = TestMeetings.hear(meeting, 1, reference);
        var second = TestMeetings.hear(meeting, 2, "");
        var path = "/meetings/" + meeting + "/agenda";
        var page = visitor.page(path);
        page = visitor.follow(visitor.sendFrom(page, path, "version", version(page), "item", second.toString(), "item", second.toString(), "minutes", "5", "minutes", "5"));
        assertEquals(List.of(first.toString(), second.toString()), page.select("input[name=item]").eachAttr("value"));
        var elsewhere = TestMeetings.hear(TestMeetings.in(58, "PLANNED"), 1, "");
        assertEquals(404, visitor.sendFrom(page, path, "version", version(page), "item", elsewhere.toString(), "minutes", "5").statusCode());
    }

    @Test
    void minutesThatAreNoNumberAreRefusedAndStayAsTyped() {
        var meeting = TestMeetings.in(52, "PLANNED");
        var item = TestMeetings.hear(meeting, 1, reference);
        var path = "/meetings/" + meeting + "/agenda";
        var page = visitor.page(path);
        var answer = visitor.sendFrom(page, path, "version", version(page), "item", item.toString(), "minutes", "soon");
        assertEquals(422, answer.statusCode());
        var shown = Jsoup.parse(answer.asString());
        assertEquals("soon", shown.select("#minutes-1").val());
        assertTrue(shown.select(".govuk-error-summary").text().contains("Minutes of item 1 must be a whole number between 1 and 240"), shown.text());
        var saved = visitor.follow(visitor.sendFrom(page, path, "version", version(page), "item", item.toString(), "minutes", "20"));
        assertEquals("20", saved.select("#minutes-1").val());
    }

    @Test
    void theSecondWriterOfTheSameAgendaIsTold() {
        var meeting = TestMeetings.in(53, "PLANNED");
        var first = TestMeetings.hear(meeting, 1, reference);
        TestMeetings.hear(meeting, 2, "");
        var path = "/meetings/" + meeting + "/agenda";
        var page = visitor.page(path);
        assertEquals(303, visitor.sendFrom(page, path, "version", version(page), "down", first.toString()).statusCode());
        var second = visitor.sendFrom(page, path, "version", version(page), "off", first.toString());
        assertEquals(409, second.statusCode());
        var told = Jsoup.parse(second.asString());
        assertTrue(told.select(".govuk-error-summary").text().contains("You changed this agenda while you had it open. You wanted to take “" + reference + ", Dora Heard” off."), told.text());
        assertEquals(2, told.select(".hub-build li").size());
    }

    @Test
    void whoReceivesTheAgendaAndWhoDoesNotIsNamedWithTheReason() {
        var meeting = TestMeetings.in(54, "PLANNED");
        TestMeetings.hear(meeting, 1, reference);
        var page = visitor.page("/meetings/" + meeting + "/publish");
        assertTrue(page.text().contains("1 item on it.") && page.text().contains("10 members will receive it") && page.text().contains("2 members will not"), page.text());
        assertTrue(page.select("main ul.govuk-list").text().contains("Sgt Daniel Reyes, police"), page.text());
        var others = page.select("table").text();
        assertTrue(others.contains("Harbour Homes") && others.contains("The organisation has no signature in force on the protocol."), others);
        assertTrue(others.contains("noise team") && others.contains("The member has no undertaking in force."), others);
    }

    @Test
    void theAgendaGoesToThoseWithStandingAndTheMailNamesNobody() {
        var meeting = TestMeetings.in(55, "PLANNED");
        TestMeetings.hear(meeting, 1, reference);
        var page = publish(meeting);
        assertTrue(page.text().contains("The agenda is published to 10 members."), page.text());
        assertEquals(10, TestMeetings.count("select count(*) from hub.attendance where meeting_id = ?::uuid", meeting.toString()));
        assertEquals(0, TestMeetings.count("select count(*) from hub.attendance a join hub.sign_in s on s.member_id = a.member_id where a.meeting_id = ?::uuid and s.subject in ('demo-unsigned', 'demo-noise')",
                meeting.toString()));
        var mails = TestMeetings.text("select count(*) || ': ' || min(subject) || min(body) from hub.outbox where once_key like '% agenda/' || ? || '/%'", meeting.toString());
        assertTrue(mails.startsWith("10: OFFICIAL: The agenda of Vulnerable Victims Panel on"), mails);
        assertTrue(mails.contains("/meetings/" + meeting), mails);
        assertFalse(mails.contains("Dora") || mails.contains(reference), mails);
    }

    @Test
    void publishingTwiceWithoutAChangeIsRefusedAndAChangeMakesANewEdition() {
        var meeting = TestMeetings.in(56, "PLANNED");
        TestMeetings.hear(meeting, 1, reference);
        publish(meeting);
        var path = "/meetings/" + meeting;
        var again = visitor.page(path + "/publish");
        assertTrue(visitor.follow(visitor.sendFrom(again, path + "/publish", "version", version(again))).text().contains("published already, and nothing on it has changed"));
        var agenda = visitor.page(path + "/agenda");
        var changed = visitor.follow(visitor.sendFrom(agenda, path + "/agenda/note", "version", version(agenda), "title", "A visit by the fire brigade", "length", "5"));
        assertTrue(changed.text().contains("Added: A visit by the fire brigade"), changed.text());
        assertTrue(changed.text().contains("not sent yet"), changed.text());
        publish(meeting);
        assertEquals(2, TestMeetings.count("select agenda_edition from hub.meeting where id = ?::uuid", meeting.toString()));
        assertTrue(visitor.page(path).text().contains("What changed since it was first published"));
    }

    @Test
    void anEmptyAgendaIsNotPublished() {
        var meeting = TestMeetings.in(57, "PLANNED");
        var path = "/meetings/" + meeting;
        var page = visitor.page(path + "/publish");
        assertTrue(visitor.follow(visitor.sendFrom(page, path + "/publish", "version", version(page))).text().contains("The agenda is empty"));
    }

    private Document publish(UUID meeting) {
        var path = "/meetings/" + meeting;
        var page = visitor.page(path + "/publish");
        return visitor.follow(visitor.sendFrom(page, path + "/publish", "version", version(page)));
    }

    private static String version(Document page) {
        return page.select("input[name=version]").first().val();
    }
}
