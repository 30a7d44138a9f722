package org.panelhub.letters;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import org.panelhub.cases.CaseHead;
import org.panelhub.page.Choice;

import io.quarkus.qute.TemplateData;

/**
 * A letter to be read, edited or taken out as a PDF.
 *
 * @param dated the day it was sent; today while it has not been
 * @param safeToWrite YES, NO or UNKNOWN
 */
@TemplateData
public record LetterView(UUID id, CaseHead head, String partnership, String addressee, LocalDate dated, String body, LocalDate sentOn, String sentHow, String safeToWrite, boolean mayWrite,
        List<Choice> ways, int version) {

    private static final int LONGEST_HEADING = 80;

    /** A paragraph, or a line that stands alone as a heading. */
    @TemplateData
    public record Part(boolean heading, List<String> lines) {
    }

    /** The text in paragraphs. A short line by itself, without an end like a sentence's, is a heading. */
    public List<Part> parts() {
        return parts(body);
    }

    /** The same of any letter. */
    public static List<Part> parts(String body) {
        var parts = new ArrayList<Part>();
        for (var paragraph : body.replace("\r\n", "\n").split("\n\\s*\n")) {
            var lines = paragraph.strip().lines().map(String::strip).toList();
            if (!lines.isEmpty()) {
                parts.add(new Part(lines.size() == 1 && lines.getFirst().length() <= LONGEST_HEADING && !lines.getFirst().matches(".*[.,;:!?\\]]"), lines));
            }
        }
        return parts;
    }
}
