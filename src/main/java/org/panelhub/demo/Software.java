package org.panelhub.demo;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.stream.Stream;

import org.panelhub.CannotStart;

/**
 * Where the neighbours' programs are. In the repository Maven has unpacked Keycloak into {@code .demo/software}; the
 * demo carries its archive beside the jar and unpacks it there the first time.
 */
final class Software {

    private final Path base;
    private final Path unpacked;

    Software(Path base, Path home) {
        this.base = base;
        this.unpacked = home.resolve("software");
    }

    /** @throws CannotStart when there is neither a distribution nor an archive of it */
    Path keycloak() {
        try {
            Path archive = first(base.resolve("software"), "keycloak-quarkus-dist-", ".zip");
            if (archive != null) {
                String name = archive.getFileName().toString().replace("quarkus-dist-", "").replace(".zip", "");
                Path distribution = unpacked.resolve(name);
                if (!Files.exists(distribution.resolve("unpacked"))) {
                    Neighbours.say("Unpacking Keycloak, once");
                    // What was unpacked half, or by a build and copied here, does not fit the archive's files: what it says of its own preparation least of all.
                    Keycloak.delete(distribution);
                    unzip(archive);
                    Files.writeString(distribution.resolve("unpacked"), name);
                }
                return distribution;
            }
            Path distribution = first(unpacked, "keycloak-", "");
            if (distribution == null) {
                distribution = first(base.resolve(".demo/software"), "keycloak-", "");
            }
            if (distribution == null) {
                throw new CannotStart("Keycloak is not in " + unpacked + ". Run ./mvnw process-resources, which fetches and unpacks it.");
            }
            return distribution;
        } catch (IOException e) {
            String reason = String.valueOf(e.getMessage());
            throw new CannotStart("Keycloak could not be unpacked to " + unpacked + ": " + reason + ". It needs about 1 GB of free space.", e);
        }
    }

    private static Path first(Path directory, String start, String end) throws IOException {
        if (!Files.isDirectory(directory)) {
            return null;
        }
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(file -> file.getFileName().toString().startsWith(start) && file.getFileName().toString().endsWith(end))
                    .max(java.util.Comparator.comparing(Path::toString)).orElse(null);
        }
    }

    private void unzip(Path archive) throws IOException {
        try (InputStream file = Files.newInputStream(archive); ZipInputStream zip = new ZipInputStream(file)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                Path target = unpacked.resolve(entry.getName()).normalize();
                if (!target.startsWith(unpacked)) {
                    throw new IOException(entry.getName() + " leads out of the directory");
                }
                if (entry.isDirectory()) {
                    Files.createDirectories(target);
                } else {
                    Files.createDirectories(target.getParent());
                    Files.copy(zip, target, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
                }
            }
        }
    }
}
