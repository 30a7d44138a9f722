package org.panelhub.trigger.procedure;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import org.hibernate.annotations.ColumnTransformer;
import org.hibernate.annotations.DynamicUpdate;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.panelhub.time.DateRange;
import org.panelhub.time.Dated;
import org.panelhub.trigger.rules.Route;
import org.panelhub.trigger.rules.Span;
import org.panelhub.trigger.rules.TriggerRules;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/**
 * One review procedure of the partnership while its dates hold (2014 Act, section 104(2)). Applications are judged by it long afterwards, so a new one ends the one before on its first
 * day, and none is ever rewritten.
 */
@Entity
@DynamicUpdate
@Table(schema = "hub", name = "trigger_arrangement")
class TriggerArrangement implements Dated {

    @Id
    private UUID id;
    private UUID partnershipId;
    @ColumnTransformer(read = "during::text", write = "?::daterange")
    private DateRange during;
    private int complaints;
    private int reportMonths;
    private int applyMonths;
    private List<String> weighed;
    private Integer hateNumber;
    private Integer hateMonths;
    private Integer communityNumber;
    private Integer communityMonths;
    private boolean discretion;
    @JdbcTypeCode(SqlTypes.JSON)
    private List<Span> spans;
    private int amberDays;
    private int tellWithin;
    private int answerWithin;

    protected TriggerArrangement() {
    }

    TriggerArrangement(UUID partnershipId, DateRange during, TriggerRules rules) {
        this.id = UUID.randomUUID();
        this.partnershipId = partnershipId;
        this.during = during;
        this.complaints = rules.complaints();
        this.reportMonths = rules.reportMonths();
        this.applyMonths = rules.applyMonths();
        this.weighed = rules.weighed().stream().map(Route::name).toList();
        this.hateNumber = rules.hate() == null ? null : Integer.valueOf(rules.hate().number());
        this.hateMonths = rules.hate() == null ? null : Integer.valueOf(rules.hate().months());
        this.communityNumber = rules.community() == null ? null : Integer.valueOf(rules.community().number());
        this.communityMonths = rules.community() == null ? null : Integer.valueOf(rules.community().months());
        this.discretion = rules.discretion();
        this.spans = rules.spans();
        this.amberDays = rules.amberDays();
        this.tellWithin = rules.within().tell();
        this.answerWithin = rules.within().answer();
    }

    boolean of(UUID partnership) {
        return partnershipId.equals(partnership);
    }

    @Override
    public DateRange during() {
        return during;
    }

    @Override
    public void endOn(LocalDate day) {
        this.during = during.endedOn(day);
    }

    TriggerArrangementView view() {
        Set<Route> routes = weighed.stream().map(Route::valueOf).collect(Collectors.toSet());
        return new TriggerArrangementView(id, during, new TriggerRules(complaints, reportMonths, applyMonths, routes, quota(hateNumber, hateMonths), quota(communityNumber, communityMonths), discretion, spans, amberDays,
                new TriggerRules.Within(tellWithin, answerWithin)));
    }

    private static TriggerRules.Quota quota(Integer number, Integer months) {
        return number == null ? null : new TriggerRules.Quota(number, months);
    }
}
