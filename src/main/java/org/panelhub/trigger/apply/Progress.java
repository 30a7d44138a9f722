package org.panelhub.trigger.apply;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import io.quarkus.qute.TemplateData;

/** What happened to an application in the applicant's words, oldest first; what it is not told of is left out. */
final class Progress {

    /** By kind of event. What has words of its own says them instead. */
    private static final Map<String, String> WORDS = Map.ofEntries(Map.entry("RECEIVED", "We got your form"), Map.entry("BODIES_TOLD", "We told other services who have to know about it"),
            Map.entry("ACKNOWLEDGED", "We wrote to you or called you to say that we have it"), Map.entry("MET", "We decided to look at it again"), Map.entry("NOT_MET", "We decided that we cannot look at it again this way"),
            Map.entry("REVIEWED", "The meeting about it took place"), Map.entry("OUTCOME_TOLD", "We told you what we found"), Map.entry("PLAN_DONE", "What was agreed has been done"), Map.entry("LETTER_SENT", "We sent you our letter"),
            Map.entry("MEETING_OFFERED", "We offered to meet you"),
            Map.entry("PLAN_CONSULTED", "We asked you what you think of our plan"), Map.entry("APPEALED", "You asked for our answer to be checked"), Map.entry("APPEAL_DECIDED", "Our answer was checked"), Map.entry("WITHDRAWN", "You took your form back"), Map.entry("REOPENED", "We opened your form again"),
            Map.entry("CLOSED", "We closed your form"));

    private Progress() {
    }

    @TemplateData
    record Step(LocalDate on, String words) {
    }

    static List<Step> of(PublicDoors.Followed form) {
        return form.events().stream().flatMap(e -> e.told() != null && !e.told().isBlank() ? Stream.of(new Step(e.on(), e.told())) : Stream.ofNullable(WORDS.get(e.kind())).map(w -> new Step(e.on(), w))).toList();
    }
}
