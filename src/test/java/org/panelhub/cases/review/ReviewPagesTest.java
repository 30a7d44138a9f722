package org.panelhub.cases.review;

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
@TestSecurity(user = "coordinator")
class ReviewPagesTest {

    private static final String PATH = "/cases/RV-7K4QM/review";

    @AfterEach
    void undo() {
        HubRows.run("delete from hub.appeal_review where question = 'Was the threshold applied rightly?'");
        SignedIn.nobody();
    }

    @Test
    void anUninvolvedOfficerReadsTheCaseUntilTheOutcomeAndChangesNothing() {
        var coordinator = Account.as("coordinator");
        var page = coordinator.sendAndFollow(PATH, PATH, Map.of("reviewer", "yos@riverside.example", "question", "Was the threshold applied rightly?")).text();
        assertTrue(page.contains("Marcus Bell") && page.contains("Not recorded yet"), page);
        var reviewer = Account.as("yos");
        assertTrue(reviewer.page("/").text().contains("case to look at again"));
        assertTrue(reviewer.page("/reviews").text().contains("Was the threshold applied rightly?"));
        for (var tab : new String[] { "", "/information", "/risk", "/plan", "/actions", "/timeline", "/access", "/review" }) {
            assertFalse(reviewer.page("/cases/RV-7K4QM" + tab).text().contains("null"), tab);
        }
        var information = reviewer.page("/cases/RV-7K4QM/information").text();
        assertTrue(information.contains("Four calls from the address"), information);
        assertFalse(information.contains("Care assessment offered"), "released to one agency only: " + information);
        assertFalse(reviewer.page("/cases/RV-7K4QM").text().contains("Do not leave a message."), "who reviews contacts nobody");
        for (var step : new String[] { "/edit", "/team", "/information/add", "/plan/write", "/exit" }) {
            assertTrue(reviewer.get("/cases/RV-7K4QM" + step).statusCode() >= 400 || step.equals("/exit"), step);
        }
        var id = HubRows.one("select id from hub.appeal_review where question = 'Was the threshold applied rightly?'");
        assertEquals(403, reviewer.send(PATH, PATH + "/" + id, Map.of("outcome", "UPHELD", "note", "x")).statusCode());
        assertEquals(422, coordinator.send(PATH, PATH + "/" + id, Map.of("outcome", "", "note", "It was not.")).statusCode());
        assertTrue(coordinator.sendAndFollow(PATH, PATH + "/" + id, Map.of("outcome", "UPHELD", "note", "It was not.")).text().contains("The appeal is upheld"));
        assertEquals(404, reviewer.get("/cases/RV-7K4QM").statusCode());
        assertFalse(reviewer.page("/reviews").text().contains("threshold"));
        assertEquals(404, coordinator.send(PATH, PATH + "/" + id, Map.of("outcome", "UPHELD", "note", "again")).statusCode());
    }

    @Test
    void whoHadAPartIsRefusedInTheSameWordsWhateverThePartWas() {
        for (var involved : new String[] { "housing", "police", "childrens" }) {
            var answer = Account.as("coordinator").send(PATH, PATH, Map.of("reviewer", involved + "@riverside.example", "question", "Was the threshold applied rightly?"));
            assertEquals(422, answer.statusCode(), involved);
            assertTrue(answer.asString().contains("This officer cannot review the case") && answer.asString().contains("Was the threshold applied rightly?"), answer.asString());
        }
        assertTrue(Account.as("coordinator").send(PATH, PATH, Map.of("reviewer", "hillside.police@hillside.example", "question", "x")).asString().contains("No account of this partnership"));
        assertEquals(403, Account.as("police").send(PATH, PATH, Map.of("reviewer", "yos@riverside.example", "question", "x")).statusCode());
        assertEquals(404, Account.as("police.other").get(PATH).statusCode());
        assertEquals(404, Account.as("hillside.police").get(PATH).statusCode());
    }
}
