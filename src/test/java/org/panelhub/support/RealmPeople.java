package org.panelhub.support;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Looks after the realm through Keycloak's administration API, as those who look after a partnership's sign-in do: adds accounts, and says to which addresses
 * of the hub people return. An account here opens nothing in the hub: only an invitation links it to a member.
 */
public final class RealmPeople {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final String issuer;
    private final String administrator;
    private final String password;

    RealmPeople(String issuer, String administrator, String password) {
        this.issuer = issuer;
        this.administrator = administrator;
        this.password = password;
    }

    /** Somebody with an account: its name, who it is, and the mail address. The password is that of the demo. */
    public record Somebody(String account, String name, String email) {
    }

    public void add(List<Somebody> people) {
        asAdministrator((http, token) -> {
            for (Somebody each : people) {
                int space = each.name.lastIndexOf(' ');
                String body = JSON.writeValueAsString(Map.of("username", each.account, "enabled", true, "email", each.email, "emailVerified", true,
                        "firstName", each.name.substring(0, space), "lastName", each.name.substring(space + 1),
                        "credentials", List.of(Map.of("type", "password", "value", "demo", "temporary", false))));
                answer(http, realm("/users", token).header("Content-Type", "application/json").POST(BodyPublishers.ofString(body)).build(), 201);
            }
        });
    }

    /** People who sign in return to these addresses of the hub, and to no other. */
    public void returnTo(String... hubs) {
        asAdministrator((http, token) -> {
            var client = (ObjectNode) JSON.readTree(answer(http, realm("/clients?clientId=hub-pages", token).build(), 200)).get(0);
            var addresses = client.putArray("redirectUris");
            List.of(hubs).forEach(hub -> addresses.add(hub + "/signed-in"));
            answer(http, realm("/clients/" + client.get("id").asText(), token).header("Content-Type", "application/json").PUT(BodyPublishers.ofString(client.toString())).build(), 204);
        });
    }

    private interface Work {
        void with(HttpClient http, String token) throws IOException, InterruptedException;
    }

    private void asAdministrator(Work work) {
        try (HttpClient http = HttpClient.newHttpClient()) {
            work.with(http, token(http));
        } catch (IOException e) {
            throw new IllegalStateException("Keycloak does not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private HttpRequest.Builder realm(String path, String token) {
        return HttpRequest.newBuilder(URI.create(issuer.replace("/realms/", "/admin/realms/") + path)).header("Authorization", "Bearer " + token);
    }

    private String token(HttpClient http) throws IOException, InterruptedException {
        return JSON.readTree(answer(http, HttpRequest.newBuilder(URI.create(issuer.replaceFirst("/realms/.*", "/realms/master/protocol/openid-connect/token")))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("grant_type=password&client_id=admin-cli&username=" + URLEncoder.encode(administrator, StandardCharsets.UTF_8)
                        + "&password=" + URLEncoder.encode(password, StandardCharsets.UTF_8)))
                .build(), 200)).get("access_token").asText();
    }

    private static String answer(HttpClient http, HttpRequest request, int expected) throws IOException, InterruptedException {
        var answer = http.send(request, BodyHandlers.ofString());
        if (answer.statusCode() != expected) {
            throw new IllegalStateException("Keycloak answers " + answer.statusCode() + " at " + request.uri() + ": " + answer.body());
        }
        return answer.body();
    }
}
