package org.panelhub.protocols;

import java.time.LocalDate;
import java.util.UUID;

import org.hibernate.annotations.ColumnTransformer;
import org.hibernate.annotations.DynamicUpdate;
import org.panelhub.time.DateRange;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

/**
 * One edition of an information sharing protocol, in force between its dates. A new edition needs new signatures; until its first day
 * the one before it stands.
 */
@Entity
@DynamicUpdate
@Table(schema = "hub", name = "protocol")
public class Protocol {

    @Id
    private UUID id;
    private UUID partnershipId;
    private String name;
    private int edition;
    private String summary;
    @ColumnTransformer(read = "in_force::text", write = "?::daterange")
    private DateRange inForce;
    private LocalDate agreedUntil;
    private LocalDate reviewBy;
    @Version
    private int version;

    protected Protocol() {
    }

    Protocol(UUID partnershipId, int edition) {
        this.id = UUID.randomUUID();
        this.partnershipId = partnershipId;
        this.edition = edition;
    }

    void describe(String newName, String newSummary, DateRange days, LocalDate review) {
        this.name = newName;
        this.summary = newSummary;
        // Shown and sent back as the next edition left it, what was agreed stays.
        if (this.inForce == null || !days.equals(this.inForce)) {
            this.inForce = days;
            this.agreedUntil = days.last();
        }
        this.reviewBy = review;
    }

    /** The next edition stands from that day; this one until then, or as long as was agreed where that is shorter. */
    void supersededOn(LocalDate day) {
        this.inForce = DateRange.through(inForce.from(), agreedUntil).endedOn(day);
    }

    /** The name of every edition is the same. */
    void rename(String newName) {
        this.name = newName;
    }

    UUID id() {
        return id;
    }

    UUID partnershipId() {
        return partnershipId;
    }

    String name() {
        return name;
    }

    int edition() {
        return edition;
    }

    String summary() {
        return summary;
    }

    LocalDate reviewBy() {
        return reviewBy;
    }

    DateRange inForce() {
        return inForce;
    }

    /** As it was agreed, whatever the next edition leaves of it; null for no end. */
    LocalDate lastAgreed() {
        return agreedUntil;
    }

    int version() {
        return version;
    }
}
