package org.panelhub.room;

import java.util.Optional;
import java.util.UUID;

import org.panelhub.access.Permission;
import org.panelhub.access.Permissions;
import org.panelhub.audit.Reads;
import org.panelhub.cases.CaseRisk;
import org.panelhub.cases.Cases;
import org.panelhub.identity.Viewers;
import org.panelhub.meetings.AgendaItem;
import org.panelhub.meetings.Meetings;
import org.panelhub.page.Conflict;
import org.panelhub.page.Field;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;

/** What was decided in the meetings that the viewer may read of. The risk agreed becomes the risk of the case. */
@ApplicationScoped
public class Decisions implements PanacheRepositoryBase<Decision, UUID> {

    private final Meetings meetings;
    private final Cases cases;
    private final Viewers viewers;
    private final Permissions permissions;
    private final Reads reads;

    Decisions(Meetings meetings, Cases cases, Viewers viewers, Permissions permissions, Reads reads) {
        this.meetings = meetings;
        this.cases = cases;
        this.viewers = viewers;
        this.permissions = permissions;
        this.reads = reads;
    }

    /** Of one item of an agenda; the reading is put on record. */
    public Optional<Decision> of(UUID itemId) {
        var decision = find("agendaItemId", itemId).firstResultOptional();
        decision.ifPresent(d -> reads.seen("decision", d.id(), d.caseId(), d.panelId(), null));
        return decision;
    }

    /**
     * Records the decision, or puts another in its place while the meeting is open.
     *
     * @throws DecisionChanged when someone else recorded one since the form was opened
     */
    void record(AgendaItem item, DecisionForm form) {
        permissions.require(Permission.RECORD_MEETING, item.panelId());
        // One writer at a time, so that two who record at once do not make two.
        meetings.forWriting(item.meetingId()).requireOpen();
        var file = cases.byId(item.caseId());
        var saved = of(item.id());
        var standing = saved.map(d -> Integer.toString(d.version())).orElse("");
        if (!standing.equals(form.version() == null ? "" : form.version())) {
            throw new DecisionChanged(saved.orElse(null));
        }
        var viewer = viewers.current();
        var decision = saved.orElseGet(() -> new Decision(viewer.partnershipId(), item, file.risk()));
        var agreed = CaseRisk.valueOf(form.risk());
        decision.agree(agreed, Field.clean(form.rationale()), Field.clean(form.dissent()), form.words(), viewer.memberId(), viewer.now());
        persist(decision);
        // What was said first and then corrected in the same meeting was never agreed.
        file.agreeRisk(decision.riskBefore(), agreed);
    }

    /** Someone else recorded a decision while this one was being typed. */
    static final class DecisionChanged extends Conflict {
        private static final long serialVersionUID = 1L;
        private final transient Decision saved;

        DecisionChanged(Decision saved) {
            super("Someone else saved first", "Someone else recorded a decision on this item. Read what stands now, and try again.");
            this.saved = saved;
        }

        /** What stands now; null when the form knew of one that is gone. */
        Decision saved() {
            return saved;
        }
    }
}
