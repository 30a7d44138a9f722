package org.panelhub.trigger.bodies;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import org.hibernate.annotations.DynamicUpdate;
import org.panelhub.identity.Viewer;
import org.panelhub.trigger.Application;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

/** Somebody who was told of an application or asked about it, and what came of it. */
@Entity
@DynamicUpdate
@Table(schema = "hub", name = "trigger_asking")
public class Asking {

    @Id
    private UUID id;
    private UUID partnershipId;
    private UUID triggerId;
    private UUID panelId;
    @Enumerated(EnumType.STRING)
    private Reason reason;
    private UUID agencyId;
    private String recipient;
    private String what;
    private boolean mustAnswer;
    private LocalDate dueOn;
    private LocalDate toldOn;
    private String toldHow;
    private LocalDate[] chasedOn;
    private LocalDate answeredOn;
    private String answer;
    private String notNeeded;
    private boolean proposed;
    @Column(insertable = false, updatable = false)
    private UUID referralId;
    private UUID madeBy;
    private OffsetDateTime madeAt;
    @Version
    private int version;

    protected Asking() {
    }

    Asking(Viewer by, Application application, Reason reason, UUID agencyId, String recipient) {
        this.id = UUID.randomUUID();
        this.partnershipId = application.partnershipId();
        this.triggerId = application.id();
        this.panelId = application.panelId();
        this.reason = reason;
        this.agencyId = agencyId;
        this.recipient = recipient;
        this.chasedOn = new LocalDate[0];
        this.madeBy = by.memberId();
        this.madeAt = by.now();
    }

    void say(AskingForm form, LocalDate due, LocalDate told, LocalDate chased, LocalDate answered) {
        what = form.said(form.what());
        mustAnswer = form.must();
        dueOn = due;
        toldOn = told;
        toldHow = form.said(form.how());
        if (chased != null) {
            var all = new ArrayList<>(List.of(chasedOn));
            all.add(chased);
            chasedOn = all.stream().distinct().sorted().toArray(LocalDate[]::new);
        }
        answeredOn = answered;
        answer = form.said(form.answer());
        notNeeded = form.said(form.notNeeded());
    }

    UUID id() {
        return id;
    }

    UUID triggerId() {
        return triggerId;
    }

    Reason reason() {
        return reason;
    }

    String recipient() {
        return recipient;
    }

    String what() {
        return what;
    }

    boolean mustAnswer() {
        return mustAnswer;
    }

    LocalDate dueOn() {
        return dueOn;
    }

    LocalDate toldOn() {
        return toldOn;
    }

    String toldHow() {
        return toldHow;
    }

    List<LocalDate> chasedOn() {
        return List.of(chasedOn);
    }

    LocalDate answeredOn() {
        return answeredOn;
    }

    String answer() {
        return answer;
    }

    String notNeeded() {
        return notNeeded;
    }

    /** The hub saw that it is needed. */
    boolean proposed() {
        return proposed;
    }

    /** The referral that comes of it, sent or not; null while there is none. */
    UUID referralId() {
        return referralId;
    }

    int version() {
        return version;
    }
}
