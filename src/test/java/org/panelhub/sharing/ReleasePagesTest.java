package org.panelhub.sharing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import org.jsoup.Jsoup;
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
        var id = desk.enter(CASE, "Intelligence " + UUID.randomUUID(), "handlingCode", "C", "handling", "For named officers only", "sanitisedBy", "Intelligence manager");
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
    @TestSecurity(user = "housing")
    void theReleaseFormShowsTheLawAndWhoWillSeeIt() {
        var id = desk.enter(CASE, "Shown before it goes " + UUID.randomUUID());
        var page = visitor.page(CASE + "/release?item=" + id);
        assertTrue(page.text().contains("Crime and Disorder Act 1998 s115") && page.text().contains("Information sharing protocol, edition 3"));
        assertTrue(page.text().contains("Riverside Police safeguarding") && !page.select("#reach-title ~ div ul").first().text().contains("Harbour Homes"), "not signed, so it is not reached");
        assertTrue(page.text().contains("Riverside Victim Care is no relevant authority (Crime and Disorder Act 1998 s115)."));
        var preview = visitor.sendFrom(page, CASE + "/release", "items", id, "preview", "yes");
        assertTrue(preview.asString().contains("Nobody yet"));
    }

    @Test
    @TestSecurity(user = "fire")
    void aTypicalSetAsksForTwoAnswersAndTheNextOneOnTheCaseForNone() {
        var other = "/cases/RV-7K4QM/information";
        HubRows.run("delete from hub.disclosure where agency_id = (select id from hub.agency where short_name = 'fire brigade') and to_meeting is null and case_id = (select id from hub.case_file where reference = 'RV-7K4QM')");
        var texts = List.of("Alarm tested " + UUID.randomUUID(), "Stairs kept clear " + UUID.randomUUID(), "Sockets overloaded " + UUID.randomUUID());
        texts.forEach(t -> desk.enter(other, t));
        var page = visitor.page(other + "/release");
        var offered = new ArrayList<>(ItemDesk.asOffered(page, "form[action$=/release]"));
        assertEquals(3, offered.stream().filter("items"::equals).count(), "what is prepared is ticked");
        var refused = visitor.sendFrom(page, other + "/release", offered.toArray(String[]::new));
        assertEquals(422, refused.statusCode());
        var missing = Jsoup.parse(refused.asString()).select(".govuk-error-summary__list li");
        assertEquals(List.of("Say whether the person consented", "Say whether the person was told"), missing.eachText(), "recipients, necessity and proportionality are offered, the protocol holds the law");
        offered.addAll(List.of("consent", "GIVEN", "told", "yes"));
        assertTrue(visitor.follow(visitor.sendFrom(page, other + "/release", offered.toArray(String[]::new))).text().contains("3 items released"));

        var text = "Second visit " + UUID.randomUUID();
        var second = desk.enter(other, text);
        var again = visitor.page(other + "/release");
        visitor.follow(visitor.sendFrom(again, other + "/release", ItemDesk.asOffered(again, "form[action$=/release]").toArray(String[]::new)));
        assertEquals("RELEASED", ItemDesk.state(second), "with what was recorded of the person before");
        SignedIn.as("housing");
        var seen = visitor.page(other).text();
        assertTrue(texts.stream().allMatch(seen::contains) && seen.contains(text));
    }

    @Test
    @TestSecurity(user = "police")
    void whatGoesToNamedRecipientsOnlyIsNotOfferedToThePanel() {
        var coded = desk.enter(CASE, "Named only " + UUID.randomUUID(), "handlingCode", "C", "handling", "For named officers only", "sanitisedBy", "Intelligence manager");
        var plain = desk.enter(CASE, "For all " + UUID.randomUUID());
        var offered = visitor.page(CASE + "/release");
        assertTrue(offered.select("input[value=" + plain + "]").hasAttr("checked") && !offered.select("input[value=" + coded + "]").hasAttr("checked"));
        var chosen = visitor.page(CASE + "/release?item=" + coded);
        assertTrue(chosen.select("input[value=" + coded + "]").hasAttr("checked") && !chosen.select("#toPanel").hasAttr("checked"));
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
