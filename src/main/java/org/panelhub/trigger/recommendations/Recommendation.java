package org.panelhub.trigger.recommendations;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.UUID;

import org.hibernate.annotations.DynamicUpdate;
import org.panelhub.identity.Viewer;
import org.panelhub.trigger.Application;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

/** One recommendation of a review. Worded anew only until it is answered. */
@Entity
@DynamicUpdate
@Table(schema = "hub", name = "trigger_recommendation")
class Recommendation {

    @Id
    private UUID id;
    private UUID partnershipId;
    private UUID triggerId;
    private UUID panelId;
    private UUID caseId;
    private UUID agencyId;
    private String addressee;
    private String words;
    private LocalDate madeOn;
    private LocalDate answerBy;
    private String answer = "";
    private LocalDate answeredOn;
    private UUID answeredBy;
    private String regard;
    @Enumerated(EnumType.STRING)
    private Done done = Done.OPEN;
    private LocalDate doneOn;
    private String doneWhy = "";
    private UUID madeBy;
    private OffsetDateTime madeAt;
    @Version
    private int version;

    protected Recommendation() {
    }

    Recommendation(Viewer by, Application application, UUID id) {
        this.id = id;
        this.partnershipId = by.partnershipId();
        this.triggerId = application.id();
        this.panelId = application.panelId();
        this.caseId = application.caseId();
        this.madeBy = by.memberId();
        this.madeAt = by.now();
    }

    /** To one of the partnership's agencies, or by name to another body. */
    void say(UUID agency, String another, String what, LocalDate on, LocalDate by) {
        agencyId = agency;
        addressee = another;
        words = what;
        madeOn = on;
        answerBy = by;
    }

    /** @param on null where there is no answer yet */
    void answer(Viewer by, String said, LocalDate on, String had, Done came, LocalDate cameOn, String why) {
        if (on != null) {
            answer = said;
            answeredOn = on;
            answeredBy = by.memberId();
            regard = had;
        }
        done = came;
        doneOn = cameOn;
        doneWhy = why;
    }

    UUID triggerId() {
        return triggerId;
    }

    UUID agencyId() {
        return agencyId;
    }

    LocalDate madeOn() {
        return madeOn;
    }

    boolean answered() {
        return answeredOn != null;
    }

    /** Whether its words may still be changed. */
    boolean open() {
        return answeredOn == null && done == Done.OPEN;
    }

    int version() {
        return version;
    }
}
