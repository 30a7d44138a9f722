package org.panelhub;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.Map;

import org.junit.jupiter.api.Test;

/** What each command asks of its environment. That the jar itself refuses to start is told by the journeys. */
class SettingsTest {

    private static final Map<String, String> FOUNDING = Map.of("HUB_DB_URL", "jdbc:postgresql://localhost/hub", "HUB_MIGRATOR_PASSWORD", "x", "HUB_URL", "https://hub.example");

    @Test
    void foundingNeedsTheDatabaseItsPasswordAndTheAddressForTheInvitation() {
        assertEquals("https://hub.example", Settings.forFounding(FOUNDING).hubUrl());
        for (var name : FOUNDING.keySet()) {
            var without = new HashMap<>(FOUNDING);
            without.remove(name);
            assertTrue(assertThrows(CannotStart.class, () -> Settings.forFounding(without)).getMessage().contains(name), name);
        }
    }

    @Test
    void anAddressWithAPathOrASlashAtItsEndIsRefused() {
        for (var wrong : new String[] { "https://hub.example/", "https://hub.example/panels", "hub.example", "https://hub.example?x" }) {
            var settings = new HashMap<>(FOUNDING);
            settings.put("HUB_URL", wrong);
            assertTrue(assertThrows(CannotStart.class, () -> Settings.forFounding(settings)).getMessage().contains("without a slash"), wrong);
        }
    }

    @Test
    void verifyingNeedsAKeyToBelieveButNotTheOneThatSeals() {
        var settings = new HashMap<>(Map.of("HUB_DB_URL", "jdbc:postgresql://localhost/hub", "HUB_DB_PASSWORD", "x"));
        assertTrue(assertThrows(CannotStart.class, () -> Settings.forVerifying(settings)).getMessage().contains("HUB_RECORD_EARLIER_KEYS"));
        settings.put("HUB_RECORD_KEY", "dGhlLXNlYWxzLWtleS1vZi10aGlzLXRlc3QtcnVuLTE=");
        var printed = Settings.forVerifying(settings).recordKeys().all().getFirst();
        settings.remove("HUB_RECORD_KEY");
        settings.put("HUB_RECORD_EARLIER_KEYS", printed.substring(printed.indexOf(' ') + 1));
        assertEquals(printed, Settings.forVerifying(settings).recordKeys().all().getFirst(), "the public key, as it is printed, is enough");
        settings.put("HUB_RECORD_EARLIER_KEYS", "bm8ga2V5");
        assertTrue(assertThrows(CannotStart.class, () -> Settings.forVerifying(settings)).getMessage().contains("no public key"));
    }
}
