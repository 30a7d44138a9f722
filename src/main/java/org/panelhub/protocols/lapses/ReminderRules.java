package org.panelhub.protocols.lapses;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import org.panelhub.identity.Viewers;
import org.panelhub.page.Invalid;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.OptimisticLockException;

/** The reminder days of the partnership. Every member may read them. */
@ApplicationScoped
public class ReminderRules implements PanacheRepositoryBase<ReminderRule, java.util.UUID> {

    private final Viewers viewers;

    ReminderRules(Viewers viewers) {
        this.viewers = viewers;
    }

    /** One of each kind. */
    public List<ReminderView> all() {
        return Arrays.stream(LapseKind.values()).map(this::of).toList();
    }

    public ReminderView of(LapseKind about) {
        return existing(about).map(r -> new ReminderView(about, r.days(), r.version())).orElseGet(() -> new ReminderView(about, about.usual(), -1));
    }

    /**
     * @throws Invalid naming the field to mend
     * @throws OptimisticLockException when someone else saved since the form was read
     */
    public void change(LapseKind about, ReminderForm form) {
        var days = form.read();
        if (form.version() == null || form.version() != of(about).version()) {
            throw new OptimisticLockException("Someone else saved first");
        }
        var rule = existing(about).orElseGet(() -> new ReminderRule(viewers.current().partnershipId(), about));
        rule.remindBefore(days);
        persist(rule);
    }

    private Optional<ReminderRule> existing(LapseKind about) {
        return find("about", about).firstResultOptional();
    }
}
