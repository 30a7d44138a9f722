package org.panelhub.sharing.outside;

import java.time.LocalDate;
import java.util.UUID;

import io.quarkus.qute.TemplateData;

/**
 * What an originator gave to a body that has signed nothing.
 *
 * @param information the item; null for an information lead, who reads that it was given and not what
 * @param reference of the case; null where it is not open to the viewer
 * @param recordedBy null when the member is not the viewer's to know
 */
@TemplateData
public record OutsideView(UUID id, UUID itemId, String information, String reference, String agency, String body, String contact, String gateway, String reason, LocalDate givenOn, String recordedBy,
        LocalDate recordedOn) {
}
