package org.panelhub.sharing;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.panelhub.support.HubRows;
import org.panelhub.support.SignedIn;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.restassured.http.ContentType;

/** What the law, the protocol or the item does not let go is refused, each by its name, and nothing is released. */
@QuarkusTest
class RefusalsTest {

    private static final String CASE = "RV-M2XDT";
    private static final String BASIS = "agency_id = (select id from hub.agency where name = 'Riverside mental health trust')";

    private String item;

    @BeforeEach
    void anItem() {
        SignedIn.as("mentalhealth");
        item = enter(Map.of());
    }

    @Test
    @TestSecurity(user = "mentalhealth")
    void section17ACoversDepersonalisedSetsAndNoNamedCase() {
        withBasis("gateway = 'Crime and Disorder Act 1998 s17A'", () -> refused("depersonalised-only", "depersonalised information only"));
    }

    @Test
    @TestSecurity(user = "mentalhealth")
    void aConditionWithoutItsParagraphOfSchedule1() {
        withBasis("schedule1 = null", () -> refused("schedule-1-missing", "without the paragraph of Schedule 1"));
    }

    @Test
    @TestSecurity(user = "mentalhealth")
    void aConditionWithoutItsAppropriatePolicyDocument() {
        withBasis("policy_document = null", () -> refused("policy-document-missing", "without the appropriate policy document"));
        withBasis("policy_document = null, article9 = 'Article 9(2)(c) vital interests', schedule1 = null", this::released);
        withBasis("policy_document = null, article6 = null, article9 = null, schedule1 = null, dpa_part3 = 'Part 3, sensitive processing under Schedule 8'", () -> {
            item = enter(Map.of());
            refused("policy-document-missing", "Schedule 8");
        });
    }

    @Test
    @TestSecurity(user = "mentalhealth")
    void consentThatStandsAloneAndWasNotGiven() {
        withBasis("article6 = 'Article 6(1)(a) consent', article9 = 'Article 9(2)(a) explicit consent', schedule1 = null", () -> {
            refused(Map.of("consent", "UNSAFE_TO_SEEK", "consentReason", "Would tell the neighbour"), "consent-needed", "and it was not given");
            released();
            assertEquals("t", HubRows.one("select consent_alone from hub.disclosure where item_id = ?::uuid", item));
        });
    }

    @Test
    @TestSecurity(user = "mentalhealth")
    void noBasisAtAll() {
        var kept = HubRows.one("select to_jsonb(b)::text from hub.legal_basis b where " + BASIS);
        HubRows.run("delete from hub.legal_basis where " + BASIS);
        try {
            refused("no-legal-basis", "No protocol in force gives your agency a legal basis");
        } finally {
            HubRows.run("insert into hub.legal_basis select * from jsonb_populate_record(null::hub.legal_basis, ?::jsonb)", kept);
        }
    }

    @Test
    @TestSecurity(user = "mentalhealth")
    void codeCToAWholePanelWithoutConditionsOrUnsanitised() {
        item = enter(Map.of("handlingCode", "C", "handling", "For the sergeant only", "sanitisedBy", "Intelligence manager"));
        refused("code-c-not-named", "named agencies or members only");
        var police = HubRows.one("select id::text from hub.agency where name = 'Riverside Police safeguarding'");
        HubRows.run("update hub.item set handling_conditions = '', sanitised_by = '' where id = ?::uuid", item);
        refused(Map.of("toPanel", false, "agencies", List.of(police)), "code-c-without-conditions", "has no conditions");
        refused(Map.of("toPanel", false, "agencies", List.of(police)), "not-sanitised", "who sanitised it");
        HubRows.run("update hub.item set handling_conditions = 'For the sergeant only', sanitised_by = 'Intelligence manager' where id = ?::uuid", item);
        assertEquals(201, release(Map.of("toPanel", false, "agencies", List.of(police))).statusCode());
    }

    @Test
    @TestSecurity(user = "mentalhealth")
    void recipientsThatHaveNotSigned() {
        var harbour = HubRows.one("select id::text from hub.agency where name = 'Harbour Homes'");
        var theirs = HubRows.one("select id::text from hub.member where name = 'Karl Jensen'");
        refused(Map.of("toPanel", false, "agencies", List.of(harbour)), "recipient-not-signed", "with the protocol signed");
        refused(Map.of("toPanel", false, "members", List.of(theirs)), "recipient-not-signed", "that has signed the protocol");
    }

    @Test
    @TestSecurity(user = "mentalhealth")
    void aDayThatHasPassed() {
        var answer = release(Map.of("until", "2020-01-01"));
        assertEquals(422, answer.statusCode());
        assertEquals("until", answer.jsonPath().getString("errors[0].field"));
    }

    @Test
    @TestSecurity(user = "mentalhealth")
    void theProtocolsEndAndTheSignaturesEndAreToldApartAndNothingMoreIsReleased() {
        released();
        var disclosure = HubRows.one("select id::text from hub.disclosure where item_id = ?::uuid", item);
        HubRows.run("update hub.signature set withdrawn_on = hub.today(), withdrawn_reason = 'x' where signatory_id = (select id from hub.signatory where name = 'Riverside Mental Health Trust')");
        try {
            prolongRefused(disclosure, "signature-ended", "signature of your agency’s body is not in force");
        } finally {
            HubRows.run("update hub.signature set withdrawn_on = null, withdrawn_reason = null where signatory_id = (select id from hub.signatory where name = 'Riverside Mental Health Trust')");
        }
        var days = HubRows.one("select jsonb_object_agg(id, in_force::text)::text from hub.protocol");
        HubRows.run("update hub.protocol set in_force = daterange(lower(in_force), hub.today()) where lower(in_force) < hub.today()");
        try {
            prolongRefused(disclosure, "protocol-ended", "No protocol that covers this panel is in force");
        } finally {
            HubRows.run("update hub.protocol p set in_force = k.value::daterange from jsonb_each_text(?::jsonb) k where k.key = p.id::text", days);
        }
    }

    private static void prolongRefused(String disclosure, String name, String words) {
        var answer = given().contentType(ContentType.JSON).body(Map.of("until", "2031-01-01", "necessity", "Still needed")).post("/api/disclosures/" + disclosure + "/prolong");
        assertEquals(422, answer.statusCode(), answer.asString());
        assertEquals(List.of(name), answer.jsonPath().getList("errors.field"));
        assertTrue(answer.asString().contains(words), answer.asString());
    }

    private void refused(String name, String words) {
        refused(Map.of(), name, words);
    }

    private void refused(Map<String, Object> more, String name, String words) {
        var answer = release(more);
        assertEquals(422, answer.statusCode(), answer.asString());
        assertTrue(answer.jsonPath().getList("errors.field").contains(name), answer.asString());
        assertTrue(answer.asString().contains(words), answer.asString());
        assertEquals("PREPARED", ItemDesk.state(item));
        assertEquals("0", HubRows.one("select count(*) from hub.disclosure where item_id = ?::uuid", item));
    }

    private void released() {
        assertEquals(201, release(Map.of()).statusCode());
        assertEquals("RELEASED", ItemDesk.state(item));
    }

    private io.restassured.response.Response release(Map<String, Object> more) {
        var body = new HashMap<String, Object>(Map.of("reference", CASE, "items", List.of(item), "toPanel", true, "necessity", "Needed for the plan", "proportionality", "Only this", "consent", "GIVEN",
                "subjectTold", true));
        body.putAll(more);
        return given().contentType(ContentType.JSON).body(body).post("/api/disclosures");
    }

    private static String enter(Map<String, Object> more) {
        var body = new HashMap<String, Object>(Map.of("nature", "FACT", "sourceDate", "2025-10-03", "body", "Kept back by name " + UUID.randomUUID()));
        body.putAll(more);
        return given().contentType(ContentType.JSON).body(body).post("/api/cases/" + CASE + "/items").then().statusCode(201).extract().jsonPath().getString("id");
    }

    /** With another legal basis for as long as it takes. */
    private static void withBasis(String change, Runnable meanwhile) {
        var kept = HubRows.one("select to_jsonb(b)::text from hub.legal_basis b where " + BASIS);
        HubRows.run("update hub.legal_basis set " + change + " where " + BASIS);
        try {
            meanwhile.run();
        } finally {
            HubRows.run("delete from hub.legal_basis where " + BASIS);
            HubRows.run("insert into hub.legal_basis select * from jsonb_populate_record(null::hub.legal_basis, ?::jsonb)", kept);
        }
    }
}
