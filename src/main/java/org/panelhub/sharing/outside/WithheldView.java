package org.panelhub.sharing.outside;

import java.time.LocalDate;
import java.util.UUID;

import io.quarkus.qute.TemplateData;

/** A decision not to release, as {@link OutsideView} for what is told of the item. */
@TemplateData
public record WithheldView(UUID itemId, String information, String reference, String agency, String reason, String decidedBy, LocalDate decidedOn) {
}
