package org.panelhub.cases.review;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.UUID;

import org.hibernate.annotations.DynamicUpdate;
import org.panelhub.cases.CaseHead;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

/** One review of a called-in case. Its outcome is recorded once, and with it the reviewer's sight of the case ends. */
@Entity
@DynamicUpdate
@Table(schema = "hub", name = "appeal_review")
public class AppealReview {

    /** What a review comes to. */
    public enum Outcome {
        UPHELD("The appeal is upheld"), PARTLY_UPHELD("The appeal is upheld in part"), NOT_UPHELD("The appeal is not upheld"), NO_LONGER_NEEDED("The review is no longer needed");

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
    private UUID caseId;
    private UUID panelId;
    private UUID memberId;
    private String question;
    private LocalDate fromOn;
    private UUID namedBy;
    private OffsetDateTime namedAt;
    @Enumerated(EnumType.STRING)
    private Outcome outcome;
    private String outcomeNote = "";
    private LocalDate outcomeOn;
    private UUID outcomeBy;
    @Version
    private int version;

    protected AppealReview() {
    }

    AppealReview(UUID partnershipId, CaseHead head, UUID memberId, String question, LocalDate from, UUID namedBy, OffsetDateTime now) {
        this.id = UUID.randomUUID();
        this.partnershipId = partnershipId;
        this.caseId = head.caseId();
        this.panelId = head.panelId();
        this.memberId = memberId;
        this.question = question;
        this.fromOn = from;
        this.namedBy = namedBy;
        this.namedAt = now;
    }

    void conclude(Outcome found, String note, LocalDate on, UUID by) {
        outcome = found;
        outcomeNote = note;
        outcomeOn = on;
        outcomeBy = by;
    }

    UUID id() {
        return id;
    }

    UUID caseId() {
        return caseId;
    }

    boolean running() {
        return outcome == null;
    }
}
