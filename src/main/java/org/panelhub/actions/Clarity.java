package org.panelhub.actions;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import org.hibernate.Session;
import org.hibernate.type.StandardBasicTypes;
import org.panelhub.page.Dates;
import org.panelhub.time.WorkingDays;

import jakarta.enterprise.context.ApplicationScoped;

/**
 * Advice on how an action could be clearer: one thing that one person does by a day, and of which one will know that it is done (SMART, as panels are taught it). Advice
 * only: it stops nobody, since what was agreed in the room is recorded as it was agreed.
 */
@ApplicationScoped
class Clarity {

    private static final int FEWEST_WORDS = 3;
    private static final int LONGEST_VERB = 8;

    /** What begins with one of these says of whom or what it is, and not what is done. */
    private static final Set<String> NO_DEED = Set.of("the", "a", "an", "this", "that", "these", "those", "there", "it", "he", "she", "they", "we", "i", "you", "all", "any", "no", "some", "mr", "mrs", "ms", "miss",
            "dr", "police", "housing", "fire", "council", "agencies", "everyone", "everybody", "someone", "somebody", "family", "victim", "tenant", "resident");
    private static final List<String> ENDINGS_OF_NOUNS = List.of("tion", "sion", "ment", "ness", "ity", "ance", "ence");
    /** Of these nobody can say that they are done. */
    private static final Set<String> OPEN_ENDED = Set.of("consider", "explore", "liaise", "monitor", "discuss", "support", "ensure", "try", "look", "think", "continue", "engage", "be", "work", "help", "encourage");

    private final Session database;
    private final WorkingDays workingDays;

    Clarity(Session database, WorkingDays workingDays) {
        this.database = database;
        this.workingDays = workingDays;
    }

    /**
     * What could be clearer about it, a sentence each; none when nothing comes to mind.
     *
     * @param caseId null where the action hangs from no case
     * @param person whether somebody of the agency is named
     */
    List<String> of(UUID panelId, UUID caseId, UUID agencyId, String task, String knownBy, boolean person, LocalDate dueOn) {
        var advice = new ArrayList<String>(wording(task));
        var outside = person ? Optional.<String>empty() : outside(panelId, caseId, agencyId);
        if (outside.isPresent()) {
            advice.add("Who: nobody of " + outside.get() + " sits on this panel or works on the case, so they may not see it. Name the person who does it, or give it to somebody here who asks them.");
        } else if (!person) {
            advice.add("Who: nobody in the agency is named. What is somebody’s by name is done sooner.");
        }
        if (knownBy.isBlank()) {
            advice.add("How will we know: nobody has said what will show that it is done.");
        }
        if (!workingDays.isWorkingDay(dueOn)) {
            advice.add("By when: " + Dates.full(dueOn) + " is not a working day.");
        }
        nextMeeting(panelId).filter(dueOn::isAfter).ifPresent(next -> advice.add("By when: the panel meets on " + Dates.full(next) + ", before it is due, and can then only hear that it is still open."));
        return advice;
    }

    /** The agency's name, where it has neither a seat on the panel nor a place on the case's team; empty also where the viewer does not see who sits on the panel. */
    private Optional<String> outside(UUID panelId, UUID caseId, UUID agencyId) {
        return database.createNativeQuery("""
                select a.name from hub.agency a
                 where a.id = :a and exists (select from hub.seat s where s.panel_id = :p and s.member_id <> hub.viewer())
                   and not exists (select from hub.seat s join hub.member m on m.id = s.member_id where s.panel_id = :p and m.agency_id = a.id and m.active and s.during @> hub.today())
                   and not exists (select from hub.case_team t join hub.member m on m.id = t.member_id where t.case_id = :c and m.agency_id = a.id and m.active and t.during @> hub.today())""", String.class)
                .setParameter("a", agencyId).setParameter("p", panelId).setParameter("c", caseId, StandardBasicTypes.UUID).uniqueResultOptional();
    }

    static List<String> wording(String task) {
        var advice = new ArrayList<String>();
        var words = task.strip().split("\\s+");
        var first = words[0].replaceAll("[^\\p{L}-]", "").toLowerCase(Locale.UK);
        if (words.length < FEWEST_WORDS) {
            advice.add("What: it is very short. Would somebody who was not there know what to do?");
        }
        if (first.isEmpty() || NO_DEED.contains(first) || first.length() > LONGEST_VERB && ENDINGS_OF_NOUNS.stream().anyMatch(first::endsWith)) {
            advice.add("What: begin with what is done, such as “visit”, “write to” or “fit”.");
        } else if (OPEN_ENDED.contains(first)) {
            advice.add("What: of “" + first + "” nobody can say when it is done. What will be there afterwards?");
        }
        if (task.contains(";") || task.strip().contains("\n")) {
            advice.add("What: these may be several actions. Each is easier to report on by itself.");
        }
        return advice;
    }

    private Optional<LocalDate> nextMeeting(UUID panelId) {
        return database.createNativeQuery("""
                select min((m.starts_at at time zone 'Europe/London')::date) from hub.meeting m
                 where m.panel_id = :p and m.state in ('PLANNED', 'PUBLISHED', 'OPEN') and (m.starts_at at time zone 'Europe/London')::date > hub.today()""", LocalDate.class)
                .setParameter("p", panelId).uniqueResultOptional();
    }
}
