package org.panelhub.protocols;

import io.quarkus.qute.TemplateData;

/** A member who will see no more of a panel than what is its own agency's. */
@TemplateData
public record Loss(String agency, String member, String panel) {
}
