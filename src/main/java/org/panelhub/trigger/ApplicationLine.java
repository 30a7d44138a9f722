package org.panelhub.trigger;

import java.time.LocalDate;
import java.util.UUID;

import io.quarkus.qute.TemplateData;

/**
 * An application in the list of its board.
 *
 * @param unread how many messages of the applicant nobody has read
 * @param unopened how many files of the applicant nobody has opened
 * @param panelId of the board
 */
@TemplateData
public record ApplicationLine(UUID id, String reference, String subject, LocalDate receivedOn, String cameBy, String stands, String marking, long unread, long unopened, UUID panelId) {

    public Received how() {
        return Received.valueOf(cameBy);
    }

    public ApplicationState state() {
        return ApplicationState.valueOf(stands);
    }

    public String href() {
        return "/triggers/" + reference;
    }
}
