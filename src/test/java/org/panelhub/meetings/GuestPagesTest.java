package org.panelhub.meetings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.panelhub.support.Account;
import org.panelhub.support.HubRows;
import org.panelhub.support.SignedIn;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;

@QuarkusTest
@TestSecurity(user = "coordinator")
class GuestPagesTest {

    private static final String LANDLORD = "planted-landlord";

    @AfterEach
    void undo() {
        HubRows.run("delete from hub.guest");
        HubRows.run("delete from hub.outbox where template in ('guest', 'guest ended')");
        HubRows.run("delete from hub.undertaking where member_id in (select id from hub.member where name = ?)", LANDLORD);
        HubRows.run("delete from hub.declaration where member_id in (select id from hub.member where name = ?)", LANDLORD);
        HubRows.run("delete from hub.attendance where member_id in (select id from hub.member where name = ?)", LANDLORD);
        HubRows.run("delete from hub.sign_in where subject = 'demo-planted-landlord'");
        HubRows.run("delete from hub.member_contact where email = 'landlord@harbour.example'");
        HubRows.run("delete from hub.draft where member_id in (select id from hub.member where name = ?)", LANDLORD);
        HubRows.run("delete from hub.member where name = ?", LANDLORD);
        TestMeetings.clear();
        SignedIn.nobody();
    }

    /** Of a body that has signed nothing, without a seat. */
    private static void landlord() {
        HubRows.run("insert into hub.member (partnership_id, id, agency_id, name) select partnership_id, gen_random_uuid(), id, ? from hub.agency where short_name = 'Harbour Homes'", LANDLORD);
        HubRows.run("insert into hub.member_contact (partnership_id, member_id, email) select partnership_id, id, 'landlord@harbour.example' from hub.member where name = ?", LANDLORD);
        HubRows.run("insert into hub.sign_in (issuer, subject, partnership_id, member_id) select (select issuer from hub.sign_in limit 1), 'demo-planted-landlord', partnership_id, id from hub.member where name = ?", LANDLORD);
    }

    @Test
    void itemsForWhichTheSameGuestComesAreBroughtTogether() {
        landlord();
        var third = TestMeetings.aCase("Third Heard");
        UUID meeting = TestMeetings.in(44, "PLANNED");
        TestMeetings.hear(meeting, 1, "RV-7K4QM");
        TestMeetings.hear(meeting, 2, "RV-M2XDT");
        TestMeetings.hear(meeting, 3, third);
        var path = "/meetings/" + meeting;
        var coordinator = Account.as("coordinator");
        for (var reference : List.of("RV-7K4QM", third)) {
            assertFalse(coordinator.page(path + "/agenda").text().contains("one after the other"));
            coordinator.sendAndFollow(path + "/guests", path + "/guests", Map.of("case", HubRows.one("select id from hub.case_file where reference = ?", reference), "guest", "landlord@harbour.example"));
        }
        var page = coordinator.page(path + "/agenda");
        assertTrue(page.text().contains(LANDLORD + " comes as a guest for RV-7K4QM and " + third), page.text());
        var order = page.select("input[name=item]").eachAttr("value");
        var button = page.select("button[name=together]").val();
        var wished = Map.<String, Object>of("version", page.select("input[name=version]").first().val(), "item", order, "together", button);
        var together = coordinator.sendAndFollow(path + "/agenda", path + "/agenda", wished);
        assertEquals(List.of(order.get(0), order.get(2), order.get(1)), together.select("input[name=item]").eachAttr("value"), together.text());
        assertFalse(together.text().contains("one after the other"), together.text());
        assertEquals(409, coordinator.send(path + "/agenda", path + "/agenda", wished).statusCode(), "the second of two writers is told");
    }

    @Test
    void aGuestOfAnUnsignedBodySignsTheUndertakingSeesItsCaseComesAndLosesItAfterwards() {
        landlord();
        UUID meeting = TestMeetings.today("PUBLISHED");
        TestMeetings.hear(meeting, 1, "RV-7K4QM");
        TestMeetings.hear(meeting, 2, "RV-M2XDT");
        var path = "/meetings/" + meeting;
        var coordinator = Account.as("coordinator");
        var file = HubRows.one("select id from hub.case_file where reference = 'RV-7K4QM'");
        assertEquals(422, coordinator.send(path + "/guests", path + "/guests", Map.of("case", "", "guest", "landlord@harbour.example")).statusCode());
        assertTrue(coordinator.sendAndFollow(path + "/guests", path + "/guests", Map.of("case", file, "guest", "landlord@harbour.example")).text().contains("Nothing signed yet"));
        assertTrue(coordinator.send(path + "/guests", path + "/guests", Map.of("case", file, "guest", "landlord@harbour.example")).asString().contains("is invited for this case already"));
        assertTrue(coordinator.send(path + "/guests", path + "/guests", Map.of("case", file, "guest", "police@riverside.example")).asString().contains("is invited already, as a member"));

        var guest = Account.as("planted.landlord");
        assertTrue(guest.page(path).text().contains("sign the undertaking of the panel"));
        assertEquals(404, guest.get("/cases/RV-7K4QM").statusCode());
        assertTrue(guest.page("/").text().contains("undertaking to sign as a guest"));
        var panel = HubRows.one("select panel_id from hub.meeting where id = ?", meeting);
        guest.sendAndFollow("/undertakings/" + panel, "/undertakings/" + panel, Map.of("agree", "true"));
        assertTrue(guest.page("/cases/RV-7K4QM").text().contains("RV-7K4QM"));
        assertEquals(404, guest.get("/cases/RV-M2XDT").statusCode(), "not its item");
        var seen = guest.page(path).text();
        assertTrue(seen.contains("You come as a guest for case RV-7K4QM") && !seen.contains("RV-M2XDT"), seen);
        HubRows.run("update hub.meeting set state = 'OPEN', opened_at = hub.now() where id = ?", meeting);
        guest.sendAndFollow(path + "/declaration", path + "/declaration", Map.of("agree", "true"));
        var room = guest.page(path + "/room").text();
        assertFalse(room.contains("RV-M2XDT") || room.contains("Fitch"), room);

        HubRows.run("update hub.meeting set state = 'CLOSED', closed_at = hub.now() where id = ?", meeting);
        assertEquals(404, guest.get("/cases/RV-7K4QM").statusCode());
        assertTrue(guest.page("/own").text().contains("Plan that you keep as a guest"));
        var id = HubRows.one("select id from hub.guest where meeting_id = ?", meeting);
        coordinator.sendAndFollow(path + "/guests", path + "/guests/" + id + "/end", Map.of());
        assertFalse(guest.page("/own").text().contains("Plan that you keep as a guest"));
    }

    @Test
    void onlyWhoPreparesInvites() {
        UUID meeting = TestMeetings.in(9, "PLANNED");
        TestMeetings.hear(meeting, 1, "RV-7K4QM");
        assertEquals(403, Account.as("police").get("/meetings/" + meeting + "/guests").statusCode());
        assertEquals(404, Account.as("hillside.police").get("/meetings/" + meeting + "/guests").statusCode());
        assertEquals(404, Account.as("coordinator").get("/meetings/00000000-0000-0000-0000-000000000001/guests").statusCode());
        assertTrue(Account.as("coordinator").page("/meetings/" + meeting + "/guests").text().contains("Nobody is invited as a guest."));
        assertEquals(404, Account.as("coordinator").send("/meetings/" + meeting + "/guests", "/meetings/" + meeting + "/guests/00000000-0000-0000-0000-000000000001/end", Map.of()).statusCode());
    }
}
