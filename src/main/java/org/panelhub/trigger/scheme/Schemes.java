package org.panelhub.trigger.scheme;

import java.util.List;
import java.util.Optional;

import org.hibernate.Session;
import org.panelhub.access.Permission;
import org.panelhub.access.Permissions;
import org.panelhub.identity.Viewers;
import org.panelhub.page.Choice;
import org.panelhub.page.Invalid;
import org.panelhub.panels.PanelKind;
import org.panelhub.panels.Panels;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.OptimisticLockException;

/** How the viewer's partnership takes applications: read by every member, said by an administrator. */
@ApplicationScoped
public class Schemes {

    private final Session rows;
    private final Permissions permissions;
    private final Viewers viewers;
    private final Panels panels;

    Schemes(Session rows, Permissions permissions, Viewers viewers, Panels panels) {
        this.rows = rows;
        this.permissions = permissions;
        this.viewers = viewers;
        this.panels = panels;
    }

    Optional<Scheme> found() {
        return rows.createQuery("from Scheme", Scheme.class).uniqueResultOptional();
    }

    /** The boards that may review: those of this kind. */
    List<Choice> boards() {
        return panels.list().stream().filter(p -> p.kind() == PanelKind.CT_MARAC).map(p -> Choice.of(p.id().toString(), p.name())).toList();
    }

    /** Whether there is a review procedure in force, without which no stage has a clock. */
    boolean procedure() {
        return rows.createNativeQuery("select exists (select from hub.trigger_arrangement a where a.during @> hub.today())", Boolean.class).getSingleResult();
    }

    /** How many designated officers of relevant bodies are on the list, each of whom every application reaches; for who keeps that list. */
    long officers() {
        return rows.createNativeQuery("select count(*) from hub.designated_officer", Long.class).getSingleResult();
    }

    /**
     * @throws Invalid naming the fields to mend
     * @throws OptimisticLockException when somebody else saved since the form was read
     */
    void keep(SchemeForm form) {
        permissions.require(Permission.SET_UP);
        var errors = form.validate(boards().stream().map(Choice::value).toList());
        var standing = found();
        if (errors.of("area") == null && rows.createNativeQuery("select access.area_taken(?1)", Boolean.class).setParameter(1, form.area().strip()).getSingleResult()) {
            errors.add("area", "Another area’s pages have this address. Choose another word");
        }
        Invalid.unless(errors);
        if (standing.isPresent() && (form.version() == null || form.version() != standing.get().version())) {
            throw new OptimisticLockException("Someone else saved first");
        }
        var scheme = standing.orElseGet(() -> new Scheme(viewers.current().partnershipId()));
        scheme.say(form);
        if (standing.isEmpty()) {
            rows.persist(scheme);
        }
        rows.flush();
    }
}
