package org.panelhub.notify;

import java.time.LocalDate;
import java.time.LocalTime;

import org.panelhub.access.HubService;
import org.panelhub.time.HubClock;
import org.panelhub.time.WorkingDays;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;

/**
 * From seven in the morning, every day, everybody is reminded of what waits for them: in one mail a day, as often as each has chosen, without a word of what it is about. What
 * cannot wait is told in any case. A day on which no node ran is made up for by the next one.
 */
@ApplicationScoped
public class Reminders {

    private static final LocalTime FROM = LocalTime.of(7, 0);
    private static final String SERVICE = "reminders";

    private final Instance<Reminding> rooms;
    private final WorkingDays workingDays;
    private final HubClock clock;

    Reminders(@Any Instance<Reminding> rooms, WorkingDays workingDays, HubClock clock) {
        this.rooms = rooms;
        this.workingDays = workingDays;
        this.clock = clock;
    }

    @Scheduled(every = "{hub.reminders.every}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP, identity = "reminders")
    void remindWhoIsWaitedFor() {
        var now = HubService.as(SERVICE, clock::now);
        if (!now.toLocalTime().isBefore(FROM)) {
            remind(now.toLocalDate());
        }
    }

    /** A second call on the same day, here or on another node, puts nothing more into the outbox. */
    public void remind(LocalDate today) {
        var day = new Reminding.Day(today, workingDays.isWorkingDay(today));
        HubService.as(SERVICE, () -> {
            rooms.forEach(room -> room.remind(day));
            return null;
        });
    }
}
