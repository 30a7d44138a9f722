package org.panelhub.room;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import org.panelhub.actions.ActionView;
import org.panelhub.cases.CaseHead;
import org.panelhub.cases.CaseRisk;
import org.panelhub.meetings.AttendanceView;
import org.panelhub.meetings.MeetingHead;
import org.panelhub.meetings.Timetable;
import org.panelhub.page.Dates;
import org.panelhub.page.Words;
import org.panelhub.plans.PlanView;
import org.panelhub.sharing.ItemView;
import org.panelhub.sharing.research.RequestView;

import io.quarkus.qute.TemplateData;

/**
 * The room as one viewer sees it.
 *
 * @param item the item that is shown, or null between items and on one that is not for the viewer
 * @param quorum who is missing for one
 * @param stamp changes whenever anything that the viewer sees here does; it tells nothing else
 */
@TemplateData
public record RoomView(MeetingHead head, Timetable agenda, Item item, List<AttendanceView> people, boolean runs, boolean records, boolean observes, String stamp, Instant now,
        UUID myAgency, Quorum quorum) {

    /** The item being heard. */
    @TemplateData
    public record Item(Timetable.Slot slot, boolean current, Instant since, CaseHead file, List<Line> shared, List<ItemView> prepared, List<ActionView> actions, DecisionView decision,
            PlanCard plan, boolean mayRelease, boolean mayLeave, String speaksFirst, List<RequestView> research) {

        /** What the viewer's own agency has only to say: whether it shared its research by word of mouth. */
        public List<RequestView> toSpeak(UUID agency) {
            return research.stream().filter(r -> r.spokenOnly() && r.agencyId().equals(agency) && (r.waiting() || r.toBeSpoken())).toList();
        }

        /** Whether the next edition of the plan says what a review found. */
        public boolean reviewing() {
            return plan != null && plan.plan().reviewedByMeetingOf(plan.day());
        }


        public UUID id() {
            return slot.line().id();
        }

        public boolean ofCase() {
            return slot.line().ofCase();
        }

        /** "RV-7K4QM, Martha Okoro, 67". */
        public String title() {
            return file == null ? slot.line().name() : file.reference() + ", " + file.title();
        }
    }

    /** One line of what was shared: whose, how and when, what. */
    @TemplateData
    public record Line(UUID id, String who, String how, String body, String handling, boolean own, boolean aloud) {
    }

    /** What was agreed. */
    @TemplateData
    public record DecisionView(CaseRisk before, CaseRisk after, String rationale, String dissent, String outcome, int version) {

        public String riskBefore() {
            return before.label();
        }

        public String riskAfter() {
            return after.label();
        }

        public String colour() {
            return after.colour();
        }
    }

    /**
     * The plan that stands, in short.
     *
     * @param day of this meeting
     */
    @TemplateData
    public record PlanCard(PlanView plan, LocalDate day) {

        public int edition() {
            return plan.edition();
        }

        public String aims() {
            return plan.aims();
        }

        public String reviewOn() {
            return Dates.day(plan.reviewOn());
        }

        public boolean madeHere() {
            return plan.madeAtMeetingOf(day);
        }
    }

    /** "Item 3 of 6: RV-7K4QM, Martha Okoro, 67". */
    public String title() {
        if (item != null) {
            return "Item " + item.slot().number() + " of " + agenda.count() + ": " + item.title();
        }
        return allHeard() ? "All items have been heard" : begun() ? "The meeting goes on" : "Welcome";
    }

    /** "7:12 of 12 min". */
    public String clock() {
        if (onBreak()) {
            return "Break, " + minutes(Math.max(0, Duration.between(head.breakSince(), now).toSeconds()));
        }
        if (item == null || item.since() == null) {
            return null;
        }
        long seconds = Math.max(0, Duration.between(item.since(), now).toSeconds());
        return minutes(seconds) + " of %d min".formatted(item.slot().line().minutes());
    }

    private static String minutes(long seconds) {
        return "%d:%02d".formatted(seconds / 60, seconds % 60);
    }

    /** The clock of the item stands meanwhile. */
    public boolean onBreak() {
        return head.breakSince() != null;
    }

    public boolean over() {
        return !onBreak() && item != null && item.since() != null && Duration.between(item.since(), now).toMinutes() >= item.slot().line().minutes();
    }

    /** "Ends about 11:34, 4 minutes late." follows from the agenda's clock. */
    public String lateness() {
        var hours = agenda.late() / 60;
        return agenda.late() <= 0 ? "" : ", " + (hours == 0 ? Words.count(agenda.late(), "minute") : "more than " + Words.count(hours, "hour")) + " late";
    }

    public long here() {
        return people.stream().filter(AttendanceView::present).count();
    }

    public long signed() {
        return people.stream().filter(AttendanceView::signed).count();
    }

    public List<AttendanceView> present() {
        return people.stream().filter(AttendanceView::present).toList();
    }

    public List<AttendanceView> awaited() {
        return people.stream().filter(p -> !p.present() && !p.apologies()).toList();
    }

    public List<AttendanceView> apologies() {
        return people.stream().filter(p -> !p.present() && p.apologies()).toList();
    }

    /** What the viewer's own agency has only to say of this case. */
    public List<RequestView> toSpeak() {
        return item == null || !item.mayRelease() ? List.of() : item.toSpeak(myAgency);
    }

    /** How many actions of this case are the viewer's agency's. */
    public long ours() {
        return item == null ? 0 : item.actions().stream().filter(a -> a.ownerAgencyId().equals(myAgency)).count();
    }

    /** Where a form about the shown item is sent. */
    public String itemPath(String what) {
        return head.path() + "/room/items/" + item.id() + "/" + what;
    }

    public String linePath(Line line) {
        return itemPath("lines/" + line.id());
    }

    public String roomPath(String what) {
        return head.path() + "/room/" + what;
    }

    /** The risk with which the case came to the meeting. */
    public String riskBefore() {
        return item.decision() != null ? item.decision().riskBefore() : item.file().risk().label();
    }

    /** What the button that goes on says; null when there is nothing to go on to. */
    public String onward() {
        if (nextUp() != null) {
            return (begun() ? "Next: " : "Begin: ") + nextUp();
        }
        return head.currentItemId() == null ? null : "End this item";
    }

    /** What would stay unheard if the meeting closed now. */
    public List<Timetable.Slot> unheard() {
        return agenda.slots().stream().filter(s -> s.line().startedAt() == null).toList();
    }

    /** The first item that was not heard yet, other than the one shown. */
    public String nextUp() {
        var open = agenda.slots().stream().filter(s -> !s.line().done() && !s.current()).toList();
        return open.stream().filter(s -> item == null || s.number() > item.slot().number()).findFirst().or(() -> open.stream().findFirst()).map(s -> s.line().shortName()).orElse(null);
    }

    /** Told from what the viewer sees alone: an item that is hidden from it looks like the time between two items. */
    public boolean begun() {
        return agenda.slots().stream().anyMatch(s -> s.current() || s.line().done());
    }

    public boolean allHeard() {
        return agenda.count() > 0 && agenda.slots().stream().allMatch(s -> s.line().done());
    }
}
