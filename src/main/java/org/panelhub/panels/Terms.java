package org.panelhub.panels;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import org.hibernate.annotations.ColumnTransformer;
import org.hibernate.annotations.DynamicUpdate;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.panelhub.time.DateRange;
import org.panelhub.time.Dated;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/**
 * One edition of a panel's terms of reference, while its dates hold. By them referrals are taken and minutes written, so a later review
 * must find them as they stood: new ones end those before on their first day, and none is ever rewritten.
 */
@Entity
@DynamicUpdate
@Table(schema = "hub", name = "terms")
public class Terms implements Dated {

    @Id
    private UUID id;
    private UUID partnershipId;
    private UUID panelId;
    @ColumnTransformer(read = "during::text", write = "?::daterange")
    private DateRange during;
    private List<String> subjects;
    private String called;
    @Enumerated(EnumType.STRING)
    private Gate gate;
    @JdbcTypeCode(SqlTypes.JSON)
    private List<Section> sections;
    private List<String> outcomes;
    private List<String> adjournments;
    @JdbcTypeCode(SqlTypes.JSON)
    private List<TermsOfReference.Part> minutes;

    protected Terms() {
    }

    Terms(Panel panel, DateRange during, TermsOfReference terms) {
        this.id = UUID.randomUUID();
        this.partnershipId = panel.partnershipId();
        this.panelId = panel.id();
        this.during = during;
        this.subjects = terms.subjects().stream().map(Enum::name).toList();
        this.called = terms.called();
        this.gate = terms.gate();
        this.sections = terms.sections();
        this.outcomes = terms.outcomes();
        this.adjournments = terms.adjournments();
        this.minutes = terms.minutes();
    }

    @Override
    public DateRange during() {
        return during;
    }

    @Override
    public void endOn(LocalDate day) {
        this.during = during.endedOn(day);
    }

    TermsView view() {
        return new TermsView(id, panelId, during,
                new TermsOfReference(subjects.stream().map(SubjectKind::valueOf).toList(), called, gate, List.copyOf(sections), List.copyOf(outcomes), List.copyOf(adjournments), List.copyOf(minutes)));
    }
}
