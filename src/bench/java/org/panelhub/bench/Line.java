package org.panelhub.bench;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** One connection that is kept open, as a browser keeps one. As little work as possible besides: the clients share the machine with the hub. */
final class Line implements AutoCloseable {

    private final int port;
    private final InetAddress from;
    private Socket socket;
    private InputStream in;
    private OutputStream out;

    Line(int port) {
        this(port, null);
    }

    /** @param from of the machine's own addresses the one from which it comes, or null for any */
    Line(int port, InetAddress from) {
        this.port = port;
        this.from = from;
    }

    /** An answer; the names of headers in small letters. */
    record Answer(int status, List<String> headers, byte[] body) {

        String text() {
            return new String(body, StandardCharsets.UTF_8);
        }

        String header(String name) {
            return headers.stream().filter(h -> h.regionMatches(true, 0, name + ":", 0, name.length() + 1)).map(h -> h.substring(name.length() + 1).strip()).findFirst().orElse(null);
        }
    }

    Answer get(String path, String cookies) throws IOException {
        ask("GET " + path, "text/html", cookies, "", "");
        return answer();
    }

    /** Sends a form as a page of the hub does. */
    Answer post(String path, String cookies, String form) throws IOException {
        ask("POST " + path, "text/html", cookies, "Sec-Fetch-Site: same-origin\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: " + form.length() + "\r\n", form);
        return answer();
    }

    /** Hears one event after another until the hub ends the line or it is closed here. The line is good for nothing else. */
    void follow(String path, String cookies, Consumer<String> event) throws IOException {
        ask("GET " + path, "text/event-stream", cookies, "Sec-Fetch-Site: same-origin\r\nX-Requested-With: JavaScript\r\n", "");
        Head head = head();
        if (head.status != 200 || !head.chunked) {
            throw new IOException("No line at " + path + ": " + head.status);
        }
        var text = new StringBuilder();
        for (byte[] part = chunk(); part.length > 0; part = chunk()) {
            text.append(new String(part, StandardCharsets.UTF_8));
            for (int end = text.indexOf("\n\n"); end >= 0; end = text.indexOf("\n\n")) {
                event.accept(text.substring(0, end));
                text.delete(0, end + 2);
            }
        }
    }

    private void ask(String what, String accepted, String cookies, String headers, String body) throws IOException {
        open();
        out.write((what + " HTTP/1.1\r\nHost: localhost:" + port + "\r\nAccept: " + accepted + "\r\nCookie: " + cookies + "\r\n" + headers + "\r\n" + body).getBytes(StandardCharsets.ISO_8859_1));
    }

    private void open() throws IOException {
        if (socket == null) {
            socket = from == null ? new Socket(InetAddress.getLoopbackAddress(), port) : new Socket(InetAddress.getLoopbackAddress(), port, from, 0);
            socket.setTcpNoDelay(true);
            in = new BufferedInputStream(socket.getInputStream(), 32 * 1024);
            out = socket.getOutputStream();
        }
    }

    private record Head(int status, List<String> headers, int length, boolean chunked, boolean closes) {
    }

    private Head head() throws IOException {
        int status = Integer.parseInt(line().split(" ")[1]);
        List<String> headers = new ArrayList<>();
        int length = 0;
        boolean chunked = false;
        boolean closes = false;
        for (String header = line(); !header.isEmpty(); header = line()) {
            headers.add(header);
            String small = header.toLowerCase(java.util.Locale.ROOT);
            if (small.startsWith("content-length:")) {
                length = Integer.parseInt(small.substring(15).strip());
            }
            chunked |= small.startsWith("transfer-encoding:") && small.contains("chunked");
            closes |= small.startsWith("connection:") && small.contains("close");
        }
        return new Head(status, headers, length, chunked, closes);
    }

    private Answer answer() throws IOException {
        Head head = head();
        byte[] body = head.chunked ? chunks() : in.readNBytes(head.length);
        if (head.closes) {
            close();
        }
        return new Answer(head.status, head.headers, body);
    }

    private byte[] chunks() throws IOException {
        var all = new ByteArrayOutputStream();
        for (byte[] part = chunk(); part.length > 0; part = chunk()) {
            all.write(part);
        }
        return all.toByteArray();
    }

    /** The next part of an answer; the last is empty. */
    private byte[] chunk() throws IOException {
        byte[] part = in.readNBytes(Integer.parseInt(line().strip(), 16));
        line();
        return part;
    }

    private String line() throws IOException {
        var text = new StringBuilder();
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) {
                throw new EOFException("The hub closed the connection");
            }
            if (c != '\r') {
                text.append((char) c);
            }
        }
        return text.toString();
    }

    @Override
    public void close() throws IOException {
        if (socket != null) {
            socket.close();
            socket = null;
        }
    }
}
