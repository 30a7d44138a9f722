package org.panelhub.trigger.appeal;

import java.util.Set;

import org.panelhub.trigger.EventKind;

import io.quarkus.qute.TemplateData;

/** With what an applicant is not satisfied. The statutory guidance asks for a way with the decision and the handling as well as with the outcome. */
@TemplateData
public enum About {
    THRESHOLD("The threshold decision", "You said no to my form", Set.of(EventKind.NOT_MET), Set.of(EventKind.DECISION_TOLD)),
    HANDLING("How it was handled", "How you dealt with my form", Set.of(), Set.of(EventKind.DECISION_TOLD, EventKind.LETTER_SENT)),
    OUTCOME("What came of it", "What came of it", Set.of(EventKind.REVIEWED, EventKind.OUTCOME_TOLD, EventKind.LETTER_SENT), Set.of(EventKind.LETTER_SENT));

    private final String label;
    private final String applicants;
    private final Set<EventKind> after;
    private final Set<EventKind> letters;

    About(String label, String applicants, Set<EventKind> after, Set<EventKind> letters) {
        this.label = label;
        this.applicants = applicants;
        this.after = after;
        this.letters = letters;
    }

    public String label() {
        return label;
    }

    /** In the words of the public form. */
    String applicants() {
        return applicants;
    }

    /** What must have happened before there is anything to appeal against; nothing where that is so from the start. */
    boolean possible(Set<EventKind> happened) {
        return after.isEmpty() || after.stream().anyMatch(happened::contains);
    }

    /** Whether the time for it is counted from this: the last letter that told the applicant of what it is about. */
    boolean letter(EventKind kind) {
        return letters.contains(kind);
    }
}
