package org.panelhub.page;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;

@QuarkusTest
class FormTest {

    @Test
    void aFormWithoutItsTokenIsRefused() {
        Response answer = given().redirects().follow(false).formParam("given", "Martha").post("/sample");
        assertEquals(400, answer.statusCode());
        assertTrue(answer.asString().contains("This form is too old to send"), answer.asString());
    }

    @Test
    void aFormOfNothingButAButtonIsTaken() {
        Opened opened = open();
        Response answer = opened.send(Map.of()).post("/sample/press");
        assertEquals(303, answer.statusCode(), answer.asString());
    }

    @Test
    void aPaperIsTakenWithItsToken() {
        Opened opened = open();
        var body = "--x\r\nContent-Disposition: form-data; name=\"form-token\"\r\n\r\n%s\r\n--x\r\nContent-Disposition: form-data; name=\"paper\"; filename=\"paper.txt\"\r\n\r\n%s\r\n--x--\r\n"
                .formatted(opened.token, "a".repeat(100_000));
        Response answer = given().redirects().follow(false).cookies(opened.cookies).header("Content-Type", "multipart/form-data; boundary=x").body(body.getBytes(StandardCharsets.US_ASCII))
                .post("/sample/file");
        assertEquals(303, answer.statusCode(), answer.asString());
    }

    @Test
    void whatWasDoneIsSaidOnceAfterTheRedirect() {
        Opened opened = open();
        Response pressed = opened.send(Map.of()).post("/sample/press");
        Map<String, String> cookies = new HashMap<>(opened.cookies);
        cookies.putAll(pressed.cookies());
        Response renewed = given().cookies(cookies).header("X-Renewal", "yes").get("/sample");
        assertTrue(Jsoup.parse(renewed.asString()).select(".govuk-notification-banner").isEmpty() && !renewed.cookies().containsKey("hub-flash"), "a page that reads itself again leaves it for the page that follows");
        Response after = given().cookies(cookies).get("/sample");
        assertEquals("The button was pressed.", Jsoup.parse(after.asString()).select(".govuk-notification-banner__heading").text());
        assertEquals("", after.cookie("hub-flash"));
    }

    @Test
    void aMessageThatTheHubDidNotWriteIsNotShown() {
        Response page = given().cookie("hub-flash", "KzxiPlNlbmQgbW9uZXk8L2I-").get("/sample");
        assertTrue(Jsoup.parse(page.asString()).select(".govuk-notification-banner").isEmpty());
    }

    @Test
    void whatIsWrongStandsInASummaryAndBesideEachField() {
        Document page = answer(Map.of("given", "", "circumstances", "Door kicked in", "consent", "police", "due-day", "31", "due-month", "2", "due-year", "2027"));
        assertEquals("Error: Sample - Panel Hub", page.title());
        assertEquals("Enter given name Due date must be a real date", page.select(".govuk-error-summary__list").first().text());
        for (Element link : page.select(".govuk-error-summary__list a")) {
            assertNotNull(page.getElementById(link.attr("href").substring(1)), link.attr("href"));
        }
        Element given = page.getElementById("given");
        assertEquals("given-hint given-error", given.attr("aria-describedby"));
        assertEquals("Error: Enter given name", page.getElementById("given-error").text());
    }

    @Test
    void whatWasTypedIsKept() {
        Document page = answer(Map.of("circumstances", "</textarea><script>alert(1)</script>", "panel", "housing", "consent", "health", "agencies", "police", "due-day", "31"));
        assertEquals("</textarea><script>alert(1)</script>", page.getElementById("circumstances").wholeText().strip());
        assertEquals("housing", page.select("#panel option[selected]").val());
        assertEquals("health", page.select("input[name=consent][checked]").val());
        assertEquals("31", page.getElementById("due").val());
        assertEquals("Due date must include a month and a year", page.getElementById("due-error").ownText());
    }

    @Test
    void aNameOfTenThousandCharactersIsAMessageBesideTheField() {
        Document page = answer(Map.of("given", "x".repeat(10_000)));
        assertEquals("Given name must be 200 characters or fewer", page.getElementById("given-error").ownText());
    }

    @Test
    void everyFieldHasItsLabelAndEveryIdIsThereOnce() {
        Document page = open().page;
        for (Element field : page.select("input:not([type=hidden]), select, textarea")) {
            assertEquals(1, page.select("label[for=" + field.id() + "]").size(), field.outerHtml());
        }
        var ids = page.select("[id]").eachAttr("id");
        assertEquals(ids.size(), ids.stream().distinct().count(), ids.toString());
    }

    private static Document answer(Map<String, String> typed) {
        Response answer = open().send(typed).post("/sample");
        assertEquals(422, answer.statusCode(), answer.asString());
        return Jsoup.parse(answer.asString());
    }

    private static Opened open() {
        Response page = given().get("/sample");
        Document document = Jsoup.parse(page.asString());
        return new Opened(document, page.cookies(), document.select("form input[name=form-token]").first().val());
    }

    private record Opened(Document page, Map<String, String> cookies, String token) {
        RequestSpecification send(Map<String, String> typed) {
            return given().redirects().follow(false).cookies(cookies).formParams(typed).formParam("form-token", token);
        }
    }
}
