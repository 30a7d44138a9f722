package org.panelhub.cases.emergency;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;

import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.panelhub.support.Account;
import org.panelhub.support.HubRows;
import org.panelhub.support.SignedIn;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;

@QuarkusTest
@TestSecurity(user = "idva")
class EmergencyPagesTest {

    private static final String REASON = "A neighbour has heard a threat to kill.";

    @AfterEach
    void undo() {
        HubRows.run("delete from hub.emergency_review where emergency_id in (select id from hub.emergency where reason = ?)", REASON);
        HubRows.run("delete from hub.emergency where reason = ?", REASON);
        HubRows.run("delete from hub.outbox where template = 'emergency'");
        SignedIn.nobody();
    }

    @Test
    void theDutyOfficerFindsTheCaseByNameOpensItReadsItAndClosesIt() {
        var duty = Account.as("idva");
        assertEquals(404, duty.get("/cases/RV-7K4QM").statusCode());
        var found = Jsoup.parse(duty.send("/emergencies/new", "/emergencies/find", Map.of("given", "Martha", "family", "Okoro", "born-day", "14", "born-month", "3", "born-year", "1959")).asString());
        assertEquals("RV-7K4QM", found.select("input[name=reference]").attr("value"), found.text());
        assertFalse(found.text().contains("door"), "nothing of the case");
        var file = duty.sendAndFollow("/emergencies/new", "/emergencies/new", Map.of("reference", "RV-7K4QM", "reason", REASON, "hours", "2"));
        assertTrue(file.text().contains("The case is open to you for 2 hours."), file.text());
        assertTrue(file.text().contains("Do not leave a message."), "how the person is safely contacted: " + file.text());
        var information = duty.page("/cases/RV-7K4QM/information").text();
        assertTrue(information.contains("Four calls from the address"), information);
        assertFalse(information.contains("Medication history") || information.contains("A warning was given") || information.contains("named associate"), information);
        assertTrue(duty.page("/cases/RV-7K4QM/access").text().contains("You opened it in an emergency"));
        assertEquals(200, duty.get("/cases/RV-7K4QM/plan").statusCode());
        assertEquals(200, duty.get("/cases/RV-7K4QM/actions").statusCode());
        assertEquals(403, duty.get("/cases/RV-7K4QM/edit").statusCode());
        assertEquals("emergency", HubRows.one("select distinct capacity from audit.entry where member_id = (select id from hub.member where name = 'Ruth Salmon') and kind = 'case_file' and act = 'READ' and case_id = (select id from hub.case_file where reference = 'RV-7K4QM') and at > (select opened_at from hub.emergency where reason = ?)", REASON));
        var id = HubRows.one("select id from hub.emergency where reason = ?", REASON);
        assertTrue(duty.page("/emergencies/new").text().contains("is open to you until"));
        duty.sendAndFollow("/emergencies/new", "/emergencies/" + id + "/close", Map.of());
        assertEquals(404, duty.get("/cases/RV-7K4QM").statusCode());
    }

    @Test
    void itIsReviewedByThoseWhoAnswerForIt() {
        Account.as("idva").sendAndFollow("/emergencies/new", "/emergencies/new", Map.of("reference", "RV-7K4QM", "reason", REASON, "hours", "1"));
        var id = HubRows.one("select id from hub.emergency where reason = ?", REASON);
        var lead = Account.as("infolead");
        assertTrue(lead.page("/").text().contains("case was opened in an emergency"));
        assertTrue(lead.page("/emergencies").text().contains("Open now"));
        var open = lead.page("/emergencies/" + id).text();
        assertTrue(open.contains(REASON) && open.contains("Ruth Salmon"), open);
        assertFalse(open.contains("Okoro"), "nothing of the case: " + open);
        var missing = lead.send("/emergencies/" + id, "/emergencies/" + id, Map.of("outcome", "", "note", "I asked."));
        assertEquals(422, missing.statusCode());
        assertTrue(missing.asString().contains("Say what you found") && missing.asString().contains("I asked."), "what was typed stays");
        var after = lead.sendAndFollow("/emergencies/" + id, "/emergencies/" + id, Map.of("outcome", "NOT_JUSTIFIED", "note", "The coordinator was in the office.")).text();
        assertTrue(after.contains("Not justified"), after);
        assertEquals(403, Account.as("hillside.coordinator").get("/emergencies/" + id).statusCode());
        assertEquals(403, Account.as("police").get("/emergencies").statusCode());
        assertEquals(403, Account.as("police").get("/emergencies/new").statusCode());
        assertEquals(404, Account.as("chair").get("/emergencies/00000000-0000-0000-0000-000000000001").statusCode());
    }

    @Test
    void aMistakeIsSaidBesideTheFieldAndWhatWasTypedStays() {
        var duty = Account.as("idva");
        var answer = duty.send("/emergencies/new", "/emergencies/new", Map.of("reference", "RV-C8WNP", "reason", REASON, "hours", "1"));
        assertEquals(422, answer.statusCode());
        assertTrue(answer.asString().contains("There is no case with this reference that you can open") && answer.asString().contains(REASON), "a sealed case is answered as an absent one");
        assertTrue(duty.send("/emergencies/new", "/emergencies/new", Map.of("reference", "RV-7K4QM", "reason", REASON, "hours", "9")).asString().contains("for 4 hours at most"));
        assertTrue(duty.send("/emergencies/new", "/emergencies/find", Map.of("family", "Okoro")).asString().contains("Enter given names"));
    }
}
