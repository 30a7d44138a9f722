package org.panelhub.support;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;

/**
 * What stands before the nodes: one address, behind which a connection goes to a node that answers. It passes bytes on and keeps nothing. A reader may have a line of its own,
 * which its requests name in a header; the line goes to the node that it was given, and can fail as networks do.
 */
public final class Balancer implements AutoCloseable {

    /** By which a request says whose line it came on. */
    static final String HEADER = "X-Line";

    private static final Pattern NAMED = Pattern.compile("(?i)\r\n" + HEADER + ": *([a-z.]+)\r\n");
    private static final String HEAD_ENDS = "\r\n\r\n";
    private static final int LONGEST_HEAD = 64 * 1024;

    private final ServerSocket door = new ServerSocket(0);
    private final List<Integer> nodes = new ArrayList<>();
    private final Map<String, Line> lines = new ConcurrentHashMap<>();
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final AtomicInteger turn = new AtomicInteger();

    private Balancer() throws IOException {
        Thread.ofVirtual().start(this::welcome);
    }

    public static Balancer start() throws IOException {
        return new Balancer();
    }

    public String url() {
        return "http://localhost:" + door.getLocalPort();
    }

    /** From now on the node is there. */
    public void joins(Node node) {
        nodes.add(node.port());
    }

    /** The line of one reader, to this node as long as it answers. */
    public Line line(String reader, Node node) {
        return lines.computeIfAbsent(reader, r -> new Line(node.port()));
    }

    private void welcome() {
        while (!door.isClosed()) {
            try {
                var reader = kept(door.accept());
                Thread.ofVirtual().start(() -> serve(reader));
            } catch (IOException e) {
                // Closed.
            }
        }
    }

    private void serve(Socket reader) {
        try {
            var head = head(reader.getInputStream());
            var named = NAMED.matcher(new String(head, StandardCharsets.ISO_8859_1));
            var line = named.find() ? lines.get(named.group(1)) : null;
            if (line == null) {
                line = new Line(nodes.get(turn.getAndIncrement() % nodes.size()));
            }
            if (line.cut) {
                return;
            }
            var node = node(line.port);
            if (node.isEmpty()) {
                reader.close();
                return;
            }
            node.get().getOutputStream().write(head);
            var passage = new Passage(line, reader, node.get());
            line.passages.add(passage);
            Thread.ofVirtual().start(passage::answers);
            passage.asks();
        } catch (IOException e) {
            shut(reader);
        }
    }

    /** What comes before the first empty line; where that is cut in the middle of what follows, both go on together. */
    private static byte[] head(InputStream in) throws IOException {
        var read = new ByteArrayOutputStream();
        var some = new byte[LONGEST_HEAD];
        while (read.size() < LONGEST_HEAD && !read.toString(StandardCharsets.ISO_8859_1).contains(HEAD_ENDS)) {
            int n = in.read(some);
            if (n < 0) {
                throw new IOException("Hung up before anything was asked");
            }
            read.write(some, 0, n);
        }
        return read.toByteArray();
    }

    private Optional<Socket> node(int wanted) {
        var tried = new ArrayList<>(List.of(wanted));
        nodes.stream().filter(n -> n != wanted).forEach(tried::add);
        for (int port : tried) {
            try {
                return Optional.of(kept(new Socket("localhost", port)));
            } catch (IOException e) {
                // Not there: the next.
            }
        }
        return Optional.empty();
    }

    private Socket kept(Socket socket) {
        open.add(socket);
        return socket;
    }

    private void shut(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            // Gone already.
        }
        open.remove(socket);
    }

    @Override
    public void close() throws IOException {
        door.close();
        open.forEach(this::shut);
    }

    /** How one reader reaches the nodes. */
    public final class Line {

        private final int port;
        private final Set<Passage> passages = ConcurrentHashMap.newKeySet();
        private volatile boolean cut;
        private volatile boolean deaf;

        private Line(int port) {
            this.port = port;
        }

        /** Nothing passes, in either direction, and nobody is told: connections stand as if somebody were there, for ever. */
        public void cut() {
            cut = true;
            passages.forEach(p -> p.dead = true);
            passages.clear();
        }

        /** What is asked arrives; what is answered does not. */
        public void losesAnswers() {
            deaf = true;
        }

        /** New connections work again. Those that were cut stay dead, and those whose answers were lost are closed. */
        public void mend() {
            cut = false;
            deaf = false;
            passages.stream().filter(p -> p.spoilt).forEach(Passage::close);
        }
    }

    private final class Passage {

        private final Line line;
        private final Socket reader;
        private final Socket node;
        private volatile boolean dead;
        private volatile boolean spoilt;

        private Passage(Line line, Socket reader, Socket node) {
            this.line = line;
            this.reader = reader;
            this.node = node;
        }

        private void asks() {
            pass(reader, node, false);
        }

        private void answers() {
            pass(node, reader, true);
        }

        private void pass(Socket from, Socket to, boolean answer) {
            var some = new byte[16 * 1024];
            try {
                for (int n = from.getInputStream().read(some); n >= 0 && !dead; n = from.getInputStream().read(some)) {
                    if (answer && line.deaf) {
                        spoilt = true;
                    } else {
                        to.getOutputStream().write(some, 0, n);
                    }
                }
            } catch (IOException e) {
                // One of the two has hung up.
            }
            if (!dead) {
                close();
            }
        }

        private void close() {
            shut(reader);
            shut(node);
            line.passages.remove(this);
        }
    }
}
