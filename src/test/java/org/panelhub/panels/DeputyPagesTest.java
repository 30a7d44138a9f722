package org.panelhub.panels;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.panelhub.support.Account;
import org.panelhub.support.HubRows;
import org.panelhub.support.SignedIn;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;

@QuarkusTest
@TestSecurity(user = "police")
class DeputyPagesTest {

    private static final String MEMBER = "(select id from hub.member where name = 'PC Tom Ashby')";

    @AfterEach
    void undo() {
        HubRows.run("delete from hub.deputy where member_id = " + MEMBER);
        HubRows.run("delete from hub.seat where member_id = " + MEMBER);
        HubRows.run("delete from hub.undertaking where member_id = " + MEMBER);
        HubRows.run("delete from hub.outbox where template = 'deputy'");
        SignedIn.nobody();
    }

    private static String path() {
        return "/panels/" + HubRows.one("select p.id from hub.panel p join hub.partnership n on n.id = p.partnership_id where n.reference_prefix = 'RV' and p.short_name = 'VVP'") + "/deputies";
    }

    private static Map<String, String> typed(String email, LocalDate from, LocalDate until) {
        return new HashMap<>(Map.of("email", email, "from-day", "" + from.getDayOfMonth(), "from-month", "" + from.getMonthValue(), "from-year", "" + from.getYear(), "until-day", "" + until.getDayOfMonth(),
                "until-month", "" + until.getMonthValue(), "until-year", "" + until.getYear()));
    }

    @Test
    void aRepresentativeNamesADeputyAnotherConfirmsItAndItStandsInUntilItIsEnded() {
        var today = LocalDate.parse(HubRows.one("select hub.today()"));
        var path = path();
        var named = Account.as("police").sendAndFollow(path, path, typed("police.other@riverside.example", today, today.plusDays(5))).text();
        assertTrue(named.contains("Tom Ashby") && named.contains("Waits to be confirmed"), named);
        assertEquals(404, Account.as("police.other").get("/cases/RV-7K4QM").statusCode());
        var id = HubRows.one("select id from hub.deputy where member_id = " + MEMBER);
        assertEquals(403, Account.as("police").send(path, path + "/" + id + "/confirm", Map.of()).statusCode());
        assertTrue(Account.as("coordinator").page("/").text().contains("deputy to confirm"));
        assertTrue(Account.as("coordinator").sendAndFollow(path, path + "/" + id + "/confirm", Map.of()).text().contains("undertaking not signed"));
        assertEquals(404, Account.as("police.other").get("/cases/RV-7K4QM").statusCode(), "the undertaking is its own to sign");
        var panel = path.split("/")[2];
        Account.as("police.other").sendAndFollow("/undertakings/" + panel, "/undertakings/" + panel, Map.of("agree", "true"));
        assertEquals(200, Account.as("police.other").get("/cases/RV-7K4QM").statusCode());
        HubRows.clock("interval '5 days'");
        try {
            assertEquals(200, Account.as("police.other").get("/cases/RV-7K4QM").statusCode(), "its last day");
            HubRows.clock("interval '6 days'");
            assertEquals(404, Account.as("police.other").get("/cases/RV-7K4QM").statusCode(), "the day after");
        } finally {
            HubRows.clock("interval '0'");
        }
        Account.as("police").sendAndFollow(path, path + "/" + id + "/end", Map.of());
        assertEquals(404, Account.as("police.other").get("/cases/RV-7K4QM").statusCode());
    }

    @Test
    void aMistakeIsSaidBesideTheField() {
        var today = LocalDate.parse(HubRows.one("select hub.today()"));
        var path = path();
        var stranger = Account.as("police").send(path, path, typed("housing.senior@riverside.example", today, today.plusDays(5)));
        assertEquals(422, stranger.statusCode());
        assertTrue(stranger.asString().contains("No open account of this agency has that address") && stranger.asString().contains("housing.senior@riverside.example"), "what was typed stays");
        assertTrue(Account.as("police").send(path, path, typed("police.other@riverside.example", today, today.plusDays(200))).asString().contains("three months at most"));
        assertTrue(Account.as("police").send(path, path, typed("police@riverside.example", today, today.plusDays(2))).asString().contains("A deputy is somebody else"));
        assertEquals(403, Account.as("police.other").get(path).statusCode());
        assertEquals(403, Account.as("unsigned").get(path).statusCode(), "without a signature in force it names nobody");
        assertFalse(Account.as("mentalhealth").page(path).text().contains("Ashby"));
    }
}
