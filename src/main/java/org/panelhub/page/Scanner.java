package org.panelhub.page;

import java.nio.file.Path;

import io.quarkus.qute.TemplateData;

/** Looks through a file that somebody sent from outside before the hub keeps it. {@link FileScanner} is the hub's own; an operator may put another in its place. */
public interface Scanner {

    /** What the file turned out to be; never throws for what is in the file. */
    Verdict scan(Path file);

    /**
     * What was found.
     *
     * @param taken whether the file may be kept
     * @param kind what it is, by its content; null where it is none that the hub takes
     * @param reason why it is not taken, in words for who sent it; "" when it is
     * @param by what looked at it, such as "ClamAV (clamd)" or "kind and size only": kept with the file, so that later readers know
     */
    @TemplateData
    record Verdict(boolean taken, FileKind kind, String reason, String by) {
    }
}
