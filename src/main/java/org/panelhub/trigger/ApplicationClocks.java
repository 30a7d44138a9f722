package org.panelhub.trigger;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.hibernate.Session;
import org.panelhub.identity.Viewers;
import org.panelhub.panels.Panels;
import org.panelhub.time.WorkingDays;
import org.panelhub.trigger.procedure.TriggerArrangements;
import org.panelhub.trigger.rules.Clocks;
import org.panelhub.trigger.rules.Course;
import org.panelhub.trigger.rules.Stage;
import org.panelhub.trigger.rules.StageClock;
import org.panelhub.trigger.rules.StageClock.Light;
import org.panelhub.trigger.rules.TriggerRules;

import jakarta.enterprise.context.ApplicationScoped;

/**
 * The clocks of applications, worked out from what happened to each, by the review procedure in force on the day on which it was received. Nothing is stored of them, so that none can be
 * forgotten or go stale.
 */
@ApplicationScoped
public class ApplicationClocks {

    private final Session rows;
    private final TriggerArrangements procedures;
    private final Panels panels;
    private final WorkingDays workingDays;
    private final Viewers viewers;

    ApplicationClocks(Session rows, TriggerArrangements procedures, Panels panels, WorkingDays workingDays, Viewers viewers) {
        this.rows = rows;
        this.procedures = procedures;
        this.panels = panels;
        this.workingDays = workingDays;
        this.viewers = viewers;
    }

    record Happened(UUID id, String what, LocalDate on, String note) {
    }

    /** How one application stands: the stages that its procedure gives a time and that it goes through, and whether they stand still. */
    record Standing(List<StageClock> clocks, boolean paused) {

        /** Whether anybody but the applicant has something to do by a day. */
        boolean running() {
            return clocks.stream().anyMatch(c -> c.running() && !c.stage().ofApplicant());
        }
    }

    Standing of(Application application) {
        var course = courses(Map.of(application.id(), application.receivedOn())).get(application.id());
        return new Standing(clocks(course, application.state(), application.receivedOn(), procedures.rules(), boards(application.panelId())), course.paused());
    }

    /**
     * What is to be done next on each of these: of the clocks that run, the one that ends first. The applicant's own time is nobody's duty. Without those on which nothing has to be done by
     * a day; what they have in common is read once.
     */
    Map<UUID, StageClock> next(List<ApplicationLine> lines) {
        var courses = courses(lines.stream().collect(Collectors.toMap(ApplicationLine::id, ApplicationLine::receivedOn)));
        var rules = procedures.rules();
        Map<UUID, Clocks.Boards> boards = new HashMap<>();
        Map<UUID, StageClock> next = new HashMap<>();
        for (var line : lines) {
            clocks(courses.get(line.id()), line.state(), line.receivedOn(), rules, boards.computeIfAbsent(line.panelId(), this::boards)).stream().filter(c -> c.running() && c.due() != null && !c.stage().ofApplicant())
                    .min(Comparator.comparing(StageClock::due)).ifPresent(clock -> next.put(line.id(), clock));
        }
        return next;
    }

    /** An application on which the threshold decision is due soon or late. */
    public record Due(String reference, LocalDate on, boolean late) {
    }

    record Undecided(UUID id, String reference, LocalDate receivedOn, UUID panelId) {
    }

    /** The threshold decisions that whoever handles applications has to make and tell soon, or should have; the first due first. */
    public List<Due> decisionsDue() {
        var undecided = rows.createNativeQuery("select id, reference, received_on, panel_id from hub.trigger where state = 'RECEIVED' and panel_id = any (hub.pass('hub.handles'))", Undecided.class).getResultList();
        var courses = courses(undecided.stream().collect(Collectors.toMap(Undecided::id, Undecided::receivedOn)));
        var rules = procedures.rules();
        Map<UUID, Clocks.Boards> boards = new HashMap<>();
        return undecided.stream().flatMap(u -> clocks(courses.get(u.id), ApplicationState.RECEIVED, u.receivedOn, rules, boards.computeIfAbsent(u.panelId, this::boards)).stream()
                .filter(c -> c.stage() == Stage.DECISION && c.running() && c.due() != null && (c.light() == Light.AMBER || c.light() == Light.RED)).map(c -> new Due(u.reference, c.due(), c.light() == Light.RED)))
                .sorted(Comparator.comparing(Due::on).thenComparing(Due::reference)).toList();
    }

    boolean paused(Application application) {
        return courses(Map.of(application.id(), application.receivedOn())).get(application.id()).paused();
    }

    private List<StageClock> clocks(Course course, ApplicationState state, LocalDate receivedOn, Function<LocalDate, TriggerRules> rules, Clocks.Boards boards) {
        return course.clocks(rules.apply(receivedOn), boards, workingDays, state.name(), viewers.current().today());
    }

    /** @param received when each was received */
    private Map<UUID, Course> courses(Map<UUID, LocalDate> received) {
        Map<UUID, List<Course.Event>> events = new HashMap<>();
        received.keySet().forEach(id -> events.put(id, new ArrayList<>()));
        if (!received.isEmpty()) {
            rows.createNativeQuery("select trigger_id, kind, on_day, note from hub.trigger_event where trigger_id in (:ids) order by at, id", Happened.class).setParameterList("ids", received.keySet()).getResultList()
                    .forEach(event -> events.get(event.id).add(new Course.Event(event.what, event.on, event.note)));
        }
        return events.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, e -> Course.of(received.get(e.getKey()), e.getValue())));
    }

    /** The dates that are planned; after the last of them nothing is known. */
    private Clocks.Boards boards(UUID panelId) {
        var planned = rows.createNativeQuery("select cast(m.starts_at at time zone 'Europe/London' as date) from hub.meeting m where m.panel_id = ?1 and m.state <> 'CANCELLED' order by 1", LocalDate.class)
                .setParameter(1, panelId).getResultList();
        return Clocks.Boards.of(planned, panels.figuresOn(panelId, viewers.current().today()).recurrence(), workingDays);
    }
}
