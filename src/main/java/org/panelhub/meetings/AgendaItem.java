package org.panelhub.meetings;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.UUID;

import org.hibernate.annotations.DynamicUpdate;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

/** One line of an agenda, with names: apart from the meeting's own slot in the diary, since fewer may read it. A case stands on it once. */
@Entity
@DynamicUpdate
@Table(schema = "hub", name = "agenda_item")
public class AgendaItem {

    @Id
    private UUID id;
    private UUID partnershipId;
    private UUID meetingId;
    private UUID panelId;
    private int position;
    @Enumerated(EnumType.STRING)
    private AgendaKind kind;
    private UUID caseId;
    private String title;
    private int minutesPlanned;
    private OffsetDateTime startedAt;
    private OffsetDateTime endedAt;
    private int breakSeconds;
    private UUID leaveBy;
    private String lateReason = "";
    @Version
    private int version;

    protected AgendaItem() {
    }

    AgendaItem(Meeting meeting, int position, AgendaKind kind, UUID caseId, String title, int minutesPlanned) {
        this.id = UUID.randomUUID();
        this.partnershipId = meeting.partnershipId();
        this.meetingId = meeting.id();
        this.panelId = meeting.panelId();
        this.position = position;
        this.kind = kind;
        this.caseId = caseId;
        this.title = title;
        this.minutesPlanned = minutesPlanned;
    }

    /** It came after the cut-off; the chair lets it be heard all the same. */
    AgendaItem byLeaveOf(UUID chair, String why) {
        leaveBy = chair;
        lateReason = why;
        return this;
    }

    void place(int at) {
        position = at;
    }

    void plan(int minutes) {
        minutesPlanned = minutes;
    }

    /** The room turns to it. An item that is taken up again goes on from its first beginning. */
    public void start(OffsetDateTime at) {
        if (startedAt == null) {
            startedAt = at;
        }
        endedAt = null;
    }

    /** There was a break while it was heard. */
    public void paused(Duration length) {
        breakSeconds += (int) length.toSeconds();
    }

    public void end(OffsetDateTime at) {
        if (startedAt != null && endedAt == null) {
            endedAt = at;
        }
    }

    public UUID id() {
        return id;
    }

    public UUID meetingId() {
        return meetingId;
    }

    public UUID panelId() {
        return panelId;
    }

    public int position() {
        return position;
    }

    public AgendaKind kind() {
        return kind;
    }

    /** The case it is about, or null. */
    public UUID caseId() {
        return caseId;
    }

    public String title() {
        return title;
    }

    public int minutesPlanned() {
        return minutesPlanned;
    }

    public OffsetDateTime startedAt() {
        return startedAt;
    }

    public OffsetDateTime endedAt() {
        return endedAt;
    }

    public int version() {
        return version;
    }
}
