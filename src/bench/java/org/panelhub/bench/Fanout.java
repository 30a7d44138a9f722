package org.panelhub.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.sql.Connection;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

/**
 * How soon a release reaches everybody who may see it: two hundred people in ten rooms on two nodes, against a bare WebSocket echo under the same clients. {@code ./mvnw -Pbench verify}. It
 * asserts that a release reaches all who may see it and none who may not, never how soon: that is for people to read.
 */
class Fanout {

    private static final int ROOMS = Integer.getInteger("hub.bench.rooms", 10);
    private static final int PAIRS = Integer.getInteger("hub.bench.pairs", 6);
    private static final int ROUNDS = Integer.getInteger("hub.bench.rounds", 3);
    private static final int WARM_SECONDS = Integer.getInteger("hub.bench.warm", 60);
    /** An echo is over so soon that as many of them would be a handful of figures. */
    private static final int ECHOES_FOR_A_ROUND = 10;
    private static final int WARM_READERS = 16;

    private final List<String> wrong = new ArrayList<>();
    private final List<List<Screen>> screens = new ArrayList<>();
    private List<Room> rooms;
    private Map<Integer, String> agencies;
    /** Of each room and place, what was released to it on the case that is being heard. */
    private final List<List<Set<String>>> released = new ArrayList<>();
    private int heard;
    private int turn;

    /** What one release or one turn to the next case took, in nanoseconds, of each who waited for it. */
    record Reached(List<Long> told, List<Long> toldAfterAnswer, List<Long> seen, long answered) {
    }

    @Test
    void measure() throws Exception {
        try (SignInDesk desk = new SignInDesk();
                BenchDatabase database = BenchDatabase.begin(Map.of("bench.issuer", desk.issuer(), "bench.rooms", Integer.toString(ROOMS), "bench.cases", Integer.toString(PAIRS + 1), "bench.items",
                        Integer.toString(Room.itemsEach(2 * ROUNDS))), "rooms.sql");
                Served one = Served.begin("node-1", Side.RULED, database, desk);
                Served other = Served.begin("node-2", Side.RULED, database, desk);
                Echo echo = new Echo(ROOMS)) {
            try (Connection superuser = database.asSuperuser()) {
                rooms = Room.all(superuser);
                agencies = Room.agencies(superuser);
            }
            try {
                open(one, other);
                warm(echo);
                var report = new FanoutReport(ROOMS, PAIRS, ROUNDS, ECHOES_FOR_A_ROUND);
                for (int pair = 0; pair < PAIRS; pair++) {
                    report.turned(goOn());
                    if (pair % 2 == 0) {
                        hub(report);
                        echo(echo, report);
                    } else {
                        echo(echo, report);
                        hub(report);
                    }
                    everyPageIsAsItShouldBe();
                }
                all().forEach(screen -> wrong.addAll(screen.wrong()));
                report.readings(all().stream().mapToInt(Screen::told).sum(), all().stream().mapToInt(Screen::read).sum(), all().stream().mapToInt(Screen::turnedAway).sum());
                report.write();
                report.print();
            } finally {
                for (Screen screen : all()) {
                    screen.close();
                }
            }
        }
        assertEquals(List.of(), wrong, "a release reaches all who may see it, and nothing of it reaches anybody else");
    }

    private List<Screen> all() {
        return screens.stream().flatMap(List::stream).toList();
    }

    /** Half of each room at one node, half at the other. */
    private void open(Served one, Served other) throws IOException, InterruptedException {
        for (Room room : rooms) {
            var people = new ArrayList<Screen>();
            var nothing = new ArrayList<Set<String>>();
            for (int place = 0; place < Room.PLACES; place++) {
                int port = (room.number() + place) % 2 == 0 ? one.port() : other.port();
                people.add(new Screen("place " + place + " of room " + room.number(), port, one.cookiesOf(room.subject(place)), room.page(place)));
                nothing.add(new TreeSet<>());
                for (Room.Heard heard : room.agenda()) {
                    heard.prepared().getOrDefault(place, new ArrayDeque<>()).forEach(piece -> people.getLast().owns(piece.word()));
                }
            }
            screens.add(people);
            released.add(nothing);
        }
        for (Screen screen : all()) {
            screen.open();
        }
        System.out.println("[bench] " + all().size() + " people have opened their pages");
    }

    /** Many readings of pages, then some releases as they are measured later. */
    private void warm(Echo echo) throws Exception {
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(WARM_SECONDS);
        Together.run(IntStream.range(0, WARM_READERS).boxed().toList(), reader -> {
            for (int next = reader; System.nanoTime() < until; next += WARM_READERS) {
                all().get(next % all().size()).load();
            }
            return null;
        });
        var unread = new FanoutReport(ROOMS, PAIRS, ROUNDS, ECHOES_FOR_A_ROUND);
        hub(unread);
        echo(echo, unread);
        everyPageIsAsItShouldBe();
    }

    private void hub(FanoutReport report) throws Exception {
        var inTurn = new ArrayList<Reached>();
        var atOnce = new ArrayList<Reached>();
        for (int round = 0; round < ROUNDS; round++) {
            for (Room room : rooms) {
                inTurn.addAll(release(List.of(room)));
            }
            turn++;
        }
        for (int round = 0; round < ROUNDS; round++) {
            atOnce.addAll(release(rooms));
            turn++;
        }
        report.hub(inTurn, atOnce);
    }

    private static void echo(Echo echo, FanoutReport report) throws IOException, InterruptedException {
        report.echo(echo.eachAlone(), echo.roomByRoom(ROUNDS * ECHOES_FOR_A_ROUND), echo.allAtOnce(ROUNDS * ECHOES_FOR_A_ROUND));
    }

    /** One member of each of these rooms releases an item, at the same moment; once all who may see it do, nobody else may have noticed anything. */
    private List<Reached> release(List<Room> those) throws Exception {
        int[] before = all().stream().mapToInt(Screen::told).toArray();
        List<Release> releases = those.stream().map(room -> Release.of(room, heard, turn)).toList();
        releases.forEach(this::allow);
        var reached = Together.run(releases, this::carryOut);
        Set<Screen> mayNotice = releases.stream().flatMap(r -> IntStream.range(0, Room.PLACES).filter(place -> place == r.releaser || r.to.contains(place)).mapToObj(screens.get(r.room.number())::get))
                .collect(Collectors.toSet());
        var everybody = all();
        for (int i = 0; i < before.length; i++) {
            if (!mayNotice.contains(everybody.get(i)) && everybody.get(i).told() != before[i]) {
                wrong.add(everybody.get(i) + " was told of what it may not see");
            }
        }
        // How the page stands is a sum of what its reader sees. Where it is the same after the release as before, there was nothing to tell, however late it were told.
        for (Release release : releases) {
            for (int place = 0; place < Room.PLACES; place++) {
                Screen screen = screens.get(release.room.number()).get(place);
                if (!mayNotice.contains(screen)) {
                    compare(release.room, place);
                }
            }
        }
        return reached;
    }

    /** @param to the places that see it by the release; its agency sees it anyway */
    private record Release(Room room, Room.Heard on, int releaser, Room.Piece piece, boolean named, Set<Integer> namedPlaces, Set<Integer> to) {

        static Release of(Room room, int heard, int turn) {
            int releaser = Room.releaser(turn);
            Room.Heard on = room.agenda().get(heard);
            boolean named = turn % 2 == 1;
            Set<Integer> places = Room.named(turn, releaser);
            Set<Integer> to = room.onTheCase().stream().filter(place -> place != releaser && (!named || places.contains(place))).collect(Collectors.toSet());
            return new Release(room, on, releaser, on.prepared().get(releaser).remove(), named, places, to);
        }

        String address() {
            return named ? "/cases/" + on.reference() + "/information/release" : room.path() + "/items/" + on.agendaItemId() + "/release";
        }

        /** As the page in the room sends it, or the page of the case where it goes to agencies by name. */
        String fields(Map<Integer, String> agencies) {
            var until = LocalDate.now().plusMonths(2);
            return named ? "&items=" + piece.id() + namedPlaces.stream().map(place -> "&agencies=" + agencies.get(place)).collect(Collectors.joining())
                    + "&necessity=Needed+for+the+plan&proportionality=Only+this&consent=GIVEN&told=yes&onward=ask&until-day=%d&until-month=%d&until-year=%d".formatted(until.getDayOfMonth(), until.getMonthValue(), until.getYear())
                    : "&once=" + piece.word() + "&one=" + piece.id() + "&consent=GIVEN&consent-reason=";
        }
    }

    private void allow(Release release) {
        for (int place : release.to) {
            screens.get(release.room.number()).get(place).mayShow(release.piece.word());
            released.get(release.room.number()).get(place).add(release.piece.word());
        }
    }

    private Reached carryOut(Release release) throws IOException, InterruptedException {
        var people = screens.get(release.room.number());
        var waits = release.to.stream().collect(Collectors.toMap(people::get, place -> people.get(place).awaits(page -> page.contains(release.piece.word()))));
        Screen releaser = people.get(release.releaser);
        // Its own page is told, too: it went from what is prepared to what is shared.
        var own = releaser.awaits(page -> true);
        long sent = System.nanoTime();
        long answered = releaser.send(release.address(), release.fields(agencies));
        releaser.await(own);
        return reached(waits, sent, answered);
    }

    private static Reached reached(Map<Screen, Screen.Awaited> waits, long sent, long answered) throws InterruptedException {
        for (var each : waits.entrySet()) {
            each.getKey().await(each.getValue());
        }
        return new Reached(waits.values().stream().map(w -> w.toldAt() - sent).toList(), waits.values().stream().map(w -> w.toldAt() - answered).toList(), waits.values().stream().map(w -> w.seenAt() - sent).toList(),
                answered - sent);
    }

    /** Each coordinator takes up the next case, one after another: everybody in the room follows. */
    private List<Reached> goOn() throws IOException, InterruptedException {
        heard++;
        var reached = new ArrayList<Reached>();
        for (Room room : rooms) {
            String from = room.agenda().get(heard - 1).agendaItemId();
            String next = room.agenda().get(heard).agendaItemId();
            var people = screens.get(room.number());
            Map<Screen, Screen.Awaited> waits = room.hearing().stream().map(people::get).collect(Collectors.toMap(s -> s, s -> s.awaits(page -> Screen.heard(page).equals(next))));
            // Whose page says no more than that the room goes on is told that, too: who may not see the case, and who holds the meeting's own page open.
            Map<Screen, Screen.Awaited> others = people.stream().filter(s -> !waits.containsKey(s) && !room.page(people.indexOf(s)).equals("/")).collect(Collectors.toMap(s -> s, s -> s.awaits(page -> true)));
            long sent = System.nanoTime();
            long answered = people.get(Room.COORDINATOR).send(room.path() + "/next", "&from=" + from);
            reached.add(reached(waits, sent, answered));
            reached(others, sent, answered);
            released.get(room.number()).forEach(Set::clear);
        }
        return reached;
    }

    private void everyPageIsAsItShouldBe() throws IOException, InterruptedException {
        for (Room room : rooms) {
            for (int place = 0; place < Room.PLACES; place++) {
                compare(room, place);
            }
        }
    }

    /** The page holds what was released to this place on the case that is heard, all of it and nothing else, and stands as its line said. */
    private void compare(Room room, int place) throws IOException, InterruptedException {
        Screen screen = screens.get(room.number()).get(place);
        Set<String> words = screen.words();
        words.removeAll(screen.own());
        if (!words.equals(released.get(room.number()).get(place))) {
            wrong.add(screen + " shows " + words + " and should show " + released.get(room.number()).get(place));
        }
    }
}
