package org.panelhub.notify;

import java.net.URI;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.hibernate.Session;
import org.panelhub.access.HubService;
import org.panelhub.page.Words;
import org.panelhub.time.HubClock;
import org.panelhub.time.WorkingDays;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;

/** Once on each working day, from seven in the morning, whoever has actions overdue is told how many, without a word of what they are. */
@ApplicationScoped
class Reminders {

    private static final LocalTime FROM = LocalTime.of(7, 0);

    private static final String SERVICE = "reminders";

    private final Session database;
    private final Outbox outbox;
    private final WorkingDays workingDays;
    private final HubClock clock;
    private final URI hub;

    Reminders(Session database, Outbox outbox, WorkingDays workingDays, HubClock clock, @ConfigProperty(name = "hub.url") URI hub) {
        this.database = database;
        this.outbox = outbox;
        this.workingDays = workingDays;
        this.clock = clock;
        this.hub = hub;
    }

    @CheckedTemplate(basePath = "notify")
    static class Templates {
        static native TemplateInstance reminder(String overdue, String address);
    }

    record Overdue(UUID partnershipId, UUID memberId, Long actions) {
    }

    @Scheduled(every = "{hub.reminders.every}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP, identity = "reminders")
    void remindWhoIsLate() {
        var now = HubService.as(SERVICE, clock::now);
        if (workingDays.isWorkingDay(now.toLocalDate()) && !now.toLocalTime().isBefore(FROM)) {
            remind(now.toLocalDate());
        }
    }

    /** A second call on the same day, here or on another node, puts nothing more into the outbox. */
    void remind(LocalDate today) {
        HubService.as(SERVICE, () -> {
            overdue().forEach(person -> remind(person, today));
            return null;
        });
    }

    private List<Overdue> overdue() {
        return database.createNativeQuery("select * from access.overdue_actions()", Overdue.class).getResultList();
    }

    private void remind(Overdue person, LocalDate today) {
        var many = Words.count(person.actions, "action") + " overdue";
        outbox.remind(person.partnershipId, person.memberId, "You have " + many + " in Panel Hub", Templates.reminder(many, hub.resolve("/actions").toString()).render(),
                "overdue " + person.memberId + " " + today);
    }
}
