package org.panelhub.documents;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.panelhub.page.Scanner;
import org.panelhub.page.Sha256;

import io.quarkus.runtime.configuration.MemorySize;
import jakarta.enterprise.context.ApplicationScoped;

/** Where a file comes in: it is looked through before the hub keeps it. That may take a minute, so it is done outside of every transaction. */
@ApplicationScoped
public class Intake {

    private static final int MEGABYTE = 1024 * 1024;

    private final Scanner scanner;
    private final long most;

    Intake(Scanner scanner, @ConfigProperty(name = "hub.scanner.most") MemorySize most) {
        this.scanner = scanner;
        this.most = most.asLongValue();
    }

    /** How large one file may be, in megabytes. */
    public long mostMegabytes() {
        return most / MEGABYTE;
    }

    /**
     * The file as it may be kept.
     *
     * @param sent as it came with the form; null where none did
     * @throws FileRefused in words for who sent it
     */
    public Incoming take(FileUpload sent) throws FileRefused {
        if (sent == null || sent.size() == 0 && (sent.fileName() == null || sent.fileName().isBlank())) {
            throw new FileRefused("Choose a file", false);
        }
        var verdict = scanner.scan(sent.uploadedFile());
        if (!verdict.taken()) {
            throw new FileRefused(verdict.reason(), sent.size() > most);
        }
        try {
            var content = Files.readAllBytes(sent.uploadedFile());
            return new Incoming(FileName.clean(sent.fileName()), verdict.kind(), content, Sha256.hex(content), verdict.by());
        } catch (IOException e) {
            throw new UncheckedIOException("A file that was sent cannot be read", e);
        }
    }
}
