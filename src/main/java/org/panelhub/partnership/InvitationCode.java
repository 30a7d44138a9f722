package org.panelhub.partnership;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.HexFormat;

/** The secret of an invitation: 32 random bytes as they stand in the link. What is stored is its SHA-256. */
public record InvitationCode(String text) {

    /** How long an invitation can be used. */
    public static final Duration HOLDS = Duration.ofDays(14);

    private static final int BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    public static InvitationCode fresh() {
        var bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return new InvitationCode(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    /** What the database keeps, in hexadecimal. */
    public String hash() {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    /** Where the invited person goes. */
    public String link(String hubUrl) {
        return hubUrl.replaceAll("/+$", "") + "/invitation/" + text;
    }
}
