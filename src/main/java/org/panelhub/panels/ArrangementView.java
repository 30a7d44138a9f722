package org.panelhub.panels;

import java.util.UUID;

import org.panelhub.time.DateRange;

import io.quarkus.qute.TemplateData;

/** An arrangement with the days on which it holds. */
@TemplateData
public record ArrangementView(UUID id, UUID panelId, DateRange during, ArrangementFigures figures) {
}
