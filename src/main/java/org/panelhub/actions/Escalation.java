package org.panelhub.actions;

import java.net.URI;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.hibernate.Session;
import org.panelhub.access.HubService;
import org.panelhub.notify.Outbox;
import org.panelhub.page.Words;
import org.panelhub.time.HubClock;
import org.panelhub.time.WorkingDays;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * On each working day, from seven in the morning: of an action that is not done the next on its panel's ladder are told, once, without a word of what it is. Who may
 * be told, PostgreSQL decides; how late an action is, is counted here, where the bank holidays are known.
 */
@ApplicationScoped
class Escalation {

    private static final LocalTime FROM = LocalTime.of(7, 0);
    private static final String SERVICE = "escalation";

    private final Session database;
    private final Outbox outbox;
    private final WorkingDays workingDays;
    private final HubClock clock;
    private final URI hub;

    Escalation(Session database, Outbox outbox, WorkingDays workingDays, HubClock clock, @ConfigProperty(name = "hub.url") URI hub) {
        this.database = database;
        this.outbox = outbox;
        this.workingDays = workingDays;
        this.clock = clock;
        this.hub = hub;
    }

    @CheckedTemplate(basePath = "actions")
    static class Templates {
        static native TemplateInstance escalated(String actions, String address);
    }

    record Told(UUID partnershipId, UUID memberId, Long actions) {
    }

    @Scheduled(every = "{hub.reminders.every}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP, identity = "escalation")
    void tellTheNext() {
        var now = HubService.as(SERVICE, clock::now);
        if (workingDays.isWorkingDay(now.toLocalDate()) && !now.toLocalTime().isBefore(FROM)) {
            tell(now.toLocalDate());
        }
    }

    /** A second call on the same day, here or on another node, tells nobody twice. */
    void tell(LocalDate today) {
        HubService.as(SERVICE, () -> {
            for (var days : database.createNativeQuery("select access.escalation_days()", Integer.class).getResultList()) {
                database.createNativeQuery("select cast(access.escalate(:days, :due) as text)").setParameter("days", days).setParameter("due", lastDue(today, days)).getResultList();
            }
            told().forEach(this::mail);
            return null;
        });
    }

    /** The last day on which an action was due that is so many working days late today. */
    LocalDate lastDue(LocalDate today, int days) {
        var due = today.minusDays(1);
        while (workingDays.late(due, today) < days) {
            due = due.minusDays(1);
        }
        return due;
    }

    private List<Told> told() {
        return database.createNativeQuery("select * from access.escalated_today()", Told.class).getResultList();
    }

    private void mail(Told to) {
        var many = Words.count(to.actions, "action that is not done", "actions that are not done");
        database.createNativeQuery("select cast(access.tell_escalated(:p, :m, :subject, :body) as text)").setParameter("p", to.partnershipId).setParameter("m", to.memberId)
                .setParameter("subject", Outbox.marked("You are told of " + many + " in Panel Hub")).setParameter("body", outbox.kept(Templates.escalated(many, hub.resolve("/actions?whose=escalated").toString()).render())).getResultList();
    }
}
