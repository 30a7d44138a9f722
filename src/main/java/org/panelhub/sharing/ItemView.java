package org.panelhub.sharing;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.UUID;

import org.panelhub.page.Words;

import io.quarkus.qute.TemplateData;

/**
 * An item as the viewer may read it.
 *
 * @param agency short name of the originating agency
 * @param handlingCode of police intelligence, else null
 * @param handling the originator's conditions, or blank
 * @param instruction the handling instruction that goes with the marking, or blank
 * @param sanitisedBy of police intelligence: who took out what could tell the source; else blank
 */
@TemplateData
public record ItemView(UUID id, UUID caseId, UUID panelId, UUID agencyId, String agency, ItemHow how, Nature nature, LocalDate sourceDate, String body, String marking,
        HandlingCode handlingCode, String handling, String instruction, String sanitisedBy, ItemState state, UUID meetingId, int version) {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH);

    public String path() {
        return "/items/" + id;
    }

    /** "2 Dec 2026", or blank. */
    public String sourceText() {
        return sourceDate == null ? "" : DAY.format(sourceDate);
    }

    /** "fact, 2 Dec 2026", or "shared verbally, 12 Nov 2026". */
    public String howText() {
        var first = how == ItemHow.SAID_ALOUD ? "shared verbally" : Words.lower(nature.label());
        return sourceDate == null ? first : first + ", " + DAY.format(sourceDate);
    }

    public boolean released() {
        return state == ItemState.RELEASED;
    }

    public boolean saidAloud() {
        return how == ItemHow.SAID_ALOUD;
    }

    /** What the reader must keep to, or null. */
    public String handlingText() {
        if (handlingCode == null && handling.isBlank()) {
            return null;
        }
        var code = handlingCode == null ? "Handling" : "Handling, code " + handlingCode.name();
        return handling.isBlank() ? code : code + ": " + Words.lower(handling);
    }

    /** "OFFICIAL-SENSITIVE: for the recipients of this release only". */
    public String markingText() {
        return instruction.isBlank() ? marking : marking + ": " + Words.lower(instruction);
    }

    /** The same item in other words. */
    public Item.Content saying(String words) {
        return new Item.Content(nature, sourceDate, words, marking, instruction, handlingCode, handling, sanitisedBy, null);
    }

    public String agencyTitle() {
        return Words.upper(agency);
    }
}
