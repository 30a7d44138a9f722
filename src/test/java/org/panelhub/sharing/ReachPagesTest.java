package org.panelhub.sharing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.panelhub.support.HubRows;
import org.panelhub.support.SignedIn;
import org.panelhub.support.Visitor;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;

/** Who will see it, said before it is released: true by the rule, and telling of no bar and no admission. */
@QuarkusTest
class ReachPagesTest {

    /** Helen Brandt of children's services is barred from it, and is the only one who sits for them. */
    private static final String BARRED = "/cases/RV-P9ZTG/information";
    private static final String SEALED = "/cases/RV-C8WNP/information";
    private static final String CASE = "/cases/RV-7K4QM/information";

    private final Visitor visitor = new Visitor();
    private final ItemDesk desk = new ItemDesk(visitor);

    @Test
    @TestSecurity(user = "mentalhealth")
    void thoseNamedAreThoseWhoSeeItOnceItIsReleasedAndNobodyElse() {
        var text = "Foretold " + UUID.randomUUID();
        var id = desk.enter(BARRED, text);
        var foretold = names(reach(BARRED, id, "toPanel", "yes"));
        assertFalse(foretold.isEmpty());
        visitor.follow(desk.release(BARRED, id, "toPanel", "yes"));
        assertEquals(whoSees(BARRED, text, "mentalhealth"), foretold);
        assertFalse(foretold.contains("Helen Brandt"));
    }

    @Test
    @TestSecurity(user = "mentalhealth")
    void namedRecipientsAreForetoldAsTrulyWithAndWithoutHandlingCodeC() {
        var housing = HubRows.one("select id::text from hub.agency where name = 'Riverside Council housing'");
        var sergeant = HubRows.one("select id::text from hub.member where name = 'Sgt Daniel Reyes'");
        for (var recipient : List.of(List.of("agencies", housing), List.of("members", sergeant))) {
            SignedIn.as("mentalhealth");
            var text = "Coded " + UUID.randomUUID();
            var id = desk.enter(CASE, text, "handlingCode", "C", "handling", "Not beyond those named", "sanitisedBy", "Team manager");
            var foretold = names(reach(CASE, id, recipient.getFirst(), recipient.getLast()));
            assertFalse(foretold.isEmpty());
            visitor.follow(desk.release(CASE, id, recipient.getFirst(), recipient.getLast()));
            assertEquals(whoSees(CASE, text, "mentalhealth"), foretold);
        }
        SignedIn.as("mentalhealth");
        var id = desk.enter(CASE, "Coded for all " + UUID.randomUUID(), "handlingCode", "C", "handling", "Not beyond those named", "sanitisedBy", "Team manager");
        var toAll = reach(CASE, id, "toPanel", "yes");
        assertTrue(toAll.text().contains("Handling code C, 1 item: nobody. Choose agencies or members by name.") && names(toAll).isEmpty(), toAll.text());
    }

    @Test
    @TestSecurity(user = "police")
    void aBarIsNotToldToWhoeverReleases() {
        var id = desk.enter(BARRED, "Bars stay hidden " + UUID.randomUUID());
        var shown = reach(BARRED, id, "toPanel", "yes");
        assertTrue(shown.text().contains("Harbour Homes: has not signed the protocol"), shown.text());
        var why = shown.select("li").eachText();
        assertTrue(why.contains("Riverside Council noise team: nobody there can open this case today"), "no undertaking, which is not theirs to know: " + why);
        assertTrue(why.contains("Riverside Council children’s services: nobody there can open this case today"), "barred, and told in the same words: " + why);
        assertFalse(shown.text().contains("Helen Brandt") || shown.text().contains("Theo Webb") || shown.text().toLowerCase().contains("conflict"), shown.text());

        // Beside a colleague who may open it a barred member is not missed.
        var deputy = HubRows.one("insert into hub.member (partnership_id, id, agency_id, name) select partnership_id, gen_random_uuid(), agency_id, 'Mina Harte' from hub.member where name = 'Helen Brandt' returning id::text");
        HubRows.run("insert into hub.seat (partnership_id, id, panel_id, member_id, role, during) select s.partnership_id, gen_random_uuid(), s.panel_id, ?::uuid, 'DEPUTY', s.during from hub.seat s join hub.member m on m.id = s.member_id where m.name = 'Helen Brandt'", deputy);
        HubRows.run("insert into hub.undertaking (partnership_id, id, member_id, panel_id, text_signed, signed_at, during) select u.partnership_id, gen_random_uuid(), ?::uuid, u.panel_id, u.text_signed, u.signed_at, u.during from hub.undertaking u join hub.member m on m.id = u.member_id where m.name = 'Helen Brandt'", deputy);
        try {
            var beside = reach(BARRED, id, "toPanel", "yes");
            assertTrue(names(beside).contains("Mina Harte") && !beside.text().contains("Helen Brandt"), beside.text());
            assertFalse(beside.select("li").eachText().contains("Riverside Council children’s services: nobody there can open this case today"));
        } finally {
            for (var table : List.of("undertaking", "seat")) {
                HubRows.run("delete from hub." + table + " where member_id = ?::uuid", deputy);
            }
            HubRows.run("delete from hub.member where id = ?::uuid", deputy);
        }
    }

    @Test
    @TestSecurity(user = "coordinator")
    void whoPreparesThePanelIsToldWhoseUndertakingHasRunOut() {
        var id = desk.enter(CASE, "From community safety " + UUID.randomUUID());
        var shown = reach(CASE, id, "toPanel", "yes");
        assertTrue(shown.text().contains("Theo Webb, Riverside Council noise team: no undertaking that is current"), shown.text());
    }

    @Test
    @TestSecurity(user = "police")
    void theListOfASealedCaseIsToldToThoseWhoKeepItOnly() {
        var id = desk.enter(SEALED, "Under seal " + UUID.randomUUID());
        var shown = reach(SEALED, id, "toPanel", "yes");
        assertTrue(shown.text().contains("The case is sealed") && names(shown).isEmpty(), shown.text());
        assertFalse(shown.text().contains("nobody there can open"), "that would tell who is on the list");
        SignedIn.as("coordinator");
        var own = desk.enter(SEALED, "Under seal, from community safety " + UUID.randomUUID());
        assertEquals(new TreeSet<>(List.of("Sgt Daniel Reyes", "Supt James Marsh")), names(reach(SEALED, own, "toPanel", "yes")));
    }

    @Test
    @TestSecurity(user = "police")
    void whileTheFormIsFilledInItsPartIsAnsweredByItselfAndOnRecord() {
        var id = desk.enter(CASE, "Followed " + UUID.randomUUID());
        var page = visitor.page(CASE + "/release?item=" + id);
        assertEquals(CASE + "/release/reach", page.select("form[data-follows]").attr("data-follows"));
        var before = HubRows.one("select count(*) from audit.entry e join hub.member m on m.id = e.member_id where m.name = 'Sgt Daniel Reyes' and e.kind = 'case_file' and e.act = 'READ'");
        var answer = visitor.sendFrom(page, CASE + "/release/reach", "items", id, "toPanel", "yes");
        assertEquals(200, answer.statusCode());
        assertFalse(answer.asString().contains("<html"), "a part of the page only");
        assertTrue(answer.asString().contains("Priya Nair") && answer.asString().contains("no competent authorities"));
        assertTrue(Long.parseLong(HubRows.one("select count(*) from audit.entry e join hub.member m on m.id = e.member_id where m.name = 'Sgt Daniel Reyes' and e.kind = 'case_file' and e.act = 'READ'")) > Long.parseLong(before));
        assertTrue(visitor.sendFrom(page, CASE + "/release/reach").asString().contains("Nobody yet"));
        SignedIn.as("analyst");
        assertEquals(403, visitor.sendFrom(visitor.page(CASE + "/new"), CASE + "/release/reach", "items", id, "toPanel", "yes").statusCode());
        SignedIn.as("mentalhealth");
        var another = visitor.sendFrom(visitor.page(CASE + "/new"), CASE + "/release/reach", "items", id, "toPanel", "yes").asString();
        assertFalse(another.contains("Priya Nair"), "another agency's item is not there");
        SignedIn.as("police.other");
        assertEquals(404, visitor.answer(CASE + "/release").statusCode());
    }

    @Test
    @TestSecurity(user = "police")
    void byNameOnlyThoseAreOfferedWhoWouldSeeItAndWhyNotIsTheSameForAll() {
        var id = desk.enter(BARRED, "For some by name " + UUID.randomUUID());
        try {
            var offered = offered(visitor.page(BARRED + "/release?item=" + id));
            assertTrue(offered.stream().anyMatch(o -> o.startsWith("Priya Nair,")), offered.toString());
            for (var left : List.of("Helen Brandt", "Theo Webb")) {
                assertFalse(offered.stream().anyMatch(o -> o.startsWith(left)), offered.toString());
                var refused = desk.release(BARRED, id, "members", member(left));
                assertEquals(422, refused.statusCode());
                var words = Jsoup.parse(refused.asString()).select(".govuk-error-summary__list li").text();
                assertTrue(words.matches(left + ", [a-z’' ]+, cannot be named for this case today\\. Choose an agency or the panel\\."), words);
            }
            assertEquals("PREPARED", ItemDesk.state(id));
            visitor.follow(desk.release(BARRED, id, "members", member("Priya Nair")));
            var widen = "/disclosures/" + HubRows.one("select id::text from hub.disclosure where item_id = ?::uuid", id) + "/widen";
            assertEquals(offered, offered(visitor.page(widen)));
            var refused = visitor.send(widen, widen, "members", member("Helen Brandt"), "necessity", "x", "proportionality", "x");
            assertEquals(422, refused.statusCode());
            assertTrue(refused.asString().contains("cannot be named for this case today"));
        } finally {
            // Other tests count on it that the police have nothing on this case.
            HubRows.run("delete from hub.disclosure where item_id = ?::uuid", id);
            HubRows.run("delete from hub.item where id = ?::uuid", id);
        }
    }

    @Test
    @TestSecurity(user = "police")
    void onASealedCaseMembersAreOfferedByNameToThoseWhoKeepItsListOnly() {
        var id = desk.enter(SEALED, "Under seal, by name " + UUID.randomUUID());
        var form = visitor.page(SEALED + "/release?item=" + id);
        assertEquals(List.of(), offered(form));
        assertTrue(form.text().contains("No member is offered by name here") && form.select("input[name=agencies]").size() > 3, "agencies are offered on the list or off it");
        for (var name : List.of("Lena Fischer", "Priya Nair")) {
            var refused = desk.release(SEALED, id, "members", member(name));
            assertEquals(422, refused.statusCode());
            assertTrue(refused.asString().contains("cannot be named for this case today"), "on its list or off it: " + name);
        }
        SignedIn.as("coordinator");
        var own = desk.enter(SEALED, "Under seal, from community safety, by name " + UUID.randomUUID());
        assertEquals(List.of("Sgt Daniel Reyes", "Supt James Marsh"), offered(visitor.page(SEALED + "/release?item=" + own)).stream().map(o -> o.split(",")[0]).toList());
    }

    @Test
    @TestSecurity(user = "police")
    void whatTheLawAsksToBeThoughtOfIsALineAndTheAgenciesConcernedAreBehindIt() {
        var id = desk.enter(CASE, "Warned of " + UUID.randomUUID());
        var line = reach(CASE, id, "toPanel", "yes").select(".govuk-warning-text:contains(Part 3)");
        assertTrue(line.text().matches("!Warning \\d+ recipients are no competent authorities \\(Data Protection Act 2018, Part 3\\)\\."), line.text());
        var behind = line.first().nextElementSibling();
        assertEquals("details", behind.normalName());
        assertTrue(behind.select("li").eachText().contains("Riverside Council housing") && behind.text().contains("under the UK GDPR"), behind.text());
        var housing = HubRows.one("select id::text from hub.agency where name = 'Riverside Council housing'");
        assertTrue(reach(CASE, id, "agencies", housing).select(".govuk-warning-text").text().contains("Riverside Council housing is no competent authority"), "only of those chosen");
    }

    private static List<String> offered(Document page) {
        return page.select("input[name=members] + label").eachText();
    }

    private static String member(String name) {
        return HubRows.one("select id::text from hub.member where name = ?", name);
    }

    private Element reach(String information, String id, String recipient, String value) {
        var answer = visitor.sendFrom(visitor.page(information + "/release?item=" + id), information + "/release/reach", "items", id, recipient, value);
        assertEquals(200, answer.statusCode(), answer.asString());
        return Jsoup.parse(answer.asString()).body();
    }

    private static TreeSet<String> names(Element reach) {
        return reach.select(".hub-people .hub-how").eachText().stream().flatMap(line -> Stream.of(line.split(", "))).collect(Collectors.toCollection(TreeSet::new));
    }

    /** Every account of the demo looks; those of the releasing agency itself are left out. */
    private TreeSet<String> whoSees(String information, String text, String releaser) {
        var names = new TreeSet<String>();
        for (var subject : HubRows.all("select replace(s.subject, 'demo-', '') from hub.sign_in s join hub.member m on m.id = s.member_id where s.subject like 'demo-%' and m.agency_id is distinct from "
                + "(select n.agency_id from hub.sign_in t join hub.member n on n.id = t.member_id where t.subject = ?)", "demo-" + releaser)) {
            SignedIn.as(subject.replace('-', '.'));
            var answer = visitor.answer(information);
            if (answer.statusCode() == 200 && answer.asString().contains(text)) {
                names.add(HubRows.one("select m.name from hub.sign_in s join hub.member m on m.id = s.member_id where s.subject = ?", "demo-" + subject));
            }
        }
        return names;
    }
}
