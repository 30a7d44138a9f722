package org.panelhub.audit;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import org.junit.jupiter.api.Test;
import org.panelhub.support.HubRows;
import org.panelhub.support.Visitor;

import io.quarkus.oidc.SecurityEvent;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;

/** What pages and answers show is what the record says was read: no less, and no more. */
@QuarkusTest
class ReadsTest {

    @Inject
    Event<SecurityEvent> events;

    private final Visitor visitor = new Visitor();

    @Test
    @TestSecurity(user = "police")
    void theReleasesThatAnAnswerListsAreOnRecord() {
        var before = entries("police", "READ", "disclosure");
        given().get("/api/disclosures").then().statusCode(200);
        assertNotEquals(before, entries("police", "READ", "disclosure"));
    }

    @Test
    @TestSecurity(user = "mentalhealth")
    void theReasonForWithholdingIsOnRecordWhereItIsShown() {
        var withheld = HubRows.one("select i.id from hub.item i join hub.agency a on a.id = i.agency_id where i.state = 'WITHHELD' and a.short_name = 'mental health' limit 1");
        var read = "select count(*) from audit.entry e join hub.sign_in s on s.member_id = e.member_id where s.subject = 'demo-mentalhealth' and e.act = 'READ' and e.kind = 'withholding' and e.subject = ?";
        var before = HubRows.one(read, withheld);
        visitor.page("/items/" + withheld);
        assertNotEquals(before, HubRows.one(read, withheld));
    }

    @Test
    @TestSecurity(user = "coordinator")
    void safeContactIsOnRecordOnlyWhereItIsShown() {
        var before = entries("coordinator", "READ", "safe_contact");
        given().get("/api/cases/RV-7K4QM/items").then().statusCode(200);
        given().get("/api/cases/RV-7K4QM/requests").then().statusCode(200);
        assertEquals(before, entries("coordinator", "READ", "safe_contact"));
        visitor.page("/cases/RV-7K4QM");
        assertNotEquals(before, entries("coordinator", "READ", "safe_contact"));
    }

    @Test
    @TestSecurity(user = "coordinator")
    void howACaseIsToEndIsOnRecordWhereItIsShown() {
        var exit = java.util.UUID.randomUUID();
        HubRows.run("""
                insert into hub.case_exit (partnership_id, id, case_id, panel_id, reason, proposed_by)
                select c.partnership_id, ?, c.id, c.panel_id, 'SATISFIED', m.id from hub.case_file c, hub.member m where c.reference = 'RV-M2XDT' and m.name = 'Lena Fischer'""", exit);
        try {
            var read = "select count(*) from audit.entry where act = 'READ' and kind = 'case_exit' and subject = ?";
            visitor.page("/cases/RV-M2XDT/exit");
            assertEquals("1", HubRows.one(read, exit.toString()));
            given().get("/api/cases/RV-M2XDT/exits").then().statusCode(200);
            assertEquals("2", HubRows.one(read, exit.toString()));
        } finally {
            HubRows.run("delete from hub.case_exit where id = ?", exit);
        }
    }

    @Test
    void whoSignsInAndOutIsOnRecord() {
        var in = entries("fire", "SIGNED_IN", "member");
        var out = entries("fire", "SIGNED_OUT", "member");
        happens(SecurityEvent.Type.OIDC_LOGIN, "fire");
        happens(SecurityEvent.Type.OIDC_SESSION_REFRESHED, "fire");
        happens(SecurityEvent.Type.OIDC_LOGIN, "not.linked");
        assertEquals(Long.parseLong(in) + 1, Long.parseLong(entries("fire", "SIGNED_IN", "member")));
        happens(SecurityEvent.Type.OIDC_LOGOUT_RP_INITIATED, "fire");
        assertEquals(Long.parseLong(out) + 1, Long.parseLong(entries("fire", "SIGNED_OUT", "member")));
    }

    /** As the sign-in itself tells it, awaited. */
    private void happens(SecurityEvent.Type type, String account) {
        events.fireAsync(new SecurityEvent(type, QuarkusSecurityIdentity.builder().setPrincipal(() -> account).build())).toCompletableFuture().join();
    }

    private static String entries(String account, String act, String kind) {
        return HubRows.one("select count(*) from audit.entry e join hub.sign_in s on s.member_id = e.member_id where s.subject = ? and e.act = ? and e.kind = ?", "demo-" + account, act, kind);
    }
}
