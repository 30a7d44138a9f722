package org.panelhub.cases.conflicts;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import io.quarkus.qute.TemplateData;

/**
 * What the viewer told of itself.
 *
 * @param identity null when it gave nothing, or took it back
 */
@TemplateData
public record OwnFactsView(Identity identity, List<Relation> relations) {

    /** Its own name and date of birth, and since when. */
    @TemplateData
    public record Identity(String givenNames, String familyName, List<String> formerNames, LocalDate born, Instant givenAt) {

        public String name() {
            return givenNames + " " + familyName;
        }

        public String former() {
            return String.join(", ", formerNames);
        }
    }

    /** Somebody whom the viewer knows privately. */
    @TemplateData
    public record Relation(UUID id, String name, LocalDate born, String relation) {
    }
}
