package org.panelhub.room;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

import org.hibernate.Session;
import org.panelhub.access.Permission;
import org.panelhub.access.Permissions;
import org.panelhub.actions.ActionView;
import org.panelhub.actions.Tracker;
import org.panelhub.cases.CaseHead;
import org.panelhub.cases.CaseHeads;
import org.panelhub.identity.Viewers;
import org.panelhub.live.Watching;
import org.panelhub.meetings.AgendaLine;
import org.panelhub.meetings.Agendas;
import org.panelhub.meetings.Attendances;
import org.panelhub.meetings.MeetingHead;
import org.panelhub.meetings.Meetings;
import org.panelhub.meetings.Timetable;
import org.panelhub.page.Dates;
import org.panelhub.page.Words;
import org.panelhub.panels.ArrangementFigures;
import org.panelhub.plans.Editions;
import org.panelhub.sharing.HandlingCode;
import org.panelhub.sharing.ItemView;
import org.panelhub.sharing.Items;
import org.panelhub.sharing.research.ResearchRequests;

import jakarta.enterprise.context.ApplicationScoped;

/** Puts the room together for one viewer out of what that viewer sees. */
@ApplicationScoped
class RoomDesk {

    private final Meetings meetings;
    private final Agendas agendas;
    private final Attendances attendances;
    private final CaseHeads heads;
    private final Items items;
    private final Tracker tracker;
    private final Decisions decisions;
    private final Editions editions;
    private final Permissions permissions;
    private final Viewers viewers;
    private final Session rows;
    private final Watching watching;
    private final Quorums quorums;
    private final ResearchRequests requests;

    RoomDesk(Meetings meetings, Agendas agendas, Attendances attendances, CaseHeads heads, Items items, Tracker tracker, Decisions decisions, Editions editions, Permissions permissions,
            Viewers viewers, Session rows, Watching watching, Quorums quorums, ResearchRequests requests) {
        this.meetings = meetings;
        this.agendas = agendas;
        this.attendances = attendances;
        this.heads = heads;
        this.items = items;
        this.tracker = tracker;
        this.decisions = decisions;
        this.editions = editions;
        this.permissions = permissions;
        this.viewers = viewers;
        this.rows = rows;
        this.watching = watching;
        this.quorums = quorums;
        this.requests = requests;
    }

    /** The page will be of the room, so that nothing else is summed up on the way to it. */
    void begins(UUID meetingId) {
        watching.of(RoomsWatched.KIND, meetingId);
    }

    /** @param asked the item to show, or null for the one being heard */
    RoomView room(UUID meetingId, UUID asked) {
        watching.ratherOf(RoomsWatched.KIND, meetingId);
        var head = meetings.head(meetingId);
        var viewer = viewers.current();
        var now = viewer.now().toInstant();
        var agenda = Timetable.running(head, agendas.of(meetingId), now);
        var people = attendances.of(meetingId);
        var observes = people.stream().anyMatch(p -> p.memberId().equals(viewer.memberId()) && p.observer());
        var shown = asked == null ? head.currentItemId() : asked;
        var slot = agenda.slots().stream().filter(s -> s.line().id().equals(shown)).findFirst().orElse(null);
        var figures = quorums.figures(head);
        return new RoomView(head, agenda, slot == null ? null : item(head, slot, observes, figures), people,
                permissions.may(Permission.RUN_MEETING, head.panelId()), permissions.may(Permission.RECORD_MEETING, head.panelId()), observes, stamp(meetingId), now, viewer.agencyId(), quorums.of(head, figures));
    }

    private RoomView.Item item(MeetingHead head, Timetable.Slot slot, boolean observes, ArrangementFigures figures) {
        var line = slot.line();
        var current = line.id().equals(head.currentItemId());
        var since = current ? head.currentSince() : null;
        if (!line.ofCase()) {
            return new RoomView.Item(slot, current, since, null, List.of(), List.of(), List.of(), null, null, false, false, null, List.of());
        }
        // An observer sees the room, not the case file.
        var file = line.reference() == null ? null : heads.of(line.reference());
        var mayRelease = file != null && permissions.may(Permission.RELEASE_INFORMATION, head.panelId());
        return new RoomView.Item(slot, current, since, file, shared(head, line), mayRelease ? items.prepared(line.caseId()) : List.of(), actions(line, file),
                decisions.of(line.id()).map(RoomDesk::view).orElse(null), file == null ? null : plan(head, line), mayRelease, file != null && !observes, file == null ? null : first(head, line.caseId(), figures), file == null || observes ? List.of() : requests.of(line.caseId()));
    }

    /** The kind of agency whose word is to be heard first and was not yet, in words; null where there is none. */
    private String first(MeetingHead head, UUID caseId, ArrangementFigures figures) {
        return figures.firstSpeaker().isEmpty() || !quorums.unheard(figures.firstSpeaker(), caseId, head) ? null : figures.firstWords();
    }

    private List<ActionView> actions(AgendaLine line, CaseHead file) {
        return file == null ? List.of() : tracker.ofCase(line.caseId()).stream().filter(ActionView::open).toList();
    }

    /** What was released to the viewer, in the order in which it came: what came before the meeting first. */
    private List<RoomView.Line> shared(MeetingHead head, AgendaLine line) {
        Map<UUID, Instant> released = rows.createNativeQuery("select item_id, min(released_at) from hub.disclosure where case_id = ?1 and withdrawn_at is null group by item_id", Released.class)
                .setParameter(1, line.caseId()).getResultStream().collect(Collectors.toMap(Released::itemId, Released::at));
        return items.releasedIn(line.caseId()).stream().sorted((a, b) -> at(released, a).compareTo(at(released, b)))
                .map(i -> new RoomView.Line(i.id(), Words.upper(i.agency()), how(i, released.get(i.id()), head), i.body(), i.handlingText(), items.isOwn(i), i.saidAloud())).toList();
    }

    record Released(UUID itemId, Instant at) {
    }

    private static Instant at(Map<UUID, Instant> released, ItemView item) {
        return released.getOrDefault(item.id(), Instant.EPOCH);
    }

    /** "released 10:41" and "said aloud, 10:44" in this meeting; else what kind it is, and of when. */
    private static String how(ItemView item, Instant at, MeetingHead head) {
        var here = at != null && head.openedAt() != null && !at.isBefore(head.openedAt());
        if (item.saidAloud() && head.id().equals(item.meetingId())) {
            return here ? "said aloud, " + Dates.clock(at) : "said aloud";
        }
        return here ? "released " + Dates.clock(at) : item.howText();
    }

    private static RoomView.DecisionView view(Decision d) {
        return new RoomView.DecisionView(d.riskBefore(), d.riskAfter(), d.rationale(), d.dissent(), d.outcome(), d.version());
    }

    private RoomView.PlanCard plan(MeetingHead head, AgendaLine line) {
        return editions.standing(line.caseId()).map(p -> new RoomView.PlanCard(p, head.day())).orElse(null);
    }

    /** A code C item goes to named recipients, chosen on the page of the case. */
    static boolean named(ItemView item) {
        return item.handlingCode() == HandlingCode.C;
    }

    /** Tells whether anything changed that the viewer sees in the room, without saying what. It reads no word of a case. */
    String stamp(UUID meetingId) {
        return watching.sumOf(RoomsWatched.KIND, meetingId);
    }
}
