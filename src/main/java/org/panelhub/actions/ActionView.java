package org.panelhub.actions;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

import org.panelhub.page.Versioned;

import io.quarkus.qute.TemplateData;

/**
 * An action as pages and the API show it.
 *
 * @param caseReference null for an action of the panel itself, and for one whose case is not the viewer's to see
 * @param owner the agency's name
 * @param ownerShort as it is said in a list
 * @param person who is to do it; null when the agency decides, or when the member is not the viewer's to see
 * @param knownBy how one will know that it is done; "" where nobody said
 * @param evidence what shows that it is done; "" where nothing was said
 * @param outcome what was done, or why it was not; "" while it is open
 * @param meetingOn the day of the meeting that agreed it; null when it was agreed between two
 */
@TemplateData
public record ActionView(UUID id, String task, String knownBy, UUID panelId, String panel, String marking, UUID caseId, String caseReference, UUID ownerAgencyId, String owner, String ownerShort,
        UUID ownerMemberId, String person, Due due, Action.State state, String outcome, String evidence, Instant madeAt, String madeBy, Instant closedAt, LocalDate meetingOn, int version) implements Versioned {

    public boolean open() {
        return state == Action.State.OPEN;
    }

    /** Beside the words that say what shows it. */
    public String evidenceHint() {
        return knownBy.isEmpty() ? "Words are enough: a receipt seen, a letter of that day, the person’s own word. Leave it empty where nothing does." : "Agreed was: " + knownBy;
    }

    public String stateText() {
        return state.label();
    }

    public String stateColour() {
        return switch (state) {
            case OPEN -> "blue";
            case DONE -> "green";
            case NOT_POSSIBLE -> "grey";
            case NOT_DONE -> "orange";
        };
    }

    /** "Priya Nair, council housing", or the agency alone. */
    public String who() {
        return person == null ? ownerShort : person + ", " + ownerShort;
    }
}
