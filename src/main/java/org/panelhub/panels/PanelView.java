package org.panelhub.panels;

import java.util.UUID;

import org.panelhub.page.Versioned;

import io.quarkus.qute.TemplateData;

/**
 * A panel as every member of its partnership may read it.
 *
 * @param marking what its case material carries unless told otherwise
 * @param tasking it tasks enforcement, and sees nothing of what other panels hold
 */
@TemplateData
public record PanelView(UUID id, PanelKind kind, String name, String shortName, String purpose, String marking, boolean tasking, String undertakingText,
        String declarationText, int version) implements Versioned {
}
