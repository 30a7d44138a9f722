package org.panelhub.trigger.appeal;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.UUID;

import org.hibernate.annotations.DynamicUpdate;
import org.hibernate.annotations.Generated;
import org.panelhub.identity.Viewer;
import org.panelhub.trigger.Application;
import org.panelhub.trigger.Received;

import io.quarkus.qute.TemplateData;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

/** One appeal of an applicant. Late or not is worked out by PostgreSQL from the last day and the day on which it was received. */
@Entity
@DynamicUpdate
@Table(schema = "hub", name = "trigger_appeal")
class Appeal {

    /** What an appeal comes to. */
    @TemplateData
    public enum Outcome {
        UPHELD("Upheld"), PARTLY("Upheld in part"), NOT_UPHELD("Not upheld");

        private final String label;

        Outcome(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    @Id
    private UUID id;
    private UUID partnershipId;
    private UUID triggerId;
    private UUID panelId;
    @Enumerated(EnumType.STRING)
    private About about;
    private String words;
    @Enumerated(EnumType.STRING)
    private Received receivedHow;
    private LocalDate askedOn;
    private OffsetDateTime askedAt;
    private UUID enteredBy;
    private LocalDate dueOn;
    @Generated
    private boolean late;
    private Boolean taken;
    private String takenReason = "";
    private UUID takenBy;
    private OffsetDateTime takenAt;
    private UUID reviewerId;
    private UUID namedBy;
    private OffsetDateTime namedAt;
    @Enumerated(EnumType.STRING)
    private Outcome outcome;
    private String outcomeWords = "";
    private LocalDate outcomeOn;
    private UUID outcomeBy;
    @Version
    private int version;

    protected Appeal() {
    }

    Appeal(Viewer by, Application application, UUID id, About about, String words, Received how, LocalDate askedOn, LocalDate lastDay) {
        this.id = id;
        this.partnershipId = by.partnershipId();
        this.triggerId = application.id();
        this.panelId = application.panelId();
        this.about = about;
        this.words = words;
        this.receivedHow = how;
        this.askedOn = askedOn;
        this.askedAt = by.now();
        this.enteredBy = by.memberId();
        this.dueOn = lastDay;
    }

    void take(Viewer by, boolean all, String reason) {
        taken = all;
        takenReason = reason;
        takenBy = by.memberId();
        takenAt = by.now();
    }

    void name(Viewer by, UUID reviewer) {
        reviewerId = reviewer;
        namedBy = by.memberId();
        namedAt = by.now();
    }

    void conclude(Viewer by, Outcome found, String why) {
        outcome = found;
        outcomeWords = why;
        outcomeOn = by.today();
        outcomeBy = by.memberId();
    }

    UUID id() {
        return id;
    }

    UUID triggerId() {
        return triggerId;
    }

    LocalDate askedOn() {
        return askedOn;
    }

    UUID reviewerId() {
        return reviewerId;
    }

    /** A late one of which nobody has said whether it is taken. */
    boolean waitsToBeTaken() {
        return late && taken == null;
    }

    /** Not answered yet, in whatever way. */
    boolean running() {
        return outcome == null && !Boolean.FALSE.equals(taken);
    }
}
