package org.panelhub.risk;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.UUID;

import org.hibernate.annotations.DynamicUpdate;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/**
 * One assessment of a person: the answers, what they score, and the judgement of whoever assessed. Judgement may differ from the band when a
 * rationale says why; it counts, and the score stays beside it. Seen with the referral, the case or the application for a case review it belongs to.
 */
@Entity
@DynamicUpdate
@Table(schema = "hub", name = "assessment")
public class Assessment {

    @Id
    private UUID id;
    private UUID partnershipId;
    private UUID panelId;
    private UUID referralId;
    private UUID caseId;
    private UUID triggerId;
    private UUID agencyId;
    private UUID memberId;
    private UUID instrumentId;
    private String occasion;
    @JdbcTypeCode(SqlTypes.JSON)
    private Map<String, String> answers;
    private int score;
    @Enumerated(EnumType.STRING)
    private Band band;
    @Enumerated(EnumType.STRING)
    private Band judgement;
    private String rationale;
    private LocalDate assessedOn;
    /** By which two of one day follow each other; none where it was made before that was kept. */
    @Column(insertable = false, updatable = false)
    private OffsetDateTime madeAt;

    protected Assessment() {
    }

    /** Where an assessment hangs, who made it and at which of the points it is offered [Lambeth 3.3.2]. */
    record Origin(UUID partnershipId, UUID panelId, UUID referralId, UUID caseId, UUID triggerId, UUID agencyId, UUID memberId, Occasion occasion) {
    }

    Assessment(Origin origin, Instrument instrument, Judged judged) {
        this.id = UUID.randomUUID();
        this.partnershipId = origin.partnershipId();
        this.panelId = origin.panelId();
        this.referralId = origin.referralId();
        this.caseId = origin.caseId();
        this.triggerId = origin.triggerId();
        this.agencyId = origin.agencyId();
        this.memberId = origin.memberId();
        this.occasion = origin.occasion().name();
        judge(instrument, judged);
    }

    /** Its referrer corrects it, while the referral is with it: from then on it is the work of whoever judged last. */
    void judgeAnew(UUID by, Instrument instrument, Judged judged) {
        this.memberId = by;
        judge(instrument, judged);
    }

    private void judge(Instrument instrument, Judged judged) {
        var result = instrument.definition().score(judged.answers());
        if (judged.judgement() != result.band() && judged.rationale().isBlank()) {
            throw new IllegalArgumentException("A judgement that differs from the band needs a rationale");
        }
        this.instrumentId = instrument.id();
        this.answers = Map.copyOf(instrument.definition().kept(judged.answers()));
        this.score = result.score();
        this.band = result.band();
        this.judgement = judged.judgement();
        this.rationale = judged.rationale();
        this.assessedOn = judged.on();
    }

    public UUID id() {
        return id;
    }

    public UUID panelId() {
        return panelId;
    }

    public UUID caseId() {
        return caseId;
    }

    /** The application for a case review that it was made of, or null. */
    public UUID triggerId() {
        return triggerId;
    }

    public UUID agencyId() {
        return agencyId;
    }

    public UUID memberId() {
        return memberId;
    }

    public UUID instrumentId() {
        return instrumentId;
    }

    public Occasion occasion() {
        return Occasion.valueOf(occasion);
    }

    public Map<String, String> answers() {
        return answers;
    }

    /** What whoever assessed handed in. */
    public Judged judged() {
        return new Judged(answers, judgement, rationale, assessedOn);
    }

    public int score() {
        return score;
    }

    public Band band() {
        return band;
    }

    public Band judgement() {
        return judgement;
    }

    public String rationale() {
        return rationale;
    }

    public LocalDate assessedOn() {
        return assessedOn;
    }
}
