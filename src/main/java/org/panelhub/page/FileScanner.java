package org.panelhub.page;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

import io.quarkus.arc.DefaultBean;
import io.quarkus.runtime.configuration.MemorySize;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

/**
 * Looks at the size and the kind of a file, and then has ClamAV look through it where there is one: the {@code clamd} that is configured (HUB_CLAMD), or the command {@code clamdscan} or
 * {@code clamscan} on the path. Where there is none, kind and size are all that is looked at, and the verdict says so. ClamAV that is there and does not answer is no reason to take a file unseen.
 */
@Singleton
@DefaultBean
class FileScanner implements Scanner {

    static final String RULES = "kind and size only";

    private static final Logger LOG = Logger.getLogger(FileScanner.class);
    /** What every virus scanner takes for a virus, so that one can try it (EICAR test file, 2003). In pieces, as this file is itself looked through. */
    private static final byte[] TEST_VIRUS = String.join("", "X5O!P%@AP[4\\PZX54(P^)7CC)7}", "$EICAR-STANDARD-", "ANTIVIRUS-TEST-FILE!", "$H+H*").getBytes(StandardCharsets.US_ASCII);
    private static final String ACCEPTED = "Send a PDF, a photograph (JPEG, PNG or HEIC), a video (MP4), a sound recording (MP3 or M4A), a Word document (DOCX) or plain text";
    private static final String INFECTED = "The file holds a virus, or the standard test for one";
    private static final int MEGABYTE = 1024 * 1024;

    private final MemorySize most;
    private final Optional<ClamAv> clamAv;

    @Inject
    FileScanner(@ConfigProperty(name = "hub.scanner.most") MemorySize most, @ConfigProperty(name = "hub.scanner.clamd") Optional<String> clamd) {
        this(most, ClamAv.at(clamd.filter(at -> !at.isBlank()).orElse(null), System.getenv("PATH")).orElse(null));
    }

    /** @param clamAv null where there is none */
    FileScanner(MemorySize most, ClamAv clamAv) {
        this.most = most;
        this.clamAv = Optional.ofNullable(clamAv);
        LOG.infof("Files from outside are looked through by %s", this.clamAv.map(ClamAv::name).orElse(RULES));
    }

    @Override
    public Verdict scan(Path file) {
        var by = clamAv.map(ClamAv::name).orElse(RULES);
        try {
            if (Files.size(file) == 0) {
                return refused("The file is empty", RULES);
            }
            if (Files.size(file) > most.asLongValue()) {
                return refused("The file is larger than " + most.asLongValue() / MEGABYTE + " MB", RULES);
            }
            if (holdsTestVirus(file)) {
                return refused(INFECTED, RULES);
            }
            var kind = FileKind.of(file);
            if (kind.isEmpty()) {
                return refused("The file is of a kind that cannot be taken. " + ACCEPTED, RULES);
            }
            if (clamAv.isPresent() && clamAv.get().infected(file)) {
                return refused(INFECTED, by);
            }
            return new Verdict(true, kind.get(), "", by);
        } catch (IOException e) {
            LOG.errorf(e, "A file could not be looked through by %s", by);
            return refused("The file could not be looked through just now. Try again in a few minutes, or send us the rest without it", by);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return refused("The file could not be looked through just now. Try again in a few minutes, or send us the rest without it", by);
        }
    }

    private static Verdict refused(String reason, String by) {
        return new Verdict(false, null, reason, by);
    }

    private static boolean holdsTestVirus(Path file) throws IOException {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            int matched = 0;
            for (int next = in.read(); next >= 0; next = in.read()) {
                // The string begins with the only X before its fifteenth sign, so one that breaks off begins anew with this sign or not at all.
                matched = next == TEST_VIRUS[matched] ? matched + 1 : next == TEST_VIRUS[0] ? 1 : 0;
                if (matched == TEST_VIRUS.length) {
                    return true;
                }
            }
            return false;
        }
    }

    /** The commands of ClamAV that are on the path, the one that asks a running clamd first. */
    static Optional<Path> command(String path) {
        return Stream.of("clamdscan", "clamscan").flatMap(name -> Arrays.stream(path == null ? new String[0] : path.split(":")).filter(d -> !d.isBlank()).map(directory -> Path.of(directory, name)))
                .filter(Files::isExecutable).findFirst();
    }
}
