package org.panelhub.panels;

import java.time.LocalTime;
import java.util.List;
import java.util.UUID;

import org.hibernate.annotations.ColumnTransformer;
import org.hibernate.annotations.DynamicUpdate;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.panelhub.time.DateRange;
import org.panelhub.time.Dated;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/**
 * The figures by which a panel works while its dates hold. Areas differ in almost every one, and they change: a new arrangement ends the
 * one before it on its first day, and none is ever rewritten.
 */
@Entity
@DynamicUpdate
@Table(schema = "hub", name = "arrangement")
public class Arrangement implements Dated {

    @Id
    private UUID id;
    private UUID partnershipId;
    private UUID panelId;
    @ColumnTransformer(read = "during::text", write = "?::daterange")
    private DateRange during;
    private String recurrence;
    private LocalTime startsAt;
    private String venue;
    private String onlineLink;
    private int lengthMinutes;
    private int minutesPerCase;
    private int cutOffDays;
    private int agendaDays;
    private int researchDays;
    private int actionsDays;
    private int minutesDays;
    private int triageDays;
    private int reviewWeeks;
    private int noticeDays;
    private int disclosureMonths;
    private int emergencyHours;
    private int emergencyReviewDays;
    private int rareSurname;
    private int quorumAgencies;
    @JdbcTypeCode(SqlTypes.ARRAY)
    private List<String> quorumKinds;
    private String firstSpeaker;

    protected Arrangement() {
    }

    Arrangement(Panel panel, DateRange during, ArrangementFigures figures) {
        this.id = UUID.randomUUID();
        this.partnershipId = panel.partnershipId();
        this.panelId = panel.id();
        this.during = during;
        this.recurrence = figures.recurrence();
        this.startsAt = figures.startsAt();
        this.venue = figures.venue();
        this.onlineLink = figures.onlineLink();
        this.lengthMinutes = figures.lengthMinutes();
        this.minutesPerCase = figures.minutesPerCase();
        this.cutOffDays = figures.cutOffDays();
        this.agendaDays = figures.agendaDays();
        this.researchDays = figures.researchDays();
        this.actionsDays = figures.actionsDays();
        this.minutesDays = figures.minutesDays();
        this.triageDays = figures.triageDays();
        this.reviewWeeks = figures.reviewWeeks();
        this.noticeDays = figures.noticeDays();
        this.disclosureMonths = figures.disclosureMonths();
        this.emergencyHours = figures.emergencyHours();
        this.emergencyReviewDays = figures.emergencyReviewDays();
        this.rareSurname = figures.rareSurname();
        this.quorumAgencies = figures.quorumAgencies();
        this.quorumKinds = figures.quorumKinds();
        this.firstSpeaker = figures.firstSpeaker();
    }

    @Override
    public DateRange during() {
        return during;
    }

    @Override
    public void endOn(java.time.LocalDate day) {
        this.during = during.endedOn(day);
    }

    ArrangementView view() {
        return new ArrangementView(id, panelId, during, figures());
    }

    private ArrangementFigures figures() {
        return new ArrangementFigures(recurrence, startsAt, venue, onlineLink, lengthMinutes, minutesPerCase, cutOffDays, agendaDays, researchDays, actionsDays,
                minutesDays, triageDays, reviewWeeks, noticeDays, disclosureMonths, emergencyHours, emergencyReviewDays, rareSurname,
                quorumAgencies, List.copyOf(quorumKinds), firstSpeaker);
    }
}
