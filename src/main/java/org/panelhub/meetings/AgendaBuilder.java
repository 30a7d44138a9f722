package org.panelhub.meetings;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;

import org.panelhub.access.Permission;
import org.panelhub.access.Permissions;
import org.panelhub.identity.Viewers;
import org.panelhub.page.Words;
import org.panelhub.panels.Panels;
import org.panelhub.panels.Section;

import io.quarkus.qute.TemplateData;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;

/**
 * Builds an agenda out of what the sources propose. Each change carries the version of the meeting that the writer had before its eyes; of
 * two writers the second is told. What changes after publication is noted for those who read it before.
 */
@ApplicationScoped
public class AgendaBuilder {

    private final Meetings meetings;
    private final Agendas agendas;
    private final Scheduling scheduling;
    private final Panels panels;
    private final Recipients recipients;
    private final Guests guests;
    private final MeetingNews news;
    private final Viewers viewers;
    private final Permissions permissions;
    private final Instance<AgendaSource> sources;

    AgendaBuilder(Meetings meetings, Agendas agendas, Scheduling scheduling, Panels panels, Recipients recipients, Guests guests, MeetingNews news, Viewers viewers,
            Permissions permissions, @Any Instance<AgendaSource> sources) {
        this.meetings = meetings;
        this.agendas = agendas;
        this.scheduling = scheduling;
        this.panels = panels;
        this.recipients = recipients;
        this.guests = guests;
        this.news = news;
        this.viewers = viewers;
        this.permissions = permissions;
        this.sources = sources;
    }

    /** What each source proposes for the meeting; sources with nothing to propose are left out. */
    public Proposed proposals(Meeting meeting) {
        permissions.require(Permission.SCHEDULE, meeting.panelId());
        var minutes = scheduling.minutesPerCase(meeting.panelId(), meeting.day());
        Set<String> proposed = new HashSet<>();
        // What two sources propose stands once, where it was first proposed.
        var all = sources.stream().sorted(Comparator.comparingInt(AgendaSource::order)).map(s -> new Group(s.heading(), s.proposals(meeting, minutes).stream().filter(p -> proposed.add(p.key())).toList())).toList();
        return new Proposed(all.stream().map(g -> new Group(g.heading(), g.proposals().stream().filter(p -> !p.late()).toList())).filter(g -> !g.proposals().isEmpty()).toList(),
                all.stream().flatMap(g -> g.proposals().stream()).filter(AgendaSource.Proposal::late).toList());
    }

    /** What came in time, by source, and what came after the cut-off. */
    public record Proposed(List<Group> inTime, List<AgendaSource.Proposal> late) {
    }

    /** The proposals of one source. */
    @TemplateData
    public record Group(String heading, List<AgendaSource.Proposal> proposals) {
    }

    /**
     * Puts proposals on the agenda, each in its section by the panel's terms of reference, in the order in which they were proposed.
     *
     * @return how many
     */
    public int add(UUID meetingId, int version, Predicate<AgendaSource.Proposal> wanted) {
        var meeting = open(meetingId, version);
        var chosen = proposals(meeting).inTime().stream().flatMap(g -> g.proposals().stream()).filter(wanted).toList();
        if (chosen.isEmpty()) {
            throw new MeetingRefusal("Choose at least one thing to put on the agenda.");
        }
        chosen.forEach(p -> put(meeting, item(meeting, p)));
        meetings.changed(meeting);
        return chosen.size();
    }

    /** Who may give leave that one of these late cases is heard: the chairs of its panel with standing to whom it is open (access.leave_of). */
    List<UUID> mayGiveLeave(List<AgendaSource.Proposal> late) {
        return late.isEmpty() ? List.of() : agendas.mayGiveLeave(late.stream().map(AgendaSource.Proposal::caseId).toArray(UUID[]::new));
    }

    /**
     * Puts a case on the agenda that came after the cut-off. Each has a leave of its own, as the readers of one are not those of another. The chair gave it beside the writer or by
     * telephone, and is told by mail that it is written so.
     *
     * @param chair one of {@link #mayGiveLeave}
     * @param why it cannot wait for the next meeting
     */
    void addLate(UUID meetingId, int version, String proposal, UUID chair, String why) {
        var meeting = open(meetingId, version);
        var late = proposals(meeting).late().stream().filter(p -> p.key().equals(proposal)).findFirst().orElseThrow(() -> new MeetingRefusal("This case is on an agenda already, or closed."));
        put(meeting, item(meeting, late).byLeaveOf(chair, why));
        meetings.changed(meeting);
        meetings.flush();
        if (!chair.equals(viewers.current().memberId())) {
            news.leave(meeting, chair);
        }
    }

    /** Puts a line of the coordinator's own on the agenda. */
    public void note(UUID meetingId, int version, String title, int minutes) {
        var meeting = open(meetingId, version);
        put(meeting, new AgendaItem(meeting, 0, AgendaKind.NOTE, null, title, minutes));
        meetings.changed(meeting);
    }

    private static AgendaItem item(Meeting meeting, AgendaSource.Proposal p) {
        return new AgendaItem(meeting, 0, p.kind(), p.caseId(), p.title(), p.minutes());
    }

    private void put(Meeting meeting, AgendaItem item) {
        var items = new ArrayList<>(agendas.items(meeting.id()));
        var sections = panels.termsOn(meeting.panelId(), meeting.day()).sections();
        int place = place(sections, item.kind(), item.title());
        int at = items.size();
        while (at > 0 && items.get(at - 1).startedAt() == null && place(sections, items.get(at - 1).kind(), items.get(at - 1).title()) > place) {
            at--;
        }
        items.add(at, item);
        agendas.persist(item);
        number(items);
        note(meeting, AgendaChange.Kind.ADDED, item);
    }

    /** In which section an item belongs. A line of the coordinator's own follows the cases. */
    private static int place(List<Section> sections, AgendaKind kind, String title) {
        int cases = sections.size();
        for (int i = 0; i < sections.size(); i++) {
            var section = sections.get(i);
            if (section.kind() == Section.Kind.CASES) {
                cases = i;
            }
            if (section.kind().name().equals(kind.name()) && (kind != AgendaKind.NOTE || section.title().equals(title))) {
                return i;
            }
        }
        return kind == AgendaKind.LAST_ACTIONS || kind == AgendaKind.OPENING ? -1 : kind == AgendaKind.OTHER_BUSINESS ? sections.size() : cases;
    }

    /**
     * @param order as {@link #arrange} takes it: what was moved on the page before stays moved
     * @param step -1 for up, 1 for down
     */
    public void move(UUID meetingId, int version, List<UUID> order, UUID itemId, int step) {
        var meeting = open(meetingId, version);
        order(meeting, order);
        var items = new ArrayList<>(agendas.items(meetingId));
        var item = agendas.item(meetingId, itemId);
        int from = items.indexOf(item);
        int to = from + step;
        if (to < 0 || to >= items.size()) {
            throw new MeetingRefusal("“" + item.title() + "” is already " + (step < 0 ? "first." : "last."));
        }
        items.remove(from);
        items.add(to, item);
        moved(meeting, items);
        meetings.changed(meeting);
    }

    /**
     * Puts the items in this order, each with its minutes.
     *
     * @param itemIds in their new order; where that is not all of them, each stays where it is
     * @param minutes by item, in the order of the two lists
     */
    public void arrange(UUID meetingId, int version, List<UUID> itemIds, List<Integer> minutes) {
        var meeting = open(meetingId, version);
        order(meeting, itemIds);
        for (int i = 0; i < itemIds.size(); i++) {
            var item = agendas.item(meetingId, itemIds.get(i));
            if (item.minutesPlanned() != minutes.get(i)) {
                item.plan(minutes.get(i));
                note(meeting, AgendaChange.Kind.TIME, item);
            }
        }
        meetings.changed(meeting);
    }

    /**
     * A guest who comes for several items that do not follow each other.
     *
     * @param items what they are called: "RV-7K4QM and RV-M2XDT"
     */
    @TemplateData
    public record Split(UUID memberId, String who, String items) {
    }

    /** Of the items that are still to be heard, so that nobody waits outside longer than need be. */
    List<Split> split(UUID meetingId) {
        var items = agendas.items(meetingId);
        return guests.casesByGuest(meetingId).stream().map(g -> {
            var theirs = items.stream().filter(i -> awaits(i, g)).toList();
            return theirs.size() < 2 || items.indexOf(theirs.getLast()) - items.indexOf(theirs.getFirst()) == theirs.size() - 1 ? null
                    : new Split(g.memberId(), g.who(), Words.join(theirs.stream().map(i -> g.references().get(i.caseId())).toList()));
        }).filter(Objects::nonNull).toList();
    }

    private static boolean awaits(AgendaItem item, Guests.Comes guest) {
        return item.startedAt() == null && guest.references().containsKey(item.caseId());
    }

    /**
     * Puts the items for which a guest comes one after the other, where the first of them stands.
     *
     * @param order as {@link #arrange} takes it
     */
    public void together(UUID meetingId, int version, List<UUID> order, UUID guest) {
        var meeting = open(meetingId, version);
        order(meeting, order);
        var comes = guests.casesByGuest(meetingId).stream().filter(g -> g.memberId().equals(guest)).toList();
        var items = new ArrayList<>(agendas.items(meetingId));
        var theirs = items.stream().filter(i -> comes.stream().anyMatch(g -> awaits(i, g))).toList();
        if (theirs.isEmpty()) {
            throw new MeetingRefusal("This guest no longer comes for any item that is to be heard.");
        }
        int first = items.indexOf(theirs.getFirst());
        items.removeAll(theirs);
        items.addAll(first, theirs);
        moved(meeting, items);
        meetings.changed(meeting);
    }

    /** @param order as {@link #arrange} takes it */
    public String remove(UUID meetingId, int version, List<UUID> order, UUID itemId) {
        var meeting = open(meetingId, version);
        order(meeting, order);
        var item = agendas.item(meetingId, itemId);
        if (item.startedAt() != null) {
            throw new MeetingRefusal("“" + item.title() + "” has been heard, so it stays on the agenda.");
        }
        note(meeting, AgendaChange.Kind.REMOVED, item);
        agendas.delete(item);
        agendas.flush();
        number(agendas.items(meetingId));
        meetings.changed(meeting);
        return item.title();
    }

    /**
     * Publishes the agenda, or a further edition after a change: to members with a signature and an undertaking in force, and to no one else.
     *
     * @return how many it went to
     */
    public int publish(UUID meetingId, int version) {
        var meeting = meetings.byId(meetingId);
        permissions.require(Permission.PUBLISH_AGENDA, meeting.panelId());
        meeting = meetings.forWriting(meetingId);
        if (meeting.version() != version) {
            throw new AgendaMoved();
        }
        if (agendas.items(meetingId).isEmpty()) {
            throw new MeetingRefusal("The agenda is empty. Put something on it before you publish it.");
        }
        if (meeting.agendaEdition() > 0 && agendas.changesSince(meeting) == 0) {
            throw new MeetingRefusal("The agenda is published already, and nothing on it has changed since.");
        }
        meeting.publish(viewers.current().now());
        var receivers = recipients.of(meeting.panelId()).stream().filter(Recipients.Recipient::receives).map(Recipients.Recipient::memberId).toList();
        recipients.invite(meeting, receivers);
        meetings.flush();
        news.agenda(meeting, receivers);
        return receivers.size();
    }

    private Meeting open(UUID meetingId, int version) {
        var meeting = meetings.byId(meetingId);
        permissions.require(Permission.SCHEDULE, meeting.panelId());
        meeting = meetings.forWriting(meetingId);
        if (meeting.version() != version) {
            throw new AgendaMoved();
        }
        if (meeting.state() == MeetingState.CLOSED || meeting.state() == MeetingState.CANCELLED) {
            throw new MeetingRefusal("The agenda stands as it is: the meeting is " + meeting.state().label().toLowerCase() + ".");
        }
        return meeting;
    }

    private void order(Meeting meeting, List<UUID> order) {
        var items = agendas.items(meeting.id());
        var now = items.stream().map(AgendaItem::id).toList();
        if (!order.equals(now) && order.size() == now.size() && Set.copyOf(order).equals(Set.copyOf(now))) {
            moved(meeting, items.stream().sorted(Comparator.comparingInt(i -> order.indexOf(i.id()))).toList());
        }
    }

    private void moved(Meeting meeting, List<AgendaItem> items) {
        number(items);
        if (agendas.lacksOrderChange(meeting)) {
            agendas.note(new AgendaChange(meeting, AgendaChange.Kind.ORDER, null, "", viewers.current().now()));
        }
    }

    private static void number(List<AgendaItem> items) {
        for (int i = 0; i < items.size(); i++) {
            items.get(i).place(i + 1);
        }
    }

    private void note(Meeting meeting, AgendaChange.Kind kind, AgendaItem item) {
        if (meeting.agendaEdition() > 0) {
            agendas.note(new AgendaChange(meeting, kind, item.caseId(), item.title(), viewers.current().now()));
        }
    }
}
