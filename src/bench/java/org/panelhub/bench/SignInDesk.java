package org.panelhub.bench;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import java.util.Base64;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/**
 * An identity provider for invented members: it vouches for whoever is named in the code, for twelve hours, so that the hub reads a real session
 * cookie and a real token on every request. Two thousand accounts in a Keycloak would measure nothing else.
 */
final class SignInDesk implements AutoCloseable {

    static final String CLIENT = "hub-pages";
    private static final Pattern CODE = Pattern.compile("(?:^|&)code=([^&]+)");
    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

    private final HttpServer server;
    private final KeyPair keys;

    SignInDesk() throws IOException, GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        keys = generator.generateKeyPair();
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newFixedThreadPool(2, Thread.ofPlatform().daemon().factory()));
        server.createContext("/realms/bench/.well-known/openid-configuration", exchange -> answer(exchange, """
                {"issuer": "%1$s", "authorization_endpoint": "%1$s/auth", "token_endpoint": "%1$s/token", "jwks_uri": "%1$s/keys", "end_session_endpoint": "%1$s/end",
                 "response_types_supported": ["code"], "subject_types_supported": ["public"], "id_token_signing_alg_values_supported": ["RS256"]}""".formatted(issuer())));
        server.createContext("/realms/bench/keys", exchange -> answer(exchange, """
                {"keys": [{"kty": "RSA", "use": "sig", "alg": "RS256", "kid": "bench", "n": "%s", "e": "%s"}]}""".formatted(number(publicKey().getModulus().toByteArray()), number(publicKey().getPublicExponent().toByteArray()))));
        server.createContext("/realms/bench/token", exchange -> {
            Matcher code = CODE.matcher(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            String token = token(code.find() ? URLDecoder.decode(code.group(1), StandardCharsets.UTF_8) : "nobody");
            answer(exchange, """
                    {"access_token": "%1$s", "id_token": "%1$s", "refresh_token": "none", "token_type": "Bearer", "expires_in": 43200}""".formatted(token));
        });
        server.start();
    }

    String issuer() {
        return "http://localhost:" + server.getAddress().getPort() + "/realms/bench";
    }

    private RSAPublicKey publicKey() {
        return (RSAPublicKey) keys.getPublic();
    }

    private String token(String subject) {
        long now = Instant.now().getEpochSecond();
        String text = encoded("{\"alg\":\"RS256\",\"typ\":\"JWT\",\"kid\":\"bench\"}") + "." + encoded("""
                {"iss": "%s", "sub": "%s", "aud": "%s", "azp": "%s", "iat": %d, "exp": %d, "preferred_username": "%s"}""".formatted(issuer(), subject, CLIENT, CLIENT, now, now + 43_200, subject));
        try {
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(keys.getPrivate());
            signature.update(text.getBytes(StandardCharsets.US_ASCII));
            return text + "." + BASE64.encodeToString(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The token could not be signed", e);
        }
    }

    private static String encoded(String text) {
        return BASE64.encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    /** A positive number without its sign byte. */
    private static String number(byte[] signed) {
        int from = signed[0] == 0 ? 1 : 0;
        return BASE64.encodeToString(java.util.Arrays.copyOfRange(signed, from, signed.length));
    }

    private static void answer(HttpExchange exchange, String json) throws IOException {
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, body.length);
        try (var out = exchange.getResponseBody()) {
            out.write(body);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
