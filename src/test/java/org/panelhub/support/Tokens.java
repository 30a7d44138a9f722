package org.panelhub.support;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;

import com.fasterxml.jackson.databind.ObjectMapper;

/** Bearer tokens of the demo's accounts, from Keycloak itself, as somebody who tries the API by hand gets them. */
public final class Tokens {

    private Tokens() {
    }

    /** A token that is made out to the hub's API. */
    public static String of(String account) {
        return of(account, "hub-cli");
    }

    /** A token of the same realm and person, but of a client that does not make it out to the hub's API. */
    public static String ofAnotherAudience(String account) {
        return of(account, "admin-cli");
    }

    private static String of(String account, String client) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(RunningHub.get().issuer() + "/protocol/openid-connect/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("grant_type=password&client_id=" + client + "&username=" + account + "&password=demo")).build();
        try (HttpClient http = HttpClient.newHttpClient()) {
            HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new IllegalStateException("No token for " + account + ": " + answer.body());
            }
            return new ObjectMapper().readTree(answer.body()).get("access_token").asText();
        } catch (IOException e) {
            throw new IllegalStateException("Keycloak does not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
