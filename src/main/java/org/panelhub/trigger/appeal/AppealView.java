package org.panelhub.trigger.appeal;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import org.panelhub.trigger.Received;
import org.panelhub.trigger.rules.StageClock;

import io.quarkus.qute.TemplateData;

/**
 * An appeal as it is read.
 *
 * @param clock of its answer; null where the procedure gives none a time
 * @param may what the viewer may do about it
 */
@TemplateData
public record AppealView(Row row, StageClock clock, List<Interview> interviews, May may) {

    /**
     * @param reviewer null while none is named, and where the name is not the viewer's to see
     * @param enteredBy null where the applicant wrote it
     */
    @TemplateData
    public record Row(UUID id, String what, String words, String cameBy, LocalDate askedOn, String enteredBy, LocalDate dueOn, Boolean late, Boolean taken, String takenReason, UUID reviewerId, String reviewer,
            String agency, String found, String outcomeWords, LocalDate outcomeOn, int version) {

        public About about() {
            return About.valueOf(what);
        }

        public Received how() {
            return Received.valueOf(cameBy);
        }

        public boolean refused() {
            return Boolean.FALSE.equals(taken);
        }

        public boolean toTake() {
            return late && taken == null;
        }

        public boolean running() {
            return found == null && !refused();
        }

        public Appeal.Outcome outcome() {
            return found == null ? null : Appeal.Outcome.valueOf(found);
        }

        public String who() {
            return reviewerId == null ? "" : reviewer == null ? "A senior officer whose name is not shown to you" : agency == null ? reviewer : reviewer + ", " + agency;
        }
    }

    /** What was said to the reviewer. */
    @TemplateData
    public record Interview(String with, LocalDate on, String note) {

        public Whom whom() {
            return Whom.valueOf(with);
        }
    }

    /** Take or refuse a late one; name the reviewer; note interviews and say what came of it. */
    @TemplateData
    public record May(boolean take, boolean name, boolean decide) {
    }

    /**
     * Who may be asked to look at it, and why another senior officer of a relevant body may not; not how many.
     *
     * @param unbound some, as neither their body nor they themselves have signed: the hub shares only with whom one of the two binds
     * @param part    some, as they had a part in it, or may not see it
     */
    @TemplateData
    public record Reviewers(List<org.panelhub.page.Choice> free, boolean unbound, boolean part) {
    }

    /** Where an applicant may turn afterwards. */
    @TemplateData
    public record Further(String body, String contact) {
    }
}
