package org.panelhub.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

import org.panelhub.support.Reaper;

/** What the machine and the clients cost by themselves: as many people in as many rooms, on a server that does nothing but pass on. */
final class Echo implements AutoCloseable {

    /** As long as what the hub says of how a page stands. */
    private static final String TEXT = "x".repeat(43);
    private static final Pattern PORT = Pattern.compile("Listens at (\\d+)");
    private static final int PATIENCE_SECONDS = 30;

    private final Process server;
    private final List<List<EchoLine>> rooms = new ArrayList<>();
    private final List<EchoLine> alone = new ArrayList<>();

    Echo(int count) throws IOException, InterruptedException {
        Path log = Path.of("target/bench/echo.log").toAbsolutePath();
        server = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx1g", "-cp", System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                EchoServer.class.getName()).redirectErrorStream(true).redirectOutput(log.toFile()).start();
        Reaper.afterThisRun(List.of(server.pid()), Files.createTempDirectory("hub-bench-echo"));
        int port = port(log);
        for (int room = 0; room < count; room++) {
            var lines = new ArrayList<EchoLine>();
            for (int place = 0; place < Room.PLACES; place++) {
                lines.add(new EchoLine(port, "/rooms/" + room));
                alone.add(new EchoLine(port, EchoServer.ECHO));
            }
            rooms.add(lines);
        }
    }

    private int port(Path log) throws IOException, InterruptedException {
        for (int tries = 0; tries < 300 && server.isAlive(); tries++) {
            var said = PORT.matcher(Files.readString(log));
            if (said.find()) {
                return Integer.parseInt(said.group(1));
            }
            TimeUnit.MILLISECONDS.sleep(100);
        }
        throw new IOException("The echo did not start: " + Files.readString(log));
    }

    /** One after another, each to itself. */
    List<Long> eachAlone() throws IOException, InterruptedException {
        var nanos = new ArrayList<Long>();
        for (EchoLine line : alone) {
            nanos.addAll(passed(line, List.of(line)));
        }
        return nanos;
    }

    /** Room after room, one person to all others. */
    List<Long> roomByRoom(int rounds) throws IOException, InterruptedException {
        var nanos = new ArrayList<Long>();
        for (int round = 0; round < rounds; round++) {
            for (List<EchoLine> room : rooms) {
                EchoLine sender = room.get(Room.releaser(round));
                nanos.addAll(passed(sender, room.stream().filter(l -> l != sender).toList()));
            }
        }
        return nanos;
    }

    /** All rooms at the same moment. */
    List<Long> allAtOnce(int rounds) throws InterruptedException {
        var nanos = new ArrayList<Long>();
        for (int round = 0; round < rounds; round++) {
            int turn = round;
            nanos.addAll(Together.run(IntStream.range(0, rooms.size()).boxed().toList(), number -> {
                EchoLine sender = rooms.get(number).get(Room.releaser(turn));
                return passed(sender, rooms.get(number).stream().filter(l -> l != sender).toList());
            }).stream().flatMap(List::stream).toList());
        }
        return nanos;
    }

    private static List<Long> passed(EchoLine sender, List<EchoLine> others) throws IOException, InterruptedException {
        CountDownLatch all = new CountDownLatch(others.size());
        others.forEach(line -> line.awaits(all));
        long sent = System.nanoTime();
        sender.send(TEXT);
        if (!all.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            throw new AssertionError("The echo did not reach everybody");
        }
        return others.stream().map(line -> line.heardAt() - sent).toList();
    }

    @Override
    public void close() throws IOException {
        for (EchoLine line : alone) {
            line.close();
        }
        for (List<EchoLine> room : rooms) {
            for (EchoLine line : room) {
                line.close();
            }
        }
        server.destroy();
    }
}
