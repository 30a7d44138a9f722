package org.panelhub.sharing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.panelhub.support.HubRows;
import org.panelhub.support.SignedIn;
import org.panelhub.support.Visitor;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;

/** How an item is released, withdrawn and withheld, and what the law does not let go. */
@QuarkusTest
class ReleasePagesTest {

    private static final String CASE = "/cases/RV-M2XDT/information";

    private final Visitor visitor = new Visitor();
    private final ItemDesk desk = new ItemDesk(visitor);

    @Test
    @TestSecurity(user = "fire")
    void anItemIsReleasedSeenAndWithdrawnAgain() {
        var text = "Two chip-pan fires in the flat below " + UUID.randomUUID();
        var id = desk.enter(CASE, text);
        SignedIn.as("housing");
        assertFalse(visitor.page(CASE).text().contains(text));

        SignedIn.as("fire");
        var page = visitor.follow(desk.release(CASE, id, "toPanel", "yes"));
        assertTrue(page.text().contains("1 item released"), page.text());
        assertTrue(ItemDesk.ours(page, text).contains("Released to the panel, until"), ItemDesk.ours(page, text));
        SignedIn.as("housing");
        assertTrue(visitor.page(CASE).text().contains(text));
        assertEquals(404, visitor.answer("/items/" + id + "/edit").statusCode(), "only its agency corrects it");
        SignedIn.as("police.other");
        assertEquals(404, visitor.answer("/items/" + id).statusCode());

        SignedIn.as("fire");
        var form = visitor.page("/items/" + id + "/withdraw");
        assertEquals(422, visitor.sendFrom(form, "/items/" + id + "/withdraw", "disclosures", form.select("input[name=disclosures]").attr("value"), "reason", "").statusCode());
        visitor.follow(visitor.sendFrom(form, "/items/" + id + "/withdraw", "disclosures", form.select("input[name=disclosures]").attr("value"), "reason", "Entered on the wrong person"));
        assertEquals("WITHDRAWN", ItemDesk.state(id));
        SignedIn.as("housing");
        assertFalse(visitor.page(CASE).text().contains(text));
        assertEquals(404, visitor.answer("/items/" + id).statusCode());
    }

    @Test
    @TestSecurity(user = "police")
    void aReleaseToOneAgencyStaysThere() {
        var text = "For housing only " + UUID.randomUUID();
        var id = desk.enter(CASE, text);
        var housing = visitor.page(CASE + "/release").select("label:contains(Riverside Council housing)").attr("for");
        var value = visitor.page(CASE + "/release").select("#" + housing).attr("value");
        visitor.follow(desk.release(CASE, id, "agencies", value));
        SignedIn.as("housing");
        assertTrue(visitor.page(CASE).text().contains(text));
        SignedIn.as("mentalhealth");
        assertFalse(visitor.page(CASE).text().contains(text));
    }

    @Test
    @TestSecurity(user = "police")
    void aReleaseEndsWithItsLastDay() {
        var text = "Until the day has passed " + UUID.randomUUID();
        var id = desk.enter(CASE, text);
        visitor.follow(desk.release(CASE, id, "toPanel", "yes"));
        HubRows.run("update hub.disclosure set during = daterange(hub.today() - 10, hub.today()) where item_id = '" + id + "'");
        assertTrue(ItemDesk.ours(visitor.page(CASE), text).contains("Release ended"));
        SignedIn.as("housing");
        assertFalse(visitor.page(CASE).text().contains(text));
    }

    @Test
    @TestSecurity(user = "police")
    void whatTheLawDoesNotLetGoIsRefusedByName() {
        var id = desk.enter(CASE, "Intelligence " + UUID.randomUUID(), "handlingCode", "C", "handling", "For named officers only");
        var refused = desk.release(CASE, id, "toPanel", "yes");
        assertEquals(422, refused.statusCode());
        assertTrue(refused.asString().contains("goes to named agencies or members only"));
        assertEquals("PREPARED", ItemDesk.state(id));

        var withoutReason = visitor.send(CASE + "/release?item=" + id, CASE + "/release", "items", id, "toPanel", "yes", "necessity", "Needed", "proportionality", "Small", "consent", "REFUSED",
                "told", "no", "until-day", "1", "until-month", "1", "until-year", "2020");
        assertEquals(422, withoutReason.statusCode());
        for (var message : List.of("Enter reason for going on without consent", "Enter reason why the person was not told", "must not be in the past")) {
            assertTrue(withoutReason.asString().contains(message), message);
        }
    }

    @Test
    @TestSecurity(user = "police")
    void aGatewayForDepersonalisedSetsDoesNotReleaseANamedCase() {
        var id = desk.enter(CASE, "Under the wrong gateway " + UUID.randomUUID());
        HubRows.run("update hub.legal_basis set gateway = 'Crime and Disorder Act 1998 s17A' where agency_id = (select id from hub.agency where name = 'Riverside Police safeguarding')");
        try {
            var refused = desk.release(CASE, id, "toPanel", "yes");
            assertEquals(422, refused.statusCode());
            assertTrue(refused.asString().contains("depersonalised information only"));
        } finally {
            HubRows.run("update hub.legal_basis set gateway = 'Crime and Disorder Act 1998 s115' where agency_id = (select id from hub.agency where name = 'Riverside Police safeguarding')");
        }
    }

    @Test
    @TestSecurity(user = "housing")
    void theReleaseFormShowsTheLawAndWhoWillSeeIt() {
        var id = desk.enter(CASE, "Shown before it goes " + UUID.randomUUID());
        var page = visitor.page(CASE + "/release?item=" + id);
        assertTrue(page.text().contains("Crime and Disorder Act 1998 s115") && page.text().contains("Information sharing protocol, edition 3"));
        assertTrue(page.text().contains("Riverside Police safeguarding") && !page.select("#reach-title ~ ul").text().contains("Harbour Homes"), "not signed, so it is not reached");
        assertTrue(page.text().contains("These recipients are none: Riverside Victim Care."));
        var preview = visitor.sendFrom(page, CASE + "/release", "items", id, "preview", "yes");
        assertTrue(preview.asString().contains("Nobody yet"));
    }

    @Test
    @TestSecurity(user = "mentalhealth")
    void withholdingAndTakingItBackKeepsStateAndReasonTogether() {
        var id = desk.enter(CASE, "Perhaps " + UUID.randomUUID());
        visitor.done("/items/" + id + "/withhold", "/items/" + id + "/withhold", "reason", "Told in confidence");
        assertEquals("WITHHELD", ItemDesk.state(id));
        assertTrue(visitor.page("/items/" + id).text().contains("Told in confidence"));
        visitor.done("/items/" + id, "/items/" + id + "/prepare");
        assertEquals("PREPARED", ItemDesk.state(id));
        assertFalse(visitor.page("/items/" + id).text().contains("Told in confidence"));
        visitor.follow(desk.release(CASE, id, "toPanel", "yes"));
        var refused = visitor.send("/items/" + id + "/withhold", "/items/" + id + "/withhold", "reason", "Too late");
        assertEquals(422, refused.statusCode());
        assertTrue(refused.asString().contains("Withdraw it first"));
        assertEquals("RELEASED", ItemDesk.state(id));
    }
}
