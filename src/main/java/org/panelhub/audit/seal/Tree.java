package org.panelhub.audit.seal;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;

/** The root of a tree of hashes as RFC 6962, section 2.1, builds it, with SHA-256: leaves and knots are hashed with different first bytes, so that one cannot pass for the other. */
final class Tree {

    static final int HASH = 32;

    private Tree() {
    }

    static byte[] leaf(byte[] content) {
        return hash(new byte[] {0}, content);
    }

    /** @param leaves at least one */
    static byte[] root(List<byte[]> leaves) {
        if (leaves.size() == 1) {
            return leaves.getFirst();
        }
        int left = Integer.highestOneBit(leaves.size() - 1);
        return hash(new byte[] {1}, root(leaves.subList(0, left)), root(leaves.subList(left, leaves.size())));
    }

    static byte[] hash(byte[]... parts) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            for (var part : parts) {
                digest.update(part);
            }
            return digest.digest();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
