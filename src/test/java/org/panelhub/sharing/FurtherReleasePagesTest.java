package org.panelhub.sharing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.panelhub.support.HubRows;
import org.panelhub.support.SignedIn;
import org.panelhub.support.Visitor;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.restassured.response.Response;

/** A release is taken further, or ends with the person's consent. */
@QuarkusTest
class FurtherReleasePagesTest {

    private static final String CASE = "/cases/RV-M2XDT/information";

    private final Visitor visitor = new Visitor();
    private final ItemDesk desk = new ItemDesk(visitor);

    @Test
    @TestSecurity(user = "police")
    void aReleaseIsWidenedWithReasonsOfItsOwnAndInheritsTheRest() {
        var text = "First for housing " + UUID.randomUUID();
        var id = desk.enter(CASE, text);
        visitor.follow(desk.release(CASE, id, "agencies", agency("Riverside Council housing")));
        var release = releaseOf(id);
        var page = "/disclosures/" + release + "/widen";
        var empty = visitor.send(page, page, "necessity", "", "proportionality", "Only this line");
        assertEquals(422, empty.statusCode());
        assertTrue(empty.asString().contains("Choose to whom it is released as well") && empty.asString().contains("Enter why they need it") && empty.asString().contains("Only this line"));
        var already = visitor.send(page, page, "agencies", agency("Riverside Council housing"), "necessity", "x", "proportionality", "x");
        assertTrue(already.asString().contains("released already to everyone that you chose"));
        var done = visitor.follow(visitor.send(page, page, "agencies", agency("Riverside mental health trust"), "necessity", "The nurse visits alone", "proportionality", "Only this line"));
        assertTrue(done.text().contains("The release was widened.") && done.text().contains("Widens an earlier release") && done.text().contains("The nurse visits alone"), done.text());
        assertEquals("GIVEN,GIVEN|1", HubRows.one("select string_agg(consent, ',') || '|' || count(distinct upper(during)) from hub.disclosure where item_id = ?::uuid", id));
        SignedIn.as("mentalhealth");
        assertTrue(visitor.page(CASE).text().contains(text));
        assertEquals(404, visitor.answer(page).statusCode(), "a recipient takes it no further");
        SignedIn.as("socialcare");
        assertFalse(visitor.page(CASE).text().contains(text));
    }

    @Test
    @TestSecurity(user = "police")
    void aReleaseIsProlongedAndEndsAsAWholeWhenItIsWithdrawn() {
        var text = "For some weeks more " + UUID.randomUUID();
        var id = desk.enter(CASE, text);
        visitor.follow(desk.release(CASE, id, "toPanel", "yes"));
        var release = releaseOf(id);
        var page = "/disclosures/" + release + "/prolong";
        var earlier = prolong(page, LocalDate.now().plusDays(3), "Still needed");
        assertEquals(422, earlier.statusCode());
        assertTrue(earlier.asString().contains("must be after the last day of the release"));
        assertTrue(prolong(page, LocalDate.now().plusYears(1), "").asString().contains("Enter why it is still needed"));
        visitor.follow(prolong(page, LocalDate.now().plusYears(1), "The neighbour’s hearing is in spring"));
        HubRows.run("update hub.disclosure set during = daterange(hub.today() - 10, hub.today()) where id = ?::uuid", release);
        SignedIn.as("housing");
        assertTrue(visitor.page(CASE).text().contains(text), "the first one ended, what prolongs it stands");
        SignedIn.as("police");
        var withdrawal = "/items/" + id + "/withdraw";
        visitor.follow(visitor.send(withdrawal, withdrawal, "disclosures", release, "reason", "Not needed after all"));
        assertEquals("WITHDRAWN", ItemDesk.state(id));
        SignedIn.as("housing");
        assertFalse(visitor.page(CASE).text().contains(text), "nothing that prolonged it is left standing");
        SignedIn.as("police");
        assertTrue(prolong(page, LocalDate.now().plusYears(2), "Again").asString().contains("Release the item anew"));
    }

    @Test
    @TestSecurity(user = "fire")
    void consentWithdrawnEndsWhatRestsOnItAloneAndAsksWhyTheRestGoesOn() {
        HubRows.run("delete from hub.consent_withdrawal w using hub.disclosure d where d.id = w.disclosure_id and d.agency_id = (select id from hub.agency where short_name = 'fire brigade')");
        HubRows.run("delete from hub.disclosure where to_meeting is null and agency_id = (select id from hub.agency where short_name = 'fire brigade')");
        var page = CASE + "/consent";
        assertTrue(visitor.page(page).text().contains("No release of your agency on this case"));
        var alone = desk.enter(CASE, "On consent alone " + UUID.randomUUID());
        var law = desk.enter(CASE, "On the law too " + UUID.randomUUID());
        var kept = desk.enter(CASE, "On the law and kept " + UUID.randomUUID());
        for (var id : new String[] {alone, law, kept}) {
            visitor.follow(desk.release(CASE, id, "toPanel", "yes"));
        }
        HubRows.run("update hub.disclosure set consent_alone = true where item_id = ?::uuid", alone);
        assertTrue(visitor.page(CASE).text().contains("The person has withdrawn consent"));
        var asked = visitor.page(page);
        assertTrue(asked.text().contains("Nothing but consent stands behind these releases"));
        assertTrue(asked.select("input[value=" + releaseOf(alone) + "]").isEmpty(), "of what rests on consent alone there is nothing to choose");
        var unreasoned = visitor.sendFrom(asked, page, "on-day", "1", "on-month", "10", "on-year", "2025", "ending", releaseOf(law), "goingOn", "");
        assertEquals(422, unreasoned.statusCode());
        assertTrue(unreasoned.asString().contains("Enter reason for going on without consent"));
        assertEquals("RELEASED", ItemDesk.state(alone));
        var done = visitor.follow(visitor.sendFrom(asked, page, "on-day", "1", "on-month", "10", "on-year", "2025", "ending", releaseOf(law), "goingOn", "Fire risk to the whole block"));
        assertTrue(done.text().contains("2 releases ended at once"), done.text());
        assertEquals("WITHDRAWN WITHDRAWN RELEASED", ItemDesk.state(alone) + " " + ItemDesk.state(law) + " " + ItemDesk.state(kept));
        assertTrue(visitor.page("/items/" + kept).text().contains("It goes on because: Fire risk to the whole block"));
        assertFalse(visitor.page(CASE + "/release").select("#consent").hasAttr("checked"), "a consent that was withdrawn is not offered as given");
        // What follows the release is recorded without the consent.
        var prolonging = "/disclosures/" + releaseOf(kept) + "/prolong";
        visitor.follow(prolong(prolonging, LocalDate.now().plusYears(1), "Still a risk"));
        assertEquals("WITHDRAWN: Fire risk to the whole block", HubRows.one("select consent || ': ' || consent_reason from hub.disclosure where item_id = ?::uuid and follows is not null", kept));
        SignedIn.as("housing");
        assertFalse(visitor.page("/items/" + kept).text().contains("Fire risk to the whole block"), "the reason is its own agency's");
        SignedIn.as("analyst");
        assertEquals(403, visitor.answer(page).statusCode());
        SignedIn.as("police.other");
        assertEquals(404, visitor.answer(page).statusCode());
    }

    private Response prolong(String page, LocalDate until, String necessity) {
        return visitor.send(page, page, "until-day", "" + until.getDayOfMonth(), "until-month", "" + until.getMonthValue(), "until-year", "" + until.getYear(), "necessity", necessity);
    }

    private static String agency(String name) {
        return HubRows.one("select id::text from hub.agency where name = ?", name);
    }

    private static String releaseOf(String item) {
        return HubRows.one("select id::text from hub.disclosure where item_id = ?::uuid and follows is null", item);
    }
}
