package org.panelhub.documents;

import java.time.Instant;
import java.util.UUID;

import org.panelhub.page.FileKind;

import io.quarkus.qute.TemplateData;

/**
 * A file, without its content.
 *
 * @param fromApplicant whether the applicant sent it at the public pages
 * @param came how it came
 * @param kindName of what kind it is, by its content
 * @param size bytes
 * @param sha256 in hexadecimal, so that a copy elsewhere can be compared
 * @param scannedBy what looked through it before it was kept
 * @param by who added it; empty where the applicant sent it
 * @param openedAt when somebody first took out what the applicant sent; null while nobody has
 * @param removedAt since when it is deleted; null while it is there
 * @param removedBy who deleted it; empty where the applicant took it back
 */
@TemplateData
public record DocumentView(UUID id, UUID panelId, UUID caseId, boolean fromApplicant, String came, String name, String note, String kindName, int size, String sha256, String scannedBy, Instant at, String by,
        Instant openedAt, Instant removedAt, String removedBy, String removedWhy) {

    public FileKind kind() {
        return FileKind.valueOf(kindName);
    }

    public String what() {
        return kind().words();
    }

    public String sizeText() {
        return FileSize.text(size);
    }

    public boolean there() {
        return removedAt == null;
    }

    /** The applicant sent it, and nobody has looked at it. */
    public boolean fresh() {
        return fromApplicant && there() && openedAt == null;
    }

    public boolean takenBack() {
        return !there() && removedBy.isEmpty();
    }
}
