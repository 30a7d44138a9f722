package org.panelhub.access.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** What there is in the small world that the model check plays in: the cast, and every fact that the sharing rule asks for. Days are counted from its first day. */
final class World {

    /** A day that never comes. */
    static final int NEVER = 100_000;
    static final int HOURS_OF_AN_EMERGENCY = 4;

    record Partnership(UUID id, String name) {
    }

    record Body(UUID id, Partnership at, String sector, String name) {
    }

    record Agency(UUID id, Body body, String name) {
    }

    record Panel(UUID id, Partnership at, String name) {
    }

    /** An independent chair belongs to no agency. */
    record Member(UUID id, Partnership at, Agency agency, String name) {
    }

    record CaseFile(UUID id, Panel panel, String name) {
    }

    /** From a day up to another, that day excluded. */
    static final class Days {
        final int from;
        int until;

        Days(int from, int until) {
            this.from = from;
            this.until = until;
        }

        boolean hold(int day) {
            return from <= day && day < until;
        }
    }

    record Protocol(UUID id, String name, int edition, Set<Panel> panels, Days inForce) {

        @Override
        public String toString() {
            return "edition " + edition + " of the " + name;
        }
    }

    static final class Signature {
        final UUID id;
        final Body body;
        final Protocol protocol;
        final int from;
        int withdrawnOn = NEVER;

        Signature(UUID id, Body body, Protocol protocol, int from) {
            this.id = id;
            this.body = body;
            this.protocol = protocol;
            this.from = from;
        }
    }

    record Seat(UUID id, Member member, Panel panel, String role, Days days) {
    }

    /** Named by its agency, and seated once that is confirmed. */
    static final class Deputy {
        final UUID id;
        final Member member;
        final Panel panel;
        final Days named;
        String state = "NAMED";
        Seat seat;

        Deputy(UUID id, Member member, Panel panel, Days named) {
            this.id = id;
            this.member = member;
            this.panel = panel;
            this.named = named;
        }
    }

    record Undertaking(UUID id, Member member, Panel panel, Days days) {
    }

    record Place(UUID id, Member member, CaseFile file, String role, Days days) {
    }

    record Office(UUID id, Member member, String role, Days days) {
    }

    /** A member’s place on the list of a sealed case. */
    record Tie(UUID id, Member member, CaseFile file) {
    }

    static final class Item {
        final UUID id;
        final CaseFile file;
        final Agency agency;
        final Member author;
        final Meeting saidAt;
        String state;
        String code;

        Item(UUID id, CaseFile file, Agency agency, Member author, Meeting saidAt, String state) {
            this.id = id;
            this.file = file;
            this.agency = agency;
            this.author = author;
            this.saidAt = saidAt;
            this.state = state;
        }
    }

    /** Exactly one of the recipients is set. */
    static final class Release {
        final UUID id;
        final Item item;
        final Object to;
        final Panel panel;
        final Agency agency;
        final Member member;
        final Meeting meeting;
        final Days days;
        boolean withdrawn;
        boolean consentWithdrawn;

        Release(UUID id, Item item, Object to, Days days) {
            this.id = id;
            this.item = item;
            this.to = to;
            this.panel = to instanceof Panel p ? p : null;
            this.agency = to instanceof Agency a ? a : null;
            this.member = to instanceof Member m ? m : null;
            this.meeting = to instanceof Meeting m ? m : null;
            this.days = days;
        }
    }

    /** What stands beside an item for fewer eyes, with who asked for it where somebody did. */
    record Beside(Table table, UUID id, Item item, Member asked) {
    }

    static final class Meeting {
        final UUID id;
        final Panel panel;
        final String name;
        String state = "PLANNED";
        String minutes = "DRAFT";

        Meeting(UUID id, Panel panel, String name) {
            this.id = id;
            this.panel = panel;
            this.name = name;
        }
    }

    record AgendaItem(UUID id, Meeting meeting, CaseFile file) {
    }

    static final class Attendance {
        final UUID id;
        final Member member;
        final Meeting meeting;
        final String capacity;
        final CaseFile file;
        boolean present;
        boolean ended;

        Attendance(UUID id, Member member, Meeting meeting, String capacity, CaseFile file) {
            this.id = id;
            this.member = member;
            this.meeting = meeting;
            this.capacity = capacity;
            this.file = file;
        }
    }

    record Declaration(UUID id, Member member, Meeting meeting, String purpose) {
    }

    record Paragraph(UUID id, Meeting meeting, CaseFile file, Agency agency, List<Item> sources) {
    }

    static final class Action {
        final UUID id;
        final Panel panel;
        final CaseFile file;
        Agency owner;
        Member ownerMember;
        int due;

        Action(UUID id, Panel panel, CaseFile file, Agency owner, Member ownerMember, int due) {
            this.id = id;
            this.panel = panel;
            this.file = file;
            this.owner = owner;
            this.ownerMember = ownerMember;
            this.due = due;
        }
    }

    /** What is asked of an action: that another agency takes it on, or a later day. */
    static final class Asked {
        final Table table;
        final UUID id;
        final Action action;
        final Agency to;
        final int due;
        boolean open = true;

        Asked(Table table, UUID id, Action action, Agency to, int due) {
            this.table = table;
            this.id = id;
            this.action = action;
            this.to = to;
            this.due = due;
        }
    }

    /** Who was told of an action that is not done; null where there was nobody. */
    record Escalation(UUID id, Action action, String rung, int due, Member told) {
    }

    record Plan(UUID id, CaseFile file, int edition) {
    }

    record Approval(UUID id, Plan plan) {
    }

    /** From one case manager to another, who accepts it or not. */
    static final class Handover {
        final UUID id;
        final CaseFile file;
        final Member from;
        final Member to;
        boolean open = true;

        Handover(UUID id, CaseFile file, Member from, Member to) {
            this.id = id;
            this.file = file;
            this.from = from;
            this.to = to;
        }
    }

    /** A called-in case, looked at again until the outcome. */
    static final class Review {
        final UUID id;
        final Member member;
        final CaseFile file;
        boolean concluded;

        Review(UUID id, Member member, CaseFile file) {
            this.id = id;
            this.member = member;
            this.file = file;
        }
    }

    /** Opened for some hours, within a day. */
    static final class Emergency {
        final UUID id;
        final Member member;
        final CaseFile file;
        final boolean byChair;
        final int day;
        final int hour;
        boolean ended;

        Emergency(UUID id, Member member, CaseFile file, boolean byChair, int day, int hour) {
            this.id = id;
            this.member = member;
            this.file = file;
            this.byChair = byChair;
            this.day = day;
            this.hour = hour;
        }
    }

    int day;
    /** Since noon. */
    int hour;
    final List<Agency> agencies = new ArrayList<>();
    final List<Body> bodies = new ArrayList<>();
    final List<Panel> panels = new ArrayList<>();
    final List<Member> members = new ArrayList<>();
    final List<CaseFile> files = new ArrayList<>();
    final List<Referral> referrals = new ArrayList<>();
    final List<Person> persons = new ArrayList<>();
    final List<Protocol> protocols = new ArrayList<>();
    final List<Signature> signatures = new ArrayList<>();
    final List<Seat> seats = new ArrayList<>();
    final List<Deputy> deputies = new ArrayList<>();
    final List<Undertaking> undertakings = new ArrayList<>();
    final List<Place> places = new ArrayList<>();
    final List<Office> offices = new ArrayList<>();
    final List<Item> items = new ArrayList<>();
    final List<Release> releases = new ArrayList<>();
    final List<Beside> beside = new ArrayList<>();
    final List<Meeting> meetings = new ArrayList<>();
    final List<AgendaItem> agenda = new ArrayList<>();
    final List<Attendance> attendances = new ArrayList<>();
    final List<Declaration> declarations = new ArrayList<>();
    final List<Paragraph> paragraphs = new ArrayList<>();
    final List<Action> actions = new ArrayList<>();
    final List<Asked> asked = new ArrayList<>();
    final List<Escalation> escalations = new ArrayList<>();
    final List<Plan> plans = new ArrayList<>();
    final List<Approval> approvals = new ArrayList<>();
    final List<Handover> handovers = new ArrayList<>();
    final List<Review> reviews = new ArrayList<>();
    final List<Emergency> emergencies = new ArrayList<>();
    final List<Told> told = new ArrayList<>();
    final List<Told.Bar> bars = new ArrayList<>();
    final Applications applications = new Applications();
    final List<Tie> admissions = new ArrayList<>();
    final Set<CaseFile> sealed = new HashSet<>();
    final Set<CaseFile> ended = new HashSet<>();
    final Set<Member> closed = new HashSet<>();

    /** Rows whose ids the hub drew by lot. */
    final Set<UUID> drawn = new HashSet<>();

    private final Map<UUID, String> names = new HashMap<>();
    private int made;

    /** The next id; always the same one for the same history. */
    UUID id(String name) {
        var id = new UUID(0x4000L, 0x8000000000000000L | ++made);
        names.put(id, name);
        return id;
    }

    /** With a case manager's place, however it ends, goes what was to be handed over. */
    void lapses(Place ended) {
        handovers.stream().filter(h -> h.file == ended.file() && h.from == ended.member() && ended.role().equals("CASE_MANAGER")).forEach(h -> h.open = false);
    }

    /** A row that the hub made itself is known by what it is of. */
    UUID made(String name, Object... of) {
        var key = Statements.keyed(Arrays.stream(of).map(Object::toString).collect(Collectors.joining()));
        names.put(key, name);
        return key;
    }

    String name(UUID id) {
        return names.getOrDefault(id, "a row of somebody else (" + id + ")");
    }
}
