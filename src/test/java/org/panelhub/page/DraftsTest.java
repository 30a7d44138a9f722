package org.panelhub.page;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.panelhub.support.Visitor;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.restassured.response.Response;
import jakarta.inject.Inject;

@QuarkusTest
class DraftsTest {

    @Inject
    Drafts drafts;

    @Test
    @TestSecurity(user = "housing")
    void whatIsTypedIsKeptAsOneTypes() {
        Response answer = new Visitor().send("/sample", "/drafts/referral/7", "given", "  Martha ", "agencies", "police", "agencies", "housing", "circumstances", "Door “kicked in”\u0000");
        assertEquals(204, answer.statusCode(), answer.asString());
        Drafts.Draft draft = load("referral/7").orElseThrow();
        assertEquals("  Martha ", draft.text("given"));
        assertEquals(List.of("police", "housing"), draft.all("agencies"));
        assertEquals("Door “kicked in”", draft.text("circumstances"));
        assertTrue(draft.all("form-token").isEmpty());
    }

    @Test
    @TestSecurity(user = "housing")
    void theLastStateReplacesTheOneBeforeAndDiscardingEndsIt() {
        Visitor visitor = new Visitor();
        visitor.send("/sample", "/drafts/plan", "aim", "first");
        visitor.send("/sample", "/drafts/plan", "aim", "second");
        assertEquals("second", load("plan").orElseThrow().text("aim"));
        QuarkusTransaction.requiringNew().run(() -> drafts.discard("plan"));
        assertEquals(Optional.empty(), load("plan"));
    }

    @Test
    @TestSecurity(user = "mentalhealth")
    void aDraftIsOnesOwn() {
        assertEquals(Optional.empty(), load("referral/7"));
        new Visitor().send("/sample", "/drafts/referral/7", "given", "someone else");
        assertEquals("someone else", load("referral/7").orElseThrow().text("given"));
    }

    @Test
    @TestSecurity(user = "housing")
    void whatIsFarTooLongForAFormIsRefusedInWords() {
        Response answer = new Visitor().send("/sample", "/drafts/long", "given", "x".repeat(Drafts.MOST + 1));
        assertEquals(422, answer.statusCode());
        assertTrue(answer.asString().contains("This is too long to keep as a draft"));
    }

    @Test
    void nobodyKeepsNothing() {
        assertNotEquals(204, given().redirects().follow(false).formParam("given", "x").post("/drafts/plan").statusCode());
    }

    private Optional<Drafts.Draft> load(String form) {
        return QuarkusTransaction.requiringNew().call(() -> drafts.load(form));
    }
}
