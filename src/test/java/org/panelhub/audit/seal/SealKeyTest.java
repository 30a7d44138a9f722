package org.panelhub.audit.seal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;

import org.junit.jupiter.api.Test;

/** Keys, trees and bytes as their standards have them, so that somebody else can verify a seal with tools of their own. */
class SealKeyTest {

    /** RFC 8032, section 7.1, first test. */
    private static final String SECRET = "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60";
    private static final String OPEN = "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a";
    private static final String SIGNATURE = "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b";

    @Test
    void theKeySignsAsItsStandardSays() {
        var key = SealKey.of(Base64.getEncoder().encodeToString(HexFormat.of().parseHex(SECRET)));
        var encoded = HexFormat.of().formatHex(key.open().getEncoded());
        assertEquals(OPEN, encoded.substring(encoded.length() - OPEN.length()), "the public half follows from the secret alone");
        assertEquals(SIGNATURE, HexFormat.of().formatHex(key.sign(new byte[0])));
    }

    @Test
    void whatIsNoKeyIsRefusedInPlainWords() {
        for (var text : List.of("", "short", "not base64 at all!", Base64.getEncoder().encodeToString(new byte[31]))) {
            assertTrue(assertThrows(IllegalArgumentException.class, () -> SealKey.of(text)).getMessage().contains("openssl rand -base64 32"), text);
        }
        assertThrows(IllegalArgumentException.class, () -> KnownKeys.of(null, "c29tZXRoaW5n"));
    }

    /** The empty leaf and the tree of its first leaves, as RFC 6962 and its known implementations have them. */
    @Test
    void theTreeIsThatOfItsStandard() {
        var leaves = new ArrayList<byte[]>();
        List.of("", "00", "10", "2021", "3031", "40414243").forEach(hex -> leaves.add(Tree.leaf(HexFormat.of().parseHex(hex))));
        var roots = List.of("6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d", "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
                "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77", "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
                "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4", "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef");
        for (int n = 1; n <= leaves.size(); n++) {
            assertEquals(roots.get(n - 1), HexFormat.of().formatHex(Tree.root(leaves.subList(0, n))), n + " leaves");
        }
    }

    @Test
    void noTwoRowsGiveTheSameBytes() {
        assertNotEquals(hex(new Fields("x").text("ab").text("c")), hex(new Fields("x").text("a").text("bc")));
        assertNotEquals(hex(new Fields("x").text(null).text("")), hex(new Fields("x").text("").text(null)));
        assertNotEquals(hex(new Fields("x").text(null)), hex(new Fields("x").text("")));
        assertArrayEquals(HexFormat.of().parseHex("7800" + "01" + "00000002" + "c3a9" + "00"), new Fields("x").text("é").raw(null).bytes());
        assertEquals("v".getBytes(StandardCharsets.US_ASCII).length + 1, new Fields("v").bytes().length);
    }

    private static String hex(Fields fields) {
        return HexFormat.of().formatHex(fields.bytes());
    }
}
