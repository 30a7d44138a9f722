package org.panelhub.panels;

import java.util.UUID;

import org.panelhub.time.DateRange;

import io.quarkus.qute.TemplateData;

/** Terms of reference with the days on which they hold. */
@TemplateData
public record TermsView(UUID id, UUID panelId, DateRange during, TermsOfReference terms) {
}
