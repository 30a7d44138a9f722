package org.panelhub.trigger.signoff;

import java.time.Instant;
import java.util.UUID;

import io.quarkus.qute.TemplateData;

/**
 * One who has to sign a letter, and whether these words are signed.
 *
 * @param signatoryId the body for which, or null for the chair
 * @param body its name; empty for the chair
 * @param name who signed, or null
 * @param signedAt when, or null
 */
@TemplateData
public record Signature(UUID signatoryId, String body, String name, Instant signedAt) {

    public String who() {
        return signatoryId == null ? "The chair" : body;
    }
}
