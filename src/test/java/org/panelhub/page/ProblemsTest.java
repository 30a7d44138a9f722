package org.panelhub.page;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.panelhub.support.Visitor;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.restassured.response.Response;

@QuarkusTest
@TestSecurity(user = "police")
class ProblemsTest {

    @Test
    void whatIsNotThereAndWhatIsHiddenGetTheSamePage() {
        assertEquals(page("/sample/failing/absent", 404).body().html(), page("/sample/failing/absent/not/even/a/page", 404).body().html());
    }

    @Test
    void whatOnesRolesDoNotAllowIsSaidInPlainWords() {
        assertTrue(page("/sample/failing/forbidden", 403).text().contains("None of your roles may accept, send back or decline a referral."));
    }

    @Test
    void whoeverSavesSecondIsToldThatSomeoneWasFirst() {
        assertEquals("Someone else changed this first", page("/sample/failing/stale", 409).select("h1").text());
    }

    @Test
    void whatNobodyForesawShowsAReferenceAndNothingElse() {
        Document page = page("/sample/failing/otherwise", 500);
        assertTrue(page.select("main strong").text().matches("[2-9A-Z]{8}"), page.text());
        assertFalse(page.html().contains("secret"));
        assertFalse(page.html().contains("Exception"));
    }

    @Test
    void theApiAnswersWithAProblemDocument() {
        Response answer = given().get("/api/sample/absent");
        assertEquals(404, answer.statusCode());
        assertEquals("application/problem+json", answer.contentType().replaceFirst(";.*", ""));
        assertEquals("Page not found", answer.path("title"));
        assertEquals(404, (int) answer.path("status"));
    }

    @Test
    void theApiNamesTheFieldsThatAreWrong() {
        Response answer = given().contentType("application/json").body(Map.of("name", "")).post("/api/sample");
        assertEquals(422, answer.statusCode());
        assertEquals("name", answer.path("errors[0].field"));
        assertEquals("Enter name", answer.path("errors[0].message"));
    }

    @Test
    void whatIsNoJsonIsA400AtTheApi() {
        Response answer = given().contentType("application/json").body("{\"name\": ").post("/api/sample");
        assertEquals(400, answer.statusCode());
        assertEquals("application/problem+json", answer.contentType().replaceFirst(";.*", ""));
    }

    @Test
    void anAddressThatCannotBeUsedLikeThisSaysSo() {
        Response answer = given().delete("/sample");
        assertEquals(405, answer.statusCode());
        assertTrue(answer.asString().contains("This cannot be done here"));
    }

    @Test
    void errorPagesCarryNoForms() {
        for (String how : new String[] { "absent", "forbidden", "stale", "otherwise" }) {
            assertTrue(Jsoup.parse(given().get("/sample/failing/" + how).asString()).select("form").isEmpty());
        }
    }

    @Test
    void whatWasTypedWhileTheDatabaseWasAwayCanBeSentOnceMore() {
        Document page = Jsoup.parse(new Visitor().send("/sample", "/sample/away?step=2", "account", "Door \"kicked\" in\non Monday.", "agency", "police", "agency", "fire").asString());
        assertEquals("The hub cannot reach its database", page.select("h1").text());
        assertEquals("/sample/away?step=2", page.select("main form").attr("action"));
        assertEquals("Door \"kicked\" in\non Monday.", page.select("main input[name=account]").attr("value").replace("\r", ""));
        assertEquals(java.util.List.of("police", "fire"), page.select("main input[name=agency]").eachAttr("value"));
        assertEquals(1, page.select("main input[name=form-token]").size());
    }

    @Test
    void anUploadThatDoesNotSayHowLargeItIsIsRefusedToo() throws Exception {
        var request = java.net.http.HttpRequest.newBuilder(java.net.URI.create(io.restassured.RestAssured.baseURI + ":" + io.restassured.RestAssured.port + "/sample/file"))
                .header("Content-Type", "multipart/form-data; boundary=x")
                .POST(java.net.http.HttpRequest.BodyPublishers.ofInputStream(() -> new java.io.ByteArrayInputStream(new byte[13 * 1024 * 1024]))).build();
        try (var client = java.net.http.HttpClient.newHttpClient()) {
            var answer = client.send(request, java.net.http.HttpResponse.BodyHandlers.ofString());
            assertEquals(411, answer.statusCode());
            assertTrue(answer.body().contains("How large is it?"), answer.body());
        }
    }

    @Test
    void anUploadOfAGigabyteIsRefusedBeforeItIsRead() {
        Response answer = given().header("Content-Type", "multipart/form-data; boundary=x").body(new byte[13 * 1024 * 1024]).post("/sample/file");
        assertEquals(413, answer.statusCode());
        assertTrue(answer.asString().contains("larger than 12 MB"));
    }

    @Test
    void aFormOrACallWithoutAFileNeedsFarLess() {
        for (var type : java.util.List.of("application/x-www-form-urlencoded", "application/json")) {
            Response answer = given().header("Content-Type", type).body("x=" + "y".repeat(3 * 1024 * 1024)).post("/sample/form");
            assertEquals(413, answer.statusCode(), type);
            assertTrue(answer.asString().contains("larger than 2 MB"), answer.asString());
        }
    }

    private static Document page(String path, int status) {
        Response answer = given().redirects().follow(false).get(path);
        assertEquals(status, answer.statusCode(), () -> answer.asString());
        assertTrue(answer.contentType().startsWith("text/html"), answer.contentType());
        return Jsoup.parse(answer.asString());
    }
}
