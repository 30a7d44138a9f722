package org.panelhub.partnership;

import java.util.UUID;

import org.panelhub.page.Versioned;

import io.quarkus.qute.TemplateData;

/** A signatory as pages and the API show it. */
@TemplateData
public record SignatoryView(UUID id, String name, Sector sector, boolean relevantAuthority, int version) implements Versioned {
}
