package org.panelhub.panels;

import java.util.UUID;

import org.panelhub.time.DateRange;

import io.quarkus.qute.TemplateData;

/**
 * A deputy with whom it stands in for.
 *
 * @param mayDecide whether the viewer may confirm or refuse it
 * @param mayEnd whether the viewer may end it before its last day
 * @param undertaken whether the deputy has signed the undertaking of the panel; the seat opens nothing before
 */
@TemplateData
public record DeputyView(UUID id, String deputy, String agency, String standsInFor, DateRange during, String stateText, String stateColour, boolean undertaken, boolean mayDecide, boolean mayEnd) {
}
