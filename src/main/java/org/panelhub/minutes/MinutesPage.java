package org.panelhub.minutes;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import org.panelhub.page.Choice;

import io.quarkus.qute.TemplateData;

/** All that the page of the minutes shows and offers to this viewer. Without {@code minutes} there are none for it to read yet. */
@TemplateData
public record MinutesPage(MeetingFacts meeting, LocalDate dueOn, MinutesView minutes, boolean readable, boolean toSign, boolean mayWrite, boolean mayCorrect, boolean mayAgree, List<Circulation.Receipt> receipts) {

    public String path() {
        return "/meetings/" + meeting.id() + "/minutes";
    }

    public UUID meetingId() {
        return meeting.id();
    }

    public String title() {
        return "Minutes of the " + meeting.panelShort();
    }

    public String panel() {
        return meeting.panel();
    }

    public LocalDate day() {
        return meeting.day();
    }

    /** Of an emergency meeting; null for a regular date. */
    public String outOfCycleReason() {
        return meeting.outOfCycleReason();
    }

    public String declaration() {
        return meeting.declaration();
    }

    /** Only what shows case material is marked. */
    public String marking() {
        return readable ? meeting.marking() : null;
    }

    /** A guest's sight of its item ends with the meeting (sharing design, ground 3). */
    public boolean guestsRead() {
        return meeting.open();
    }

    public boolean mayBegin() {
        return mayWrite && minutes == null && meeting.begun();
    }

    public boolean tooEarly() {
        return mayWrite && minutes == null && !meeting.begun();
    }

    public boolean editable() {
        return mayWrite && minutes != null && minutes.isDraft();
    }

    /** A draft of which the viewer reads, and corrects, what is written of its own agency. */
    public boolean correctable() {
        return mayCorrect && readable && minutes.isDraft();
    }

    public String editHint() {
        return mayWrite ? "Leave the box empty to leave this paragraph out." : "Say it as your agency said it. What your agency did not say is a note of its own, which the coordinator adds.";
    }

    /** Whether somebody's copy can be taken along: what an agency corrects is not its copy yet. */
    public boolean toTake() {
        return readable && !correctable();
    }

    public boolean nothingToRead() {
        return !readable && !editable();
    }

    public boolean toAgree() {
        return mayAgree && readable && minutes.isDraft();
    }

    public boolean toCirculate() {
        return mayWrite && minutes != null && minutes.state() == Minutes.State.AGREED;
    }

    public List<Choice> aboutWhat() {
        return minutes.cases().stream().map(c -> Choice.of(c.caseReference(), c.title() + ", " + c.caseReference())).distinct().toList();
    }

    public String stateWords() {
        return switch (minutes.state()) {
            case DRAFT -> "Draft";
            case AGREED -> "Agreed";
            case CIRCULATED -> "Circulated";
        };
    }

    public String stateColour() {
        return switch (minutes.state()) {
            case DRAFT -> "yellow";
            case AGREED -> "blue";
            case CIRCULATED -> "green";
        };
    }
}
