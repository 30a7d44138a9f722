package org.panelhub.actions;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.UUID;

import org.hibernate.annotations.DynamicUpdate;
import org.panelhub.page.Dates;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

/**
 * One thing that one agency does by a day. The minutes of the next meeting tell actions that are <em>no longer possible</em> from those
 * that were <em>not done</em> (MARAC practice), so both end an action, with the reason.
 */
@Entity
@DynamicUpdate
@Table(schema = "hub", name = "action")
public class Action {

    /** Where it stands. */
    public enum State {
        OPEN("Open"),
        DONE("Done"),
        NOT_POSSIBLE("No longer possible"),
        NOT_DONE("Not done");

        private final String label;

        State(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    @Id
    private UUID id;
    private UUID partnershipId;
    private UUID caseId;
    private UUID panelId;
    private UUID meetingId;
    private UUID ownerAgencyId;
    private UUID ownerMemberId;
    private String task;
    private String knownBy;
    private LocalDate dueOn;
    @Enumerated(EnumType.STRING)
    private State state;
    private String outcome;
    private String evidence;
    private UUID madeBy;
    private OffsetDateTime madeAt;
    private OffsetDateTime closedAt;
    @Version
    private int version;

    protected Action() {
    }

    Action(UUID partnershipId, UUID panelId, UUID caseId, UUID meetingId, UUID ownerAgencyId, UUID ownerMemberId, String task, String knownBy, LocalDate dueOn, UUID madeBy,
            OffsetDateTime madeAt) {
        this.id = UUID.randomUUID();
        this.partnershipId = partnershipId;
        this.panelId = panelId;
        this.caseId = caseId;
        this.meetingId = meetingId;
        this.ownerAgencyId = ownerAgencyId;
        this.ownerMemberId = ownerMemberId;
        this.task = task;
        this.knownBy = knownBy;
        this.dueOn = dueOn;
        this.state = State.OPEN;
        this.outcome = "";
        this.evidence = "";
        this.madeBy = madeBy;
        this.madeAt = madeAt;
    }

    /** Ends it, or opens it again. */
    void report(State reported, String words, String shownBy, OffsetDateTime at) {
        state = reported;
        outcome = reported == State.OPEN ? "" : words;
        evidence = reported == State.DONE ? shownBy : "";
        closedAt = reported == State.OPEN ? null : at;
    }

    void change(String newTask, String newlyKnownBy, UUID agencyId, UUID memberId, LocalDate newDueOn) {
        task = newTask;
        knownBy = newlyKnownBy;
        ownerAgencyId = agencyId;
        ownerMemberId = memberId;
        dueOn = newDueOn;
    }

    public UUID id() {
        return id;
    }

    public UUID caseId() {
        return caseId;
    }

    public UUID panelId() {
        return panelId;
    }

    public UUID meetingId() {
        return meetingId;
    }

    public UUID ownerAgencyId() {
        return ownerAgencyId;
    }

    public UUID ownerMemberId() {
        return ownerMemberId;
    }

    public String task() {
        return task;
    }

    /** How one will know that it is done; "" where nobody said. */
    public String knownBy() {
        return knownBy;
    }

    public LocalDate dueOn() {
        return dueOn;
    }

    /** The day on which it was agreed. */
    LocalDate madeOn() {
        return Dates.date(madeAt);
    }

    public State state() {
        return state;
    }

    public int version() {
        return version;
    }
}
