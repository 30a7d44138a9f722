package org.panelhub.audit;

import java.time.Instant;

import io.quarkus.qute.TemplateData;

/**
 * Who saved something last, and when, for somebody whose own version came after it.
 *
 * @param name null when the writer is not theirs to see by name
 * @param agency null when the writer has none
 * @param oneself whether it was the viewer, perhaps in another window
 */
@TemplateData
public record Writer(String name, String agency, Instant at, boolean oneself) {

    /** As the subject of a sentence. */
    public String who() {
        if (oneself) {
            return "You";
        }
        return name != null ? name : agency == null ? "Someone else" : "Someone at " + agency;
    }
}
