package org.panelhub;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

/** Flyway passes over a file whose name it does not know, without a word; here it is said. */
class MigrationNamesTest {

    @Test
    void migrationsAreNumberedAndNamed() throws IOException {
        List<String> names = names("db/migration");
        names.forEach(name -> assertTrue(name.matches("V\\d{3}__[a-z][a-z0-9_]*\\.sql"), name));
        assertEquals(names.size(), names.stream().map(name -> name.substring(0, 4)).distinct().count(), "two migrations have one number: " + names);
    }

    @Test
    void policiesRunInTheOrderOfTheirNumbers() throws IOException {
        List<String> names = names("db/policy").stream().filter(name -> !name.equals("manifest.txt")).toList();
        names.forEach(name -> assertTrue(name.matches("R__\\d{2}_[a-z][a-z0-9_]*\\.sql"), name));
        assertEquals(names.size(), names.stream().map(name -> name.substring(0, 5)).distinct().count(), "two policy files have one number: " + names);
    }

    @Test
    void inventedDataComesAfterThePolicies() throws IOException {
        names("db/demo").forEach(name -> assertTrue(name.matches("R__9[6-9]_[a-z][a-z0-9_]*\\.sql"), name));
    }

    private static List<String> names(String directory) throws IOException {
        try (Stream<Path> files = Files.list(Path.of(directory))) {
            return files.map(f -> f.getFileName().toString()).sorted().toList();
        }
    }
}
