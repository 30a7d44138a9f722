package org.panelhub.page;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;

@QuarkusTest
class FrameTest {

    @Test
    void theSignedOutPageShowsNoNavigation() {
        Document page = page("/signed-out");
        assertEquals("You have signed out - Panel Hub", page.title());
        assertTrue(page.select("nav.hub-nav").isEmpty());
    }

    @Test
    void theMarkingStandsAtTopAndBottomOfCaseMaterialOnly() {
        assertEquals(2, page("/sample").select(".hub-mark").size());
        assertEquals(0, page("/signed-out").select(".hub-mark").size());
    }

    @Test
    void everyStyleScriptAndPictureOfAPageIsThere() {
        for (Element asset : page("/sample").select("head link[href], script[src]")) {
            String address = asset.hasAttr("href") ? asset.attr("href") : asset.attr("src");
            given().get(address).then().statusCode(200);
        }
    }

    @Test
    void pagesAllowNothingInlineAndAreKeptByNobody() {
        Response page = given().get("/signed-out");
        String policy = page.header("Content-Security-Policy");
        assertTrue(policy.startsWith("default-src 'none'; script-src 'self'; style-src 'self';"), policy);
        assertTrue(policy.contains("frame-ancestors 'none'"));
        assertEquals("no-store", page.header("Cache-Control"));
        assertEquals("nosniff", page.header("X-Content-Type-Options"));
        assertEquals("same-origin", page.header("Referrer-Policy"));
        Document document = Jsoup.parse(page.asString());
        assertTrue(document.select("[style], style, script:not([src]), [onclick]").isEmpty());
    }

    @Test
    void errorPagesHaveTheHeadersToo() {
        Response page = given().get("/there-is-no-such-page");
        assertEquals(404, page.statusCode());
        assertTrue(page.header("Content-Security-Policy").contains("default-src 'none'"));
        assertEquals("no-store", page.header("Cache-Control"));
    }

    @Test
    void stylesMayBeKeptForAYear() {
        String address = page("/signed-out").select("link[rel=stylesheet]").last().attr("href");
        assertEquals("public, max-age=31536000, immutable", given().get(address).header("Cache-Control"));
    }

    @Test
    void lettersAndCrestOfGovUkAreNotGivenOut() {
        String style = page("/signed-out").select("link[rel=stylesheet]").first().attr("href");
        given().get(style.replaceFirst("govuk-frontend.min.css", "assets/images/govuk-crest.svg")).then().statusCode(404);
        given().get(style.replaceFirst("govuk-frontend.min.css", "assets/fonts/light-94a07e06a1-v2.woff2")).then().statusCode(404);
    }

    static Document page(String path) {
        Response answer = given().redirects().follow(false).get(path);
        assertEquals(200, answer.statusCode(), answer.asString());
        return Jsoup.parse(answer.asString());
    }
}
