package org.panelhub.risk;

import java.time.LocalDate;
import java.util.UUID;

import io.quarkus.qute.TemplateData;

/**
 * An instrument in one edition. It is never changed: a change is a new edition, so that an old assessment keeps the questions it was made with.
 *
 * @param example our own questions, to be replaced by the area's
 * @param from first day of use
 * @param until day after the last, or null while it is in use
 */
@TemplateData
public record Instrument(UUID id, Purpose purpose, String name, int edition, boolean example, LocalDate from, LocalDate until, Definition definition) {

    /** "Victim vulnerability assessment, edition 2". */
    public String title() {
        return name + ", edition " + edition;
    }
}
