package org.panelhub.cases;

import java.time.LocalDate;
import java.util.UUID;

import org.hibernate.annotations.DynamicUpdate;
import org.panelhub.panels.SubjectKind;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

/**
 * What one panel holds about one person, household, place or group. What another panel holds about the same person is another file.
 * Its reference is random, so that a sequence of references tells nothing.
 */
@Entity
@DynamicUpdate
@Table(schema = "hub", name = "case_file")
public class CaseFile {

    @Id
    private UUID id;
    private UUID partnershipId;
    private UUID panelId;
    private String reference;
    @Enumerated(EnumType.STRING)
    private SubjectKind subjectKind;
    private String subject;
    private String subjectWhere;
    private String summary;
    private String category;
    @Enumerated(EnumType.STRING)
    private CaseRisk risk;
    @Enumerated(EnumType.STRING)
    private CaseRisk riskBefore;
    private boolean sealed;
    @Enumerated(EnumType.STRING)
    private CaseState state;
    private LocalDate openedOn;
    private LocalDate reviewOn;
    private LocalDate closedOn;
    @Version
    private int version;

    protected CaseFile() {
    }

    /** PostgreSQL gives it its reference when it is written. */
    CaseFile(UUID partnershipId, UUID panelId, SubjectKind kind, String subject, String where, String summary, String category, CaseRisk risk, LocalDate openedOn) {
        this.id = UUID.randomUUID();
        this.partnershipId = partnershipId;
        this.panelId = panelId;
        this.reference = "";
        this.subjectKind = kind;
        this.subjectWhere = where;
        this.subject = subject;
        this.summary = summary;
        this.category = category;
        this.risk = risk;
        this.state = CaseState.OPEN;
        this.openedOn = openedOn;
    }

    /** Puts the profile into words anew. */
    public void describe(String subject, String summary, String category) {
        this.subject = subject;
        this.summary = summary;
        this.category = category;
    }

    /** The panel agrees the risk; what it was stays beside it. */
    public void agreeRisk(CaseRisk before, CaseRisk agreed) {
        this.riskBefore = before;
        this.risk = agreed;
    }

    public void reviewOn(LocalDate day) {
        this.reviewOn = day;
    }

    /** From now only members on its list see it. Whoever seals must be on the list already, or PostgreSQL refuses. */
    public void seal() {
        this.sealed = true;
    }

    public void unseal() {
        this.sealed = false;
    }

    /** Notice of the end has been given. */
    public void beginClosing() {
        this.state = CaseState.CLOSING;
    }

    /** The end was called off. */
    public void stayOpen() {
        this.state = CaseState.OPEN;
    }

    public void close(LocalDate on) {
        this.state = CaseState.CLOSED;
        this.closedOn = on;
    }

    public UUID id() {
        return id;
    }

    public UUID partnershipId() {
        return partnershipId;
    }

    public UUID panelId() {
        return panelId;
    }

    public String reference() {
        return reference;
    }

    public String subject() {
        return subject;
    }

    public String summary() {
        return summary;
    }

    public String category() {
        return category;
    }

    public CaseRisk risk() {
        return risk;
    }

    public CaseRisk riskBefore() {
        return riskBefore;
    }

    public boolean sealed() {
        return sealed;
    }

    public CaseState state() {
        return state;
    }

    public LocalDate openedOn() {
        return openedOn;
    }

    public LocalDate reviewOn() {
        return reviewOn;
    }

    public LocalDate closedOn() {
        return closedOn;
    }

    public int version() {
        return version;
    }
}
