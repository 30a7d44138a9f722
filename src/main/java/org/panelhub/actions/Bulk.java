package org.panelhub.actions;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import org.panelhub.access.Forbidden;
import org.panelhub.access.NotFound;
import org.panelhub.audit.Writers;
import org.panelhub.page.Dates;
import org.panelhub.page.Field;

import io.quarkus.qute.TemplateData;
import jakarta.enterprise.context.ApplicationScoped;

/** One report on several actions. Each is looked at by itself: that one of them was changed by somebody else loses no other, and none is overwritten unseen. */
@ApplicationScoped
class Bulk {

    private final Actions actions;
    private final Writers writers;

    Bulk(Actions actions, Writers writers) {
        this.actions = actions;
        this.writers = writers;
    }

    /** An action that was not reported on, and why. {@code task} is null where it is not there for the viewer any more. */
    @TemplateData
    public record Missed(UUID id, String task, String why) {
    }

    /** What became of the report. */
    @TemplateData
    public record Outcome(Set<UUID> reported, List<Missed> missed) {
    }

    /**
     * @throws NotFound when none of them is there for the viewer
     * @throws Forbidden when the viewer may report on none of them
     */
    Outcome report(BulkForm form) {
        var reported = new LinkedHashSet<UUID>();
        var missed = new ArrayList<Missed>();
        RuntimeException refusal = null;
        int refused = 0;
        // In one order, so that two who report on the same actions at once wait for each other and are not stopped by each other.
        for (var ticked : form.actions().stream().distinct().sorted(Comparator.comparing(BulkForm.Ticked::id)).toList()) {
            try {
                actions.hold(ticked.id());
                actions.report(ticked.id(), ticked.version(), form.chosen(), Field.clean(form.words()), "");
                reported.add(ticked.id());
            } catch (NotFound e) {
                refusal = e;
                refused++;
                missed.add(new Missed(null, null, "One of the actions is not there for you any more."));
            } catch (Forbidden e) {
                refusal = e;
                refused++;
                missed.add(new Missed(ticked.id(), actions.byId(ticked.id()).task(), "It is not yours to report on."));
            } catch (AlreadyReported e) {
                missed.add(new Missed(ticked.id(), actions.byId(ticked.id()).task(), who(ticked.id()) + " has reported it " + actions.byId(ticked.id()).state().label().toLowerCase() + "."));
            } catch (ActionChanged e) {
                missed.add(new Missed(ticked.id(), actions.byId(ticked.id()).task(), who(ticked.id()) + " has changed it. Read what stands now; it is still ticked."));
            }
        }
        if (refused > 0 && refused == missed.size() && reported.isEmpty()) {
            throw refusal;
        }
        return new Outcome(reported, missed);
    }

    private String who(UUID id) {
        return writers.last("action", id).map(w -> w.who() + ", on " + Dates.moment(w.at()) + ",").orElse("Someone else");
    }
}
