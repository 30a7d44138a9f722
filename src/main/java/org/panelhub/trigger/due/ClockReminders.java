package org.panelhub.trigger.due;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

import org.hibernate.Session;
import org.panelhub.notify.ReminderMail;
import org.panelhub.notify.Reminding;
import org.panelhub.page.Words;
import org.panelhub.time.WorkingDays;
import org.panelhub.trigger.bodies.Outstanding;
import org.panelhub.trigger.procedure.TriggerArrangements;
import org.panelhub.trigger.rules.Clocks;
import org.panelhub.trigger.rules.Course;
import org.panelhub.trigger.rules.StageClock;
import org.panelhub.trigger.rules.StageClock.Light;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import jakarta.enterprise.context.ApplicationScoped;

/** On each working day: to whom answers for them, how many applications have a clock that ends soon or has ended, or somebody who is to be told or to answer by now. The applicant's own time is nobody's duty. */
@ApplicationScoped
class ClockReminders implements Reminding {

    private final Session database;
    private final ReminderMail mail;
    private final TriggerArrangements procedures;
    private final WorkingDays workingDays;
    private final ObjectMapper json;

    ClockReminders(Session database, ReminderMail mail, TriggerArrangements procedures, WorkingDays workingDays, ObjectMapper json) {
        this.database = database;
        this.mail = mail;
        this.procedures = procedures;
        this.workingDays = workingDays;
        this.json = json;
    }

    record Running(UUID partnershipId, UUID id, LocalDate receivedOn, String state, String events, String boards, String recurrence, String outstanding) {
    }

    record Happened(String kind, LocalDate on) {
    }

    /** How many clocks of one person's applications end soon, and how many have ended. */
    private static final class Count {
        private long soon;
        private long late;
    }

    private record Whom(UUID partnershipId, UUID memberId) {
    }

    @Override
    public void remind(Day day) {
        if (!day.working()) {
            return;
        }
        var rules = procedures.ofAll();
        Map<Whom, Count> counts = new HashMap<>();
        for (var each : database.createNativeQuery("select partnership_id, id, received_on, state, cast(events as text), array_to_string(boards, ','), recurrence, cast(outstanding as text) from access.applications_running()", Running.class).getResultList()) {
            var procedure = rules.apply(each.partnershipId, each.receivedOn);
            var clocks = course(each).clocks(procedure, Clocks.Boards.of(dates(each.boards), each.recurrence, workingDays), workingDays, each.state, day.today());
            var running = Stream.concat(clocks.stream().filter(c -> c.running() && !c.stage().ofApplicant()).map(StageClock::light),
                    outstanding(each).stream().flatMap(o -> o.lights(workingDays.add(each.receivedOn, procedure.within().tell()), day.today()).stream())).toList();
            if (running.contains(Light.RED) || running.contains(Light.AMBER)) {
                for (var member : database.createNativeQuery("select access.application_handlers(?1)", UUID.class).setParameter(1, each.id).getResultList()) {
                    var count = counts.computeIfAbsent(new Whom(each.partnershipId, member), w -> new Count());
                    if (running.contains(Light.RED)) {
                        count.late++;
                    } else {
                        count.soon++;
                    }
                }
            }
        }
        counts.forEach((whom, count) -> {
            var what = Words.count(count.late + count.soon, "application") + " for a case review " + (count.late + count.soon == 1 ? "needs" : "need") + " something done" + (count.late == 0 ? " soon" : count.soon == 0 ? ", late by now" : ", " + count.late + " of them late by now");
            mail.put(day, whom.partnershipId, whom.memberId, "applications", what, "See which, and by when:", "/triggers");
        });
    }

    private Course course(Running each) {
        // Why the clocks were paused is noted for those who work on it.
        return Course.of(each.receivedOn, Stream.of(read(each.events, Happened[].class)).map(e -> new Course.Event(e.kind, e.on, "-")).toList());
    }

    /** None where nothing is to be told any more. */
    private Optional<Outstanding> outstanding(Running each) {
        return Optional.ofNullable(each.outstanding).map(o -> read(o, Outstanding.class));
    }

    private <T> T read(String text, Class<T> type) {
        try {
            return json.readValue(text, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("PostgreSQL gave something else of an application", e);
        }
    }

    private static List<LocalDate> dates(String joined) {
        return joined == null || joined.isEmpty() ? List.of() : Arrays.stream(joined.split(",")).map(LocalDate::parse).toList();
    }
}
