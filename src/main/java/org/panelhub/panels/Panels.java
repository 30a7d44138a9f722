package org.panelhub.panels;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.panelhub.access.NotFound;
import org.panelhub.identity.Viewers;
import org.panelhub.page.Errors;
import org.panelhub.page.Field;
import org.panelhub.page.Invalid;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.OptimisticLockException;

/** The panels of the partnership. That they exist, and what for, every member may know. */
@ApplicationScoped
public class Panels implements PanacheRepositoryBase<Panel, UUID> {

    private static final String VIEW = """
            select p.id, p.kind, p.name, p.shortName, p.purpose, p.marking, p.tasking, p.undertakingText, p.declarationText, p.version from Panel p""";

    private final Arrangements arrangements;
    private final TermsEditions editions;
    private final Presets presets;
    private final Viewers viewers;

    Panels(Arrangements arrangements, TermsEditions editions, Presets presets, Viewers viewers) {
        this.arrangements = arrangements;
        this.editions = editions;
        this.presets = presets;
        this.viewers = viewers;
    }

    /** By name. */
    public List<PanelView> list() {
        return getEntityManager().createQuery(VIEW + " order by lower(p.name)", PanelView.class).getResultList();
    }

    /** @throws NotFound when there is none in this partnership */
    public PanelView byId(UUID id) {
        return getEntityManager().createQuery(VIEW + " where p.id = :id", PanelView.class).setParameter("id", id).getResultStream()
                .findFirst().orElseThrow(() -> new NotFound("panel", id));
    }

    /** The figures in force that day; empty where the partnership has not said any. */
    public Optional<ArrangementView> arrangementOn(UUID panelId, LocalDate day) {
        return arrangements.on(panelId, day);
    }

    /** The figures to go by that day: those in force, or where the partnership has not said any, the usual ones of such a panel. */
    public ArrangementFigures figuresOn(UUID panelId, LocalDate day) {
        return arrangements.on(panelId, day).map(ArrangementView::figures).orElseGet(() -> presets.usual(byId(panelId).kind()));
    }

    /** The terms of reference in force that day, or where the partnership has not said any, the usual ones of such a panel. */
    public TermsOfReference termsOn(UUID panelId, LocalDate day) {
        return editions.on(panelId, day).orElseGet(() -> presets.usualTerms(byId(panelId).kind()));
    }

    /** The terms of reference in force today. */
    public TermsOfReference terms(UUID panelId) {
        return termsOn(panelId, viewers.current().today());
    }

    /**
     * A new panel. One from a preset works by the preset's terms and figures from today, another by the usual terms of its kind.
     *
     * @throws Invalid naming the fields to mend, a name that is taken among them
     */
    public UUID create(PanelForm form) {
        var errors = form.validate();
        refuseTakenName(errors, form.name(), null);
        Invalid.unless(errors);
        var panel = new Panel(viewers.current().partnershipId(), PanelKind.valueOf(form.kind()));
        describe(panel, form);
        persistAndFlush(panel);
        var today = viewers.current().today();
        var preset = presets.find(form.preset());
        preset.ifPresent(p -> arrangements.add(panel, today, p.arrangement().figures()));
        editions.add(panel, today, preset.map(Preset::terms).orElseGet(() -> presets.usualTerms(PanelKind.valueOf(form.kind()))));
        return panel.id();
    }

    /**
     * @throws Invalid naming the fields to mend
     * @throws OptimisticLockException when someone else saved since the form was read
     */
    public void change(UUID id, PanelForm form) {
        var panel = existing(id);
        var errors = form.validate();
        refuseTakenName(errors, form.name(), id);
        Invalid.unless(errors);
        if (form.version() == null || form.version() != panel.version()) {
            throw new OptimisticLockException("Someone else saved first");
        }
        describe(panel, form);
    }

    /**
     * @return the id of the arrangement
     * @throws Invalid naming the fields to mend
     */
    public UUID arrange(UUID id, ArrangementForm form) {
        return arrangements.add(existing(id), form);
    }

    /**
     * @return the id of the edition
     * @throws Invalid naming the fields to mend
     * @throws OptimisticLockException when somebody else made an edition since the form was read
     */
    public UUID agree(UUID id, TermsForm form) {
        return editions.add(existing(id), form);
    }

    Panel existing(UUID id) {
        return findByIdOptional(id).orElseThrow(() -> new NotFound("panel", id));
    }

    private static void describe(Panel panel, PanelForm form) {
        panel.describe(Field.clean(form.name()), Field.clean(form.shortName()), Field.clean(form.purpose()), form.marking(), form.tasks(), Field.clean(form.undertakingText()),
                Field.clean(form.declarationText()));
    }

    private void refuseTakenName(Errors errors, String name, UUID except) {
        list("lower(name) = lower(?1)", Field.clean(name)).stream().filter(p -> !p.id().equals(except)).findFirst()
                .ifPresent(p -> errors.add("name", "There is already a panel of this name"));
    }
}
