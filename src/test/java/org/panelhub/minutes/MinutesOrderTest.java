package org.panelhub.minutes;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.SQLException;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.panelhub.support.Account;
import org.panelhub.support.SignedIn;

import io.quarkus.test.junit.QuarkusTest;

/** A meeting with so much in it that places could run out. */
@QuarkusTest
class MinutesOrderTest {

    @AfterEach
    void leave() {
        SignedIn.nobody();
    }

    @Test
    void actionsOfACaseStandInTheOrderTheyWereAgreedHoweverManyCameBefore() throws SQLException {
        try (var meeting = new HeldMeeting()) {
            for (int n = 0; n < 99; n++) {
                meeting.action(HeldMeeting.CASE, "One of many " + n);
            }
            meeting.action("RV-C8WNP", "Agreed first");
            meeting.action("RV-C8WNP", "Agreed second");
            var text = Account.as("coordinator").sendAndFollow(meeting.path(), meeting.path() + "/write", Map.of()).text();
            assertTrue(text.contains("Agreed first") && text.indexOf("Agreed first") < text.indexOf("Agreed second"), text);
        }
    }
}
