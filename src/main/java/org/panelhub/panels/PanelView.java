package org.panelhub.panels;

import java.util.UUID;

import org.panelhub.page.Versioned;

import io.quarkus.qute.TemplateData;

/** A panel as every member of its partnership may read it. {@code marking} is what its case material carries unless told otherwise. */
@TemplateData
public record PanelView(UUID id, PanelKind kind, String name, String shortName, String purpose, String marking, String undertakingText,
        String declarationText, int version) implements Versioned {
}
