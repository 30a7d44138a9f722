package org.panelhub.trigger;

import java.time.LocalDate;

import io.quarkus.qute.TemplateData;

/** Something that happened, as the board reads it. */
@TemplateData
public record EventView(String what, String stage, LocalDate on, String note, String by) {

    public EventKind kind() {
        return EventKind.valueOf(what);
    }

    /** What was noted. Of the notices: how many went out. */
    public String said() {
        return kind() != EventKind.BODIES_TOLD ? note : "0".equals(note) ? "No designated officer is on the list yet" : "1".equals(note) ? "1 officer, by mail" : note + " officers, by mail";
    }
}
