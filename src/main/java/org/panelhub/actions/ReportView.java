package org.panelhub.actions;

import java.time.Instant;

import io.quarkus.qute.TemplateData;

/**
 * One report on an action.
 *
 * @param by who reported; null when the member is not the viewer's to see
 * @param words what was done, or why it was not, or why it was opened again
 * @param evidence what shows that it is done; "" where nothing was said
 */
@TemplateData
public record ReportView(Instant at, String by, String what, String words, String evidence) {
}
