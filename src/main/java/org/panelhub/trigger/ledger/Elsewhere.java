package org.panelhub.trigger.ledger;

import java.util.UUID;

import io.quarkus.qute.TemplateData;

/**
 * A complaint that another application seems to hold, too. Somebody may have applied twice, or neighbours about one thing: a person looks.
 *
 * @param reference of the other application
 * @param byReference whether the body's own reference is the same; else the day and the place are
 */
@TemplateData
public record Elsewhere(UUID complaint, String reference, boolean byReference) {
}
