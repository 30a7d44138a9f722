package org.panelhub.actions;

import java.time.LocalDate;
import java.util.UUID;

import org.hibernate.annotations.ColumnTransformer;
import org.hibernate.annotations.DynamicUpdate;
import org.panelhub.time.DateRange;
import org.panelhub.time.Dated;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/**
 * Who is told of an action that is not done, and after how many working days, while its dates hold: owner, designated officer, chair, partnership lead. A rung without
 * a figure is left out. A new ladder ends the one before on its first day; none is rewritten.
 */
@Entity
@DynamicUpdate
@Table(schema = "hub", name = "escalation_ladder")
class Ladder implements Dated {

    @Id
    private UUID id;
    private UUID partnershipId;
    private UUID panelId;
    @ColumnTransformer(read = "during::text", write = "?::daterange")
    private DateRange during;
    private Integer ownerDays;
    private Integer officerDays;
    private Integer chairDays;
    private Integer leadDays;

    protected Ladder() {
    }

    Ladder(UUID partnershipId, UUID panelId, DateRange during, LadderForm.Read figures) {
        this.id = UUID.randomUUID();
        this.partnershipId = partnershipId;
        this.panelId = panelId;
        this.during = during;
        this.ownerDays = figures.owner();
        this.officerDays = figures.officer();
        this.chairDays = figures.chair();
        this.leadDays = figures.lead();
    }

    @Override
    public void endOn(LocalDate day) {
        during = during.endedOn(day);
    }

    @Override
    public DateRange during() {
        return during;
    }

    LadderView view() {
        return new LadderView(during, ownerDays, officerDays, chairDays, leadDays);
    }
}
