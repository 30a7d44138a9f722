package org.panelhub.audit.seal;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.spec.NamedParameterSpec;
import java.util.Base64;

/**
 * The key that signs seals (Ed25519, RFC 8032). Its 32 secret bytes come from the hub's configuration and never reach the database, so that whoever
 * can change the record cannot seal it anew.
 */
public final class SealKey {

    private static final int SECRET = 32;

    private final PrivateKey secret;
    private final PublicKey open;

    private SealKey(KeyPair pair) {
        secret = pair.getPrivate();
        open = pair.getPublic();
    }

    /**
     * @param text 32 bytes in Base64, as {@code openssl rand -base64 32} makes them
     * @throws IllegalArgumentException when it is no such text
     */
    public static SealKey of(String text) {
        byte[] bytes;
        try {
            bytes = Base64.getDecoder().decode(text.strip());
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("The key that seals the record is not in Base64. Make one with: openssl rand -base64 32", e);
        }
        if (bytes.length != SECRET) {
            throw new IllegalArgumentException("The key that seals the record must be 32 bytes in Base64. Make one with: openssl rand -base64 32");
        }
        try {
            // Java works the public half out only while it makes a pair; the secret of a new pair is what its source of chance gives it.
            var maker = KeyPairGenerator.getInstance("Ed25519");
            maker.initialize(NamedParameterSpec.ED25519, new Given(bytes));
            return new SealKey(maker.generateKeyPair());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has Ed25519", e);
        }
    }

    byte[] sign(byte[] content) {
        try {
            var signature = Signature.getInstance("Ed25519");
            signature.initSign(secret);
            signature.update(content);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The key does not sign", e);
        }
    }

    /** What others verify with. It may be known to everybody. */
    public PublicKey open() {
        return open;
    }

    /** Not by chance at all. */
    private static final class Given extends SecureRandom {
        private static final long serialVersionUID = 1L;
        private final transient byte[] bytes;

        Given(byte[] bytes) {
            this.bytes = bytes;
        }

        @Override
        public void nextBytes(byte[] into) {
            System.arraycopy(bytes, 0, into, 0, into.length);
        }
    }
}
