package org.panelhub.page;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import io.quarkus.qute.TemplateExtension;

/** Addresses of style and script. They change with the content, so that browsers may keep them for a year. */
@TemplateExtension(namespace = "asset")
final class Assets {

    private static final String GOVUK = "/webjars/govuk-frontend/5.14.0/dist/govuk/";
    private static final int DIGITS = 12;
    private static final Map<String, String> ADDRESSES = new ConcurrentHashMap<>();

    private Assets() {
    }

    /** A file of the hub's own. */
    static String of(String file) {
        return ADDRESSES.computeIfAbsent(file, f -> "/hub/" + f + "?v=" + fingerprint("META-INF/resources/hub/" + f));
    }

    /** A file of GOV.UK Frontend, whose address carries its version. */
    static String govuk(String file) {
        return GOVUK + file;
    }

    private static String fingerprint(String resource) {
        try (InputStream in = Thread.currentThread().getContextClassLoader().getResourceAsStream(resource)) {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(in.readAllBytes());
            return HexFormat.of().formatHex(digest).substring(0, DIGITS);
        } catch (IOException | NoSuchAlgorithmException e) {
            throw new IllegalStateException("No such asset: " + resource, e);
        }
    }
}
