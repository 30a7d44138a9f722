package org.panelhub.actions;

import java.net.URI;
import java.time.LocalDate;
import java.util.UUID;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.hibernate.Session;
import org.panelhub.notify.Outbox;
import org.panelhub.notify.Reminding;
import org.panelhub.page.Words;
import org.panelhub.time.WorkingDays;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * On each working day: of an action that is not done the next on its panel's ladder are told, once, without a word of what it is. Who may be told, PostgreSQL decides; how late an
 * action is, is counted here, where the bank holidays are known. It is told whatever one chose about reminders: the step before was not enough.
 */
@ApplicationScoped
class Escalation implements Reminding {

    private final Session database;
    private final Outbox outbox;
    private final WorkingDays workingDays;
    private final URI hub;

    Escalation(Session database, Outbox outbox, WorkingDays workingDays, @ConfigProperty(name = "hub.url") URI hub) {
        this.database = database;
        this.outbox = outbox;
        this.workingDays = workingDays;
        this.hub = hub;
    }

    @CheckedTemplate(basePath = "actions")
    static class Templates {
        static native TemplateInstance escalated(String actions, String address);
    }

    record Told(UUID partnershipId, UUID memberId, Long actions, String key) {
    }

    @Override
    public void remind(Day day) {
        if (!day.working()) {
            return;
        }
        // The fewest days first: a step waits for those before it.
        for (var days : database.createNativeQuery("select d from access.escalation_days() d order by d", Integer.class).getResultList()) {
            database.createNativeQuery("select cast(access.escalate(:days, :due) as text)").setParameter("days", days).setParameter("due", lastDue(day.today(), days)).getResultList();
        }
        for (var to : database.createNativeQuery("select * from access.escalated_now()", Told.class).getResultList()) {
            var many = Words.count(to.actions, "action that is not done", "actions that are not done");
            outbox.remind(to.partnershipId, to.memberId, "You are told of " + many, Templates.escalated(many, hub.resolve("/actions?whose=escalated").toString()).render(), "escalation " + to.memberId + " " + to.key, true);
        }
    }

    /** The last day on which an action was due that is so many working days late today. */
    LocalDate lastDue(LocalDate today, int days) {
        return workingDays.subtract(today.plusDays(1), Math.max(1, days)).minusDays(1);
    }
}
