package org.panelhub.trigger.appeal;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import org.hibernate.Session;
import org.panelhub.access.HubService;
import org.panelhub.time.WorkingDays;
import org.panelhub.trigger.ApplicationState;
import org.panelhub.trigger.apply.Areas;
import org.panelhub.trigger.apply.Code;
import org.panelhub.trigger.procedure.TriggerArrangements;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import jakarta.enterprise.context.ApplicationScoped;

/** The doors of the database through which an applicant asks for an appeal, each its own transaction under the name of the service. */
@ApplicationScoped
class AppealDoors {

    private static final Set<String> DECIDED = Set.of(ApplicationState.MET.name(), ApplicationState.NOT_MET.name(), ApplicationState.CLOSED.name());

    private final Session rows;
    private final ObjectMapper json;
    private final TriggerArrangements procedures;
    private final WorkingDays workingDays;

    AppealDoors(Session rows, ObjectMapper json, TriggerArrangements procedures, WorkingDays workingDays) {
        this.rows = rows;
        this.json = json;
        this.procedures = procedures;
        this.workingDays = workingDays;
    }

    /**
     * What an applicant asked for before.
     *
     * @param refused late, and not taken: it was not looked at, and bars none
     * @param waits late, and not decided yet whether it is taken
     */
    record Asked(UUID id, About about, LocalDate on, boolean ended, boolean refused, boolean waits) {
    }

    record Event(String kind, LocalDate on) {
    }

    /** What of an application decides whether, about what and until when an appeal may be asked for. */
    record Basis(String area, String reference, String state, LocalDate receivedOn, LocalDate today, List<Event> events, List<Asked> appeals) {

        boolean decided() {
            return DECIDED.contains(state);
        }

        boolean running() {
            return appeals.stream().anyMatch(a -> !a.ended);
        }

        boolean waits() {
            return appeals.stream().anyMatch(Asked::waits);
        }
    }

    Optional<Basis> basis(String reference, Code code) {
        return Optional.ofNullable(HubService.as(Areas.SERVICE, () -> rows.createNativeQuery("select cast(access.trigger_appeal_basis(?1, ?2) as text)", String.class).setParameter(1, reference).setParameter(2, code.hash())
                .getSingleResultOrNull())).map(this::read);
    }

    /** About what it may be asked for, and the last day for each, by the procedure in force on the day of receipt; null where there is none. */
    Map<About, LocalDate> open(Basis basis, Code code) {
        var rules = procedures.followed(Areas.SERVICE, basis.reference, code.hash());
        var events = basis.events.stream().map(e -> new AppealTime.Happened(e.kind, e.on)).toList();
        var happened = Appeals.happened(events);
        var asked = EnumSet.noneOf(About.class);
        basis.appeals.stream().filter(a -> !a.refused).forEach(a -> asked.add(a.about));
        Map<About, LocalDate> open = new EnumMap<>(About.class);
        for (var about : About.values()) {
            if (about.possible(happened) && !asked.contains(about)) {
                open.put(about, new AppealTime(about, basis.receivedOn, events, rules, workingDays, basis.today).lastDay());
            }
        }
        return open;
    }

    /** @return ASKED where it is on record, now or from before; RUNNING where another runs; ANSWERED where it was asked before; empty where there is nothing to ask */
    String ask(Basis basis, Code code, About about, String words, LocalDate lastDay, UUID once) {
        return Optional.ofNullable(HubService.as(Areas.SERVICE, () -> rows.createNativeQuery("select access.trigger_ask_appeal(?1, ?2, ?3, ?4, cast(?5 as date), ?6)", String.class).setParameter(1, basis.reference).setParameter(2, code.hash())
                .setParameter(3, about.name()).setParameter(4, words).setParameter(5, lastDay == null ? null : lastDay.toString()).setParameter(6, once).getSingleResultOrNull())).orElse("");
    }

    private Basis read(String text) {
        try {
            return json.readValue(text, Basis.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
