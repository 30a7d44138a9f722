package org.panelhub.page;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.Socket;
import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.Test;
import org.panelhub.support.SignedIn;
import org.panelhub.support.Visitor;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.restassured.RestAssured;

@QuarkusTest
@TestSecurity(user = "coordinator")
class ForgeriesTest {

    private final Visitor visitor = new Visitor();

    @Test
    void aPageTakesNothingButAForm() {
        for (var type : new String[] { "text/plain", "application/json", "application/x-other" }) {
            var answer = given().redirects().follow(false).header("Content-Type", type).body("a=b".getBytes()).post("/sample/press");
            assertEquals(400, answer.statusCode(), type);
            assertTrue(answer.asString().contains("This form is too old to send"), answer.asString());
        }
        assertEquals(400, given().redirects().follow(false).post("/sample/press").statusCode(), "no body and no type");
    }

    @Test
    void aFormFromAnotherSiteIsRefusedEvenWithItsToken() {
        var token = visitor.page("/sample").select("input[name=form-token]").attr("value");
        var cookies = new java.util.HashMap<String, String>();
        cookies.put("hub-form-token", token);
        for (var header : new String[][] { { "Sec-Fetch-Site", "same-site" }, { "Sec-Fetch-Site", "cross-site" }, { "Origin", "https://other.riverside.example" }, { "Origin", "null" } }) {
            assertEquals(400, given().redirects().follow(false).header(header[0], header[1]).cookies(cookies).contentType("application/x-www-form-urlencoded").formParam("form-token", token)
                    .post("/sample/press").statusCode(), header[1]);
        }
        assertEquals(303, given().redirects().follow(false).header("Sec-Fetch-Site", "same-origin").cookies(cookies).contentType("application/x-www-form-urlencoded").formParam("form-token", token)
                .post("/sample/press").statusCode());
    }

    @Test
    void theApiHasOneSpelling() throws Exception {
        assertEquals(200, raw("/api/meetings"));
        for (var path : new String[] { "/api;x=1/meetings", "/api;/meetings", "//api/meetings", "/%61pi/meetings", "/x/../api/meetings" }) {
            assertEquals(404, raw(path), path);
        }
        assertNotEquals(201, given().urlEncodingEnabled(false).contentType("application/json").body("{}").post("/api;x/meetings").statusCode());
    }

    /** As it stands, where a library would tidy it up. */
    private static int raw(String path) throws Exception {
        try (var socket = new Socket("localhost", RestAssured.port)) {
            socket.getOutputStream().write(("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
            return Integer.parseInt(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8).split(" ")[1]);
        }
    }

    @Test
    void aMessageIsShownToItsReaderOnly() {
        var said = visitor.send("/sample", "/sample/press");
        SignedIn.as("noise");
        assertTrue(!visitor.page("/sample").text().contains("The button was pressed."));
        SignedIn.as("coordinator");
        visitor.follow(visitor.send("/sample", "/sample/press"));
        assertEquals(303, said.statusCode());
    }
}
