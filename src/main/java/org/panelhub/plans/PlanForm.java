package org.panelhub.plans;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

import org.jboss.resteasy.reactive.RestForm;
import org.panelhub.page.DateBoxes;
import org.panelhub.page.Drafts;
import org.panelhub.page.Errors;
import org.panelhub.page.Field;

import io.quarkus.qute.TemplateData;

/** What was typed to write a plan, or to review it. */
@TemplateData
public record PlanForm(@RestForm String aims, @RestForm String measures, @RestForm String contingency, @RestForm String victimView, @RestForm String notConsulted,
        @RestForm("consulted-day") String consultedDay, @RestForm("consulted-month") String consultedMonth, @RestForm("consulted-year") String consultedYear,
        @RestForm("review-day") String reviewDay, @RestForm("review-month") String reviewMonth, @RestForm("review-year") String reviewYear,
        @RestForm String reviewNote, @RestForm String manager, @RestForm Integer version) {

    private static final int LONGEST = 4000;

    /** The next edition as it is offered: the one that stands, with the given day of the next review. */
    public static PlanForm of(Optional<PlanView> standing, DateBoxes review) {
        var consulted = DateBoxes.of(standing.map(PlanView::victimConsultedOn).orElse(null));
        return new PlanForm(standing.map(PlanView::aims).orElse(""), standing.map(PlanView::measures).orElse(""), standing.map(PlanView::contingency).orElse(""), standing.map(PlanView::victimView).orElse(""),
                standing.map(PlanView::notConsultedBecause).orElse(""),
                consulted.day(), consulted.month(), consulted.year(), review.day(), review.month(), review.year(), "", "", standing.map(PlanView::edition).orElse(0));
    }

    /** The same with the case manager and the finding of the review filled in. */
    public PlanForm with(Optional<UUID> managedBy, String found) {
        return new PlanForm(aims, measures, contingency, victimView, notConsulted, consultedDay, consultedMonth, consultedYear, reviewDay, reviewMonth, reviewYear, found,
                managedBy.map(UUID::toString).orElse(""), version);
    }

    static PlanForm of(Drafts.Draft draft) {
        var consulted = draft.date("consulted");
        var review = draft.date("review");
        return new PlanForm(draft.text("aims"), draft.text("measures"), draft.text("contingency"), draft.text("victimView"), draft.text("notConsulted"), consulted.day(), consulted.month(), consulted.year(),
                review.day(), review.month(), review.year(), draft.text("reviewNote"), draft.text("manager"), draft.number("version"));
    }

    public DateBoxes consulted() {
        return new DateBoxes(consultedDay, consultedMonth, consultedYear);
    }

    public DateBoxes review() {
        return new DateBoxes(reviewDay, reviewMonth, reviewYear);
    }

    /** @param reviewing whether an edition stands, so that this is its review */
    public Errors validate(boolean reviewing, LocalDate today) {
        var check = new Field.Check();
        check.text("reviewNote", "What the review found", reviewNote, LONGEST, reviewing);
        check.text("aims", "What the plan is to achieve", aims, LONGEST, true);
        check.text("measures", "What is done", measures, LONGEST, true);
        check.text("contingency", "What happens when it goes wrong", contingency, LONGEST, false);
        var why = check.text("notConsulted", "Why the person was not asked", notConsulted, LONGEST, false);
        var said = check.text("victimView", "What the person said", victimView, LONGEST, false);
        var asked = check.date("consulted", "The day the person was asked", consulted(), !said.isEmpty());
        check.that(asked == null || !asked.isAfter(today), "consulted", "The day the person was asked must be today or earlier");
        check.that(asked == null || !said.isEmpty(), "victimView", "Enter what the person said");
        check.that(why.isEmpty() || said.isEmpty(), "notConsulted", "Say what the person said, or why they were not asked, and not both");
        var next = check.date("review", "The day of the next review", review(), true);
        check.that(next == null || next.isAfter(today), "review", "The day of the next review must be after today");
        check.that(manager == null || manager.isBlank() || managerId().isPresent(), "manager", "Choose one of the people listed");
        return check.errors();
    }

    public PlanText text() {
        return new PlanText(Field.clean(aims), Field.clean(measures), Field.clean(contingency), Field.clean(victimView), consulted().parse(Errors.none(), "consulted", "", false), Field.clean(notConsulted),
                review().parse(Errors.none(), "review", "", true), Field.clean(reviewNote));
    }

    public Optional<UUID> managerId() {
        try {
            return manager == null || manager.isBlank() ? Optional.empty() : Optional.of(UUID.fromString(manager));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** The edition that the writer had before its eyes; 0 when there was none. */
    public int seen() {
        return version == null ? -1 : version;
    }
}
