package org.panelhub.meetings;

import java.util.UUID;

/** A meeting has ended: its minutes can be written. */
public record MeetingClosed(UUID meetingId, UUID panelId) {
}
