package org.panelhub.panels;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.hasItem;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.panelhub.support.HubRows;
import org.panelhub.support.Visitor;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.restassured.http.ContentType;

@QuarkusTest
class TermsPagesTest {

    private final Visitor visitor = new Visitor();

    @Test
    @TestSecurity(user = "admin")
    void anAdministratorReadsWhatAPanelTakesAndHowItWorksThroughIt() {
        var page = visitor.page("/panels/" + panel("RV")).text();
        assertTrue(page.contains("Takes A person"), page);
        assertTrue(page.contains("By judgement People judged high"), page);
        assertTrue(page.contains("Actions of the last meeting, 10 minutes Cases Other business, 5 minutes"), page);
        assertTrue(page.contains("of each case: Reason, Information shared, Risk, Decision, Protection plan, Actions"), page);
    }

    @Test
    @TestSecurity(user = "admin")
    void aPanelIsGivenSubjectsSectionsOutcomesAndMinutesOfItsOwn() {
        var panel = create();
        var form = visitor.page(panel + "/terms/new");
        var page = visitor.follow(visitor.sendFrom(form, panel + "/terms/new", new Typed(form).box("subjects", "PLACE", "GROUP").put("called", "profile").put("outcomes", "Tasking agreed\n\nClosed: problem solved\n")
                .section("Opening slot for the applicant or a representative", "1", null, "5").section("Actions of the last meeting", "", null, null).ownSection("Intelligence picture", "2", "15")
                .section("Cases", "3", "Profiles", null).part("Apologies", "1", "Sorry not to come").part("Protection plan", "", null).part("Decision", "1", "Tasking").fields()));
        var text = page.text();
        assertTrue(text.contains("Takes A place, A group"), text);
        assertTrue(text.contains("Opening slot for the applicant or a representative, 5 minutes Intelligence picture, 15 minutes Profiles Other business, 5 minutes"), text);
        assertTrue(text.contains("Tasking agreed Closed: problem solved"), text);
        assertTrue(text.contains("Present, Sorry not to come, Observers"), text);
        assertTrue(text.contains("of each profile: Reason, Tasking, Information shared, Risk, Actions"), text);
        given().get("/api" + panel).then().statusCode(200).body("terms.called", equalTo("profile")).body("terms.minutes.part", not(hasItem("PLAN")));
    }

    @Test
    @TestSecurity(user = "admin")
    void whatCannotBeIsRefusedBesideItsFieldAndWhatWasTypedStays() {
        var panel = create();
        var form = visitor.page(panel + "/terms/new");
        var answer = visitor.sendFrom(form, panel + "/terms/new", new Typed(form).box("subjects").put("called", "").put("gate", "EXTREME").put("from-year", "2020").put("outcomes", "Closed\nclosed").put("adjournments", "Off\noff")
                .section("Cases", "", null, null).section("Other business", "two", null, "0").ownSection("", "4", "5").part("Cases", "", null).fields());
        assertEquals(422, answer.statusCode(), answer.asString());
        var page = Jsoup.parse(answer.asString());
        assertEquals("Error: Choose at least one thing that the panel takes", page.select("#subjects-error").text());
        assertEquals("Error: Enter what one of them is called", page.select("#called-error").text());
        assertEquals("Error: Choose whom it takes", page.select("#gate-error").text());
        assertTrue(page.select("#from-error").text().contains("what held before is not rewritten"), page.select("#from-error").text());
        assertEquals("Error: Enter each beginning once", page.select("#adjournments-error").text());
        assertEquals("Error: Enter each outcome once", page.select("#outcomes-error").text());
        assertEquals("Error: Say where on the agenda the cases stand", row(page, "Cases").select(".govuk-error-message").text());
        assertEquals("Error: Place must be a whole number between 1 and 30", row(page, "Other business").select(".govuk-error-message").first().text());
        assertEquals("two", row(page, "Other business").select("input[name=sectionPlace]").val());
        assertTrue(page.text().contains("Enter a title for the item in place 4, or clear its place"), page.text());
        assertTrue(page.text().contains("Say where in the minutes the cases stand"), page.text());
    }

    @Test
    @TestSecurity(user = "admin")
    void ofTwoAdministratorsTheSecondIsShownWhatTheFirstSaved() {
        var panel = create();
        var first = visitor.page(panel + "/terms/new");
        var second = visitor.page(panel + "/terms/new");
        visitor.follow(visitor.sendFrom(first, panel + "/terms/new", new Typed(first).put("called", "nominal").fields()));
        var answer = visitor.sendFrom(second, panel + "/terms/new", new Typed(second).put("called", "profile").fields());
        assertEquals(409, answer.statusCode());
        var page = Jsoup.parse(answer.asString());
        assertTrue(page.select("#conflict").text().contains("You saved first"), page.select("#conflict").text());
        assertTrue(page.select("#conflict").text().contains("What one of them is called nominal profile"), page.select("#conflict").text());
        var kept = visitor.follow(visitor.sendFrom(page, panel + "/terms/new", new Typed(page).fields()));
        assertTrue(kept.text().contains("One of them is called profile"), kept.text());
    }

    @Test
    @TestSecurity(user = "admin")
    void aFormOfTermsThatAreGoneIsShownBesideTheUsualOnes() {
        var panel = create();
        var form = visitor.page(panel + "/terms/new");
        HubRows.run("delete from hub.terms where panel_id = '" + panel.replace("/panels/", "") + "'");
        var answer = visitor.sendFrom(form, panel + "/terms/new", new Typed(form).put("called", "nominal").fields());
        assertEquals(409, answer.statusCode(), answer.asString());
        assertTrue(Jsoup.parse(answer.asString()).select("#conflict").text().contains("What one of them is called case nominal"), answer.asString());
    }

    @Test
    @TestSecurity(user = "admin")
    void thatAPanelTasksEnforcementStaysWhereAChangeDoesNotSayOtherwise() {
        var panel = "/api" + create();
        var change = new java.util.HashMap<String, Object>(Map.of("name", "Tasking board " + UUID.randomUUID(), "shortName", "TB", "purpose", "Trying", "marking", "OFFICIAL", "undertakingText", "I keep it.", "declarationText", "So do we.", "tasking", true));
        given().contentType(ContentType.JSON).header("If-Match", "*").body(change).put(panel).then().statusCode(200).body("panel.tasking", equalTo(true));
        change.remove("tasking");
        given().contentType(ContentType.JSON).header("If-Match", "*").body(change).put(panel).then().statusCode(200).body("panel.tasking", equalTo(true));
        change.put("tasking", false);
        given().contentType(ContentType.JSON).header("If-Match", "*").body(change).put(panel).then().statusCode(200).body("panel.tasking", equalTo(false));
    }

    @Test
    @TestSecurity(user = "admin")
    void termsThatHeldBeforeTodayAreNotRewrittenAndNewOnesBeginTomorrow() {
        var panel = create();
        HubRows.run("update hub.terms set during = daterange(hub.today() - 5, null) where panel_id = '" + panel.replace("/panels/", "") + "'");
        var form = visitor.page(panel + "/terms/new");
        var today = LocalDate.now(ZoneId.of("Europe/London"));
        assertEquals(today.plusDays(1), date(form));
        assertEquals(422, visitor.sendFrom(form, panel + "/terms/new", new Typed(form).put("from-day", "" + today.getDayOfMonth()).put("from-month", "" + today.getMonthValue()).put("from-year", "" + today.getYear()).fields()).statusCode());
        var page = visitor.follow(visitor.sendFrom(form, panel + "/terms/new", new Typed(form).put("called", "nominal").fields()));
        assertTrue(page.text().contains("One of them is called case"), page.text());
        assertTrue(page.text().contains("Other terms are planned from"), page.text());
        assertEquals("2", HubRows.one("select count(*) from hub.terms where panel_id = ?::uuid and not isempty(during)", panel.replace("/panels/", "")));
    }

    @Test
    @TestSecurity(user = "admin")
    void aProgramAgreesTermsAndIsToldWhatIsWrongByTheFieldsOfItsDocument() {
        var panel = "/api" + create();
        given().contentType(ContentType.JSON).body(Map.of("subjects", List.of("PLANET"), "sections", List.of(Map.of("kind", "SURPRISE", "minutes", 5)))).post(panel + "/terms").then().statusCode(422)
                .body("errors.field", hasItems("from", "subjects", "called", "gate", "sections[0].kind", "minutes[0].part"));
        var made = given().contentType(ContentType.JSON)
                .body(Map.of("from", LocalDate.now(ZoneId.of("Europe/London")).toString(), "subjects", List.of("GROUP"), "called", "nominal", "gate", "NONE", "outcomes", List.of("Remove", "Keep"),
                        "sections", List.of(Map.of("kind", "CASES", "title", "Nominals")), "minutes", List.of(Map.of("part", "PRESENT", "heading", "There"), Map.of("part", "CASES"))))
                .post(panel + "/terms").then().statusCode(201).body("terms.minutes.heading", contains("There", "Cases")).extract().header("Location");
        given().get(made).then().statusCode(200).body("terms.outcomes", contains("Remove", "Keep"));
        given().get(panel + "/terms").then().statusCode(200).body("size()", equalTo(1));
    }

    @Test
    @TestSecurity(user = "police")
    void termsAreReadByEveryMemberAndWrittenByTheAdministrator() {
        var terms = "/api/panels/" + panel("RV") + "/terms";
        given().get(terms).then().statusCode(200).body("[0].terms.gate", equalTo("HIGH"));
        given().contentType(ContentType.JSON).body(Map.of()).post(terms).then().statusCode(403);
        given().get("/api/panels/" + panel("HS") + "/terms").then().statusCode(404);
    }

    /** The form as it stands, with some of it changed as a person would, finding each row by what it is. */
    private static final class Typed {
        private final List<String[]> pairs = new ArrayList<>();
        private final Document page;

        Typed(Document page) {
            this.page = page;
            for (var field : page.select("main form input[name]:not([name=form-token]), main form textarea[name]")) {
                if (!field.attr("type").matches("radio|checkbox") || field.hasAttr("checked")) {
                    pairs.add(new String[] { field.attr("name"), field.hasAttr("value") ? field.val() : field.text(), field.id() });
                }
            }
        }

        Typed put(String name, String value) {
            pairs.stream().filter(p -> p[0].equals(name)).forEach(p -> p[1] = value);
            return this;
        }

        Typed box(String name, String... values) {
            pairs.removeIf(p -> p[0].equals(name));
            List.of(values).forEach(v -> pairs.add(new String[] { name, v, "" }));
            return this;
        }

        private void id(String id, String value) {
            pairs.stream().filter(p -> value != null && p[2].equals(id)).forEach(p -> p[1] = value);
        }

        private void row(Element row, String prefix, String place, String words, String wordsName, String minutes) {
            id(row.select("input[name=" + prefix + "Place]").first().id(), place);
            id(row.select("input[name=" + wordsName + "]").first().id(), words);
            id(row.select("input[name=sectionMinutes]").isEmpty() ? "" : row.select("input[name=sectionMinutes]").first().id(), minutes);
        }

        Typed section(String what, String place, String title, String minutes) {
            row(TermsPagesTest.row(page, what), "section", place, title, "sectionTitle", minutes);
            return this;
        }

        Typed ownSection(String title, String place, String minutes) {
            return section("An item of your own", place, title, minutes);
        }

        Typed part(String what, String place, String heading) {
            row(page.select("tr:has(input[name=partPlace])").stream().filter(r -> r.child(1).text().equals(what)).findFirst().orElseThrow(), "part", place, heading, "partHeading", null);
            return this;
        }

        String[] fields() {
            return pairs.stream().flatMap(p -> java.util.stream.Stream.of(p[0], p[1])).toArray(String[]::new);
        }
    }

    private static Element row(Document page, String what) {
        return page.select("tr:has(input[name=sectionPlace])").stream().filter(r -> r.child(1).text().equals(what)).findFirst().orElseThrow();
    }

    private static LocalDate date(Document form) {
        return LocalDate.of(Integer.parseInt(form.select("#from-year").val()), Integer.parseInt(form.select("#from-month").val()), Integer.parseInt(form.select("#from").val()));
    }

    private String create() {
        var answer = visitor.send("/panels/new?preset=none", "/panels/new", "preset", "none", "kind", "OTHER", "name", "Trial board " + UUID.randomUUID(), "shortName", "TB", "purpose", "Trying",
                "marking", "OFFICIAL", "undertakingText", "I keep it to myself.", "declarationText", "So do we.");
        assertEquals(303, answer.statusCode(), answer.asString());
        return answer.header("Location").replaceFirst("^https?://[^/]+", "").replace("/arrangements/new", "");
    }

    private static String panel(String prefix) {
        return HubRows.one("select n.id::text from hub.panel n join hub.partnership p on p.id = n.partnership_id where p.reference_prefix = ? and n.short_name = 'VVP'", prefix);
    }
}
