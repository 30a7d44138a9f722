package org.panelhub.audit.seal;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The public keys that seals are believed by: that of the key in use, and those of earlier ones, all from the configuration. The database is not
 * asked for any: whoever rewrote the record could put its own there.
 */
public final class KnownKeys {

    private static final int SHOWN = 8;

    private final Map<String, PublicKey> keys = new LinkedHashMap<>();

    private KnownKeys() {
    }

    /**
     * @param inUse may be null for somebody who only verifies
     * @param earlier public keys in Base64 (X.509), one after the other with commas; may be blank
     * @throws IllegalArgumentException when one of them is no key
     */
    public static KnownKeys of(SealKey inUse, String earlier) {
        var known = new KnownKeys();
        if (inUse != null) {
            known.keys.put(id(inUse.open()), inUse.open());
        }
        for (var text : earlier == null ? new String[0] : earlier.split("[,\\s]+")) {
            if (!text.isBlank()) {
                var key = read(text);
                known.keys.put(id(key), key);
            }
        }
        return known;
    }

    /** A key's name: the first eight bytes of its hash. */
    static String id(PublicKey key) {
        return HexFormat.of().formatHex(Tree.hash(key.getEncoded()), 0, SHOWN);
    }

    /** Name and key in Base64 of each, as they are given to somebody else who verifies. */
    public List<String> all() {
        return keys.entrySet().stream().map(k -> k.getKey() + " " + Base64.getEncoder().encodeToString(k.getValue().getEncoded())).toList();
    }

    boolean knows(String keyId) {
        return keys.containsKey(keyId);
    }

    boolean vouches(Seal seal) {
        var key = keys.get(seal.keyId());
        if (key == null) {
            return false;
        }
        try {
            var signature = Signature.getInstance("Ed25519");
            signature.initVerify(key);
            signature.update(seal.bytes());
            return signature.verify(seal.signature());
        } catch (GeneralSecurityException e) {
            // Bytes that are no signature at all.
            return false;
        }
    }

    private static PublicKey read(String text) {
        try {
            return KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(Base64.getDecoder().decode(text)));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new IllegalArgumentException("This is no public key of a seal: " + text, e);
        }
    }
}
