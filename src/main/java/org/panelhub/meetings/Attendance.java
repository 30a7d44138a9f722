package org.panelhub.meetings;

import java.time.OffsetDateTime;
import java.util.UUID;

import org.hibernate.annotations.DynamicUpdate;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

/** One person and one meeting: invited, what they replied, whether they were there. Apologies keep whether information was sent [Derbyshire]. */
@Entity
@DynamicUpdate
@Table(schema = "hub", name = "attendance")
public class Attendance {

    /** As what someone is invited. An observer sees the room while it is open, and nothing else. */
    public enum Capacity {
        MEMBER("Member"), OBSERVER("Observer"), GUEST("Guest");

        private final String label;

        Capacity(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    /** What the invited person answered. */
    public enum Reply {
        INVITED("No reply yet"), COMING("Coming"), APOLOGIES("Apologies");

        private final String label;

        Reply(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    @Id
    private UUID id;
    private UUID partnershipId;
    private UUID meetingId;
    private UUID panelId;
    private UUID memberId;
    @Enumerated(EnumType.STRING)
    private Capacity capacity;
    @Enumerated(EnumType.STRING)
    private Reply reply = Reply.INVITED;
    private boolean informationSent;
    private boolean present;
    private OffsetDateTime arrivedAt;
    private OffsetDateTime leftAt;
    @Version
    private int version;

    protected Attendance() {
    }

    Attendance(Meeting meeting, UUID memberId, Capacity capacity) {
        this.id = UUID.randomUUID();
        this.partnershipId = meeting.partnershipId();
        this.meetingId = meeting.id();
        this.panelId = meeting.panelId();
        this.memberId = memberId;
        this.capacity = capacity;
    }

    void reply(Reply answer, boolean sentInformation) {
        reply = answer;
        informationSent = answer == Reply.APOLOGIES && sentInformation;
    }

    /** In the room, by signing the declaration or coming back. */
    void arrive(OffsetDateTime at) {
        present = true;
        if (arrivedAt == null) {
            arrivedAt = at;
        }
        leftAt = null;
        reply = Reply.COMING;
        informationSent = false;
    }

    void leave(OffsetDateTime at) {
        present = false;
        leftAt = at;
    }

    public UUID memberId() {
        return memberId;
    }

    public Capacity capacity() {
        return capacity;
    }

    public Reply reply() {
        return reply;
    }

    public boolean informationSent() {
        return informationSent;
    }

    public boolean present() {
        return present;
    }
}
