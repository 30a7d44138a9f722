package org.panelhub.trigger.letters;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import org.panelhub.letters.LetterView;
import org.panelhub.page.Choice;

import io.quarkus.qute.TemplateData;

/**
 * A letter to be read, edited or taken out as a PDF.
 *
 * @param reference of the application
 * @param marking of the board's panel
 * @param dated the day it was sent; today while it has not been
 * @param ways how it may be sent, by what the applicant said is safe
 * @param unsafe what the writer must know before sending it; "" when there is nothing
 * @param largePrint whether the applicant asked for it
 */
@TemplateData
public record TriggerLetterView(UUID id, String reference, String marking, String partnership, LetterKind kind, String language, String title, String body, LocalDate dated, LocalDate sentOn, String sentHow, List<Choice> ways,
        String unsafe, boolean largePrint, boolean mayWrite, int version) {

    public String path() {
        return "/triggers/" + reference + "/letters/" + id;
    }

    /** Whether the chair and each relevant body sign it before it goes. */
    public boolean signedOff() {
        return kind == LetterKind.RESOLUTION;
    }

    public List<LetterView.Part> parts() {
        return LetterView.parts(body);
    }

    /** One in the list of an application's letters. */
    @TemplateData
    public record Line(UUID id, LetterKind kind, LocalDate madeOn, LocalDate sentOn) {
    }
}
