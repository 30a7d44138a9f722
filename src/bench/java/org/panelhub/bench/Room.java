package org.panelhub.bench;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A room as rooms.sql lays it down: who is in it, what is heard in it, what is prepared for it, and who may see what, told here a second time. */
record Room(int number, String meetingId, List<Heard> agenda) {

    static final int PLACES = 20;
    static final int COORDINATOR = 0;
    /** In the room, some of them without the case. */
    static final int INSIDE = 17;
    private static final int UNLISTED = 13;
    private static final int BARRED = 15;
    private static final int OBSERVER = 16;
    private static final int SEAT_ENDED = 18;
    private static final int SEALED_EVERY = 5;
    /** The first who releases, and how many take turns. */
    private static final int RELEASES_FIRST = 2;
    private static final int RELEASE_IN_TURN = 11;

    /** A case on the agenda. @param prepared by the place of whose agency it is */
    record Heard(String agendaItemId, String reference, Map<Integer, Deque<Piece>> prepared) {
    }

    /** An item, and the word that no other holds. */
    record Piece(String id, String word) {
    }

    static List<Room> all(Connection superuser) throws SQLException {
        Map<Integer, Room> rooms = new HashMap<>();
        Map<String, Heard> heard = new HashMap<>();
        try (var statement = superuser.createStatement(); var rows = statement.executeQuery("""
                select substring(p.short_name from 2)::int, m.id::text, a.id::text, c.reference, c.id::text from hub.agenda_item a join hub.meeting m on m.id = a.meeting_id join hub.panel p on p.id = m.panel_id
                  join hub.case_file c on c.id = a.case_id order by 1, a.position""")) {
            while (rows.next()) {
                var item = new Heard(rows.getString(3), rows.getString(4), new HashMap<>());
                rooms.computeIfAbsent(rows.getInt(1), number -> new Room(number, meeting(rows), new ArrayList<>())).agenda.add(item);
                heard.put(rows.getString(5), item);
            }
        }
        try (var statement = superuser.createStatement(); var rows = statement.executeQuery("""
                select i.case_id::text, substring(g.short_name from '[0-9]+')::int, i.id::text, substring(i.body from 'Record ([0-9a-f]+)') from hub.item i join hub.agency g on g.id = i.agency_id order by i.id""")) {
            while (rows.next()) {
                heard.get(rows.getString(1)).prepared.computeIfAbsent(rows.getInt(2), place -> new ArrayDeque<>()).add(new Piece(rows.getString(3), rows.getString(4)));
            }
        }
        return rooms.values().stream().sorted((a, b) -> a.number - b.number).toList();
    }

    private static String meeting(java.sql.ResultSet rows) {
        try {
            return rows.getString(2);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The agency of each place, the same in all rooms. */
    static Map<Integer, String> agencies(Connection superuser) throws SQLException {
        try (var statement = superuser.createStatement(); var rows = statement.executeQuery("select substring(short_name from '[0-9]+')::int, id::text from hub.agency")) {
            Map<Integer, String> found = new HashMap<>();
            while (rows.next()) {
                found.put(rows.getInt(1), rows.getString(2));
            }
            return found;
        }
    }

    String subject(int place) {
        return "room-" + number + "-" + place;
    }

    /** What stands open at a place: the room, or the nearest that its member may open. */
    String page(int place) {
        return place < INSIDE ? path() : place == SEAT_ENDED ? "/" : "/meetings/" + meetingId;
    }

    String path() {
        return "/meetings/" + meetingId + "/room";
    }

    /** Who sees the case: a standing on the panel; no bar; and where it is sealed, a place on its list. */
    Set<Integer> onTheCase() {
        return IntStream.range(0, number % SEALED_EVERY == SEALED_EVERY - 1 ? UNLISTED : BARRED).boxed().collect(Collectors.toSet());
    }

    /** Whose screen shows which case is heard: an observer sees that, and nothing of what is in it. The coordinator takes it up. */
    Set<Integer> hearing() {
        return Stream.concat(onTheCase().stream(), Stream.of(OBSERVER)).filter(place -> place != COORDINATOR).collect(Collectors.toSet());
    }

    static int releaser(int turn) {
        return RELEASES_FIRST + turn % RELEASE_IN_TURN;
    }

    static int itemsEach(int releases) {
        return (releases + RELEASE_IN_TURN - 1) / RELEASE_IN_TURN;
    }

    /** Those to whom it goes by name, where it does not go to the panel: every second agency, among them whoever is barred or not on the list, but no body that has not signed. */
    static Set<Integer> named(int turn, int releaser) {
        return IntStream.range(0, OBSERVER).filter(place -> place != releaser && place % 2 == turn / 2 % 2).boxed().collect(Collectors.toSet());
    }
}
