package org.panelhub.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The demo's archive of Keycloak is unpacked once, and never over another's files. */
class SoftwareTest {

    @TempDir
    private Path directory;

    private Path archived() throws IOException {
        var archive = directory.resolve("jar/software/keycloak-quarkus-dist-1.0.zip");
        Files.createDirectories(archive.getParent());
        try (var zip = new ZipOutputStream(Files.newOutputStream(archive))) {
            zip.putNextEntry(new ZipEntry("keycloak-1.0/lib/run.jar"));
            zip.write("fresh".getBytes());
        }
        return directory.resolve("jar");
    }

    @Test
    void whatWasCopiedFromABuildIsReplacedWholeSoThatItIsPreparedAgain() throws IOException {
        var copied = directory.resolve("home/software/keycloak-1.0");
        Files.createDirectories(copied.resolve("lib"));
        Files.writeString(copied.resolve("lib/run.jar"), "old");
        Files.writeString(copied.resolve("built-for-the-hub"), "--db=dev-file --cache=local");
        var found = new Software(archived(), directory.resolve("home")).keycloak();
        assertEquals(copied, found);
        assertEquals("fresh", Files.readString(found.resolve("lib/run.jar")));
        assertFalse(Files.exists(found.resolve("built-for-the-hub")), "what was prepared is gone with the files it was prepared of");
    }

    @Test
    void whatItUnpackedAndPreparedItselfStays() throws IOException {
        var software = new Software(archived(), directory.resolve("home"));
        Files.writeString(software.keycloak().resolve("built-for-the-hub"), "so");
        assertEquals("so", Files.readString(software.keycloak().resolve("built-for-the-hub")));
    }
}
