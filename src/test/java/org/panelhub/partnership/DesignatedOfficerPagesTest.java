package org.panelhub.partnership;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.panelhub.support.Account;
import org.panelhub.support.HubRows;
import org.panelhub.support.SignedIn;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;

@QuarkusTest
@TestSecurity(user = "admin")
class DesignatedOfficerPagesTest {

    private static final String PATH = "/designated-officers";

    @AfterEach
    void undo() {
        HubRows.run("delete from hub.designated_officer where email = 'd.officer@harbour.example'");
        HubRows.run("delete from hub.office where role = 'DUTY_OFFICER' and member_id = (select id from hub.member where name = 'Theo Webb')");
        SignedIn.nobody();
    }

    @Test
    void theAdministratorNamesAnOfficerOfABodyThatHasSignedNothingAndEndsIt() {
        var admin = Account.as("admin");
        var body = HubRows.one("select id from hub.signatory where name = 'Harbour Homes'");
        var wrong = admin.send(PATH, PATH, Map.of("body", body, "name", "Dana Officer", "email", "nonsense"));
        assertEquals(422, wrong.statusCode());
        assertTrue(wrong.asString().contains("must be like name@example.com") && wrong.asString().contains("Dana Officer"), "what was typed stays");
        var page = admin.sendAndFollow(PATH, PATH, Map.of("body", body, "name", "Dana Officer", "email", "d.officer@harbour.example")).text();
        assertTrue(page.contains("Harbour Homes") && page.contains("Dana Officer"), page);
        var id = HubRows.one("select id from hub.designated_officer where email = 'd.officer@harbour.example'");
        assertFalse(admin.sendAndFollow(PATH, PATH + "/" + id + "/end", Map.of()).select("table").text().contains("Dana Officer"));
        assertEquals(403, Account.as("police").get(PATH).statusCode());
        assertEquals(404, admin.send(PATH, PATH + "/00000000-0000-0000-0000-000000000001/end", Map.of()).statusCode());
    }

    @Test
    void aDutyOfficerIsNamedForATermAndForNoLongerThanAYear() {
        var admin = Account.as("admin");
        var path = "/members/" + HubRows.one("select id from hub.member where name = 'Theo Webb'");
        assertTrue(admin.send(path, path + "/offices", Map.of("role", "DUTY_OFFICER")).asString().contains("Enter last day of duty"));
        var today = java.time.LocalDate.parse(HubRows.one("select hub.today()"));
        var far = today.plusMonths(13);
        assertTrue(admin.send(path, path + "/offices", Map.of("role", "DUTY_OFFICER", "until-day", "1", "until-month", "" + far.getMonthValue(), "until-year", "" + far.getYear())).asString().contains("within a year"));
        var near = today.plusDays(30);
        assertTrue(admin.sendAndFollow(path, path + "/offices", Map.of("role", "DUTY_OFFICER", "until-day", "" + near.getDayOfMonth(), "until-month", "" + near.getMonthValue(), "until-year", "" + near.getYear())).text().contains("Duty officer, since"));
        assertTrue(Account.as("noise").page("/").text().contains("Open a case in an emergency"));
    }
}
