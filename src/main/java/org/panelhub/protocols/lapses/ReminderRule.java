package org.panelhub.protocols.lapses;

import java.util.List;
import java.util.UUID;

import org.hibernate.annotations.DynamicUpdate;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

/** So many days before something lapses those concerned are told, as the partnership has said. */
@Entity
@DynamicUpdate
@Table(schema = "hub", name = "lapse_reminder")
class ReminderRule {

    @Id
    private UUID id;
    private UUID partnershipId;
    @Enumerated(EnumType.STRING)
    private LapseKind about;
    private Integer[] days;
    @Version
    private int version;

    protected ReminderRule() {
    }

    ReminderRule(UUID partnershipId, LapseKind about) {
        this.id = UUID.randomUUID();
        this.partnershipId = partnershipId;
        this.about = about;
    }

    void remindBefore(List<Integer> newDays) {
        this.days = newDays.toArray(Integer[]::new);
    }

    LapseKind about() {
        return about;
    }

    List<Integer> days() {
        return List.of(days);
    }

    int version() {
        return version;
    }
}
