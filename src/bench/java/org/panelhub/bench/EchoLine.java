package org.panelhub.bench;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;

/** A client's end of a WebSocket (RFC 6455), by the same means as the lines to the hub: a socket and a thread that waits on it. Short texts only. */
final class EchoLine implements AutoCloseable {

    private static final int TEXT = 0x81;
    private static final int MASKED = 0x80;
    private static final int LONGEST = 125;

    private final Socket socket;
    private final InputStream in;
    private final OutputStream out;
    private volatile CountDownLatch awaited = new CountDownLatch(0);
    private volatile long heardAt;

    EchoLine(int port, String path) throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setTcpNoDelay(true);
        in = new BufferedInputStream(socket.getInputStream());
        out = socket.getOutputStream();
        out.write(("GET " + path + " HTTP/1.1\r\nHost: localhost:" + port + "\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n")
                .getBytes(StandardCharsets.ISO_8859_1));
        if (!headers().startsWith("HTTP/1.1 101")) {
            throw new IOException("The echo does not answer");
        }
        Thread.ofVirtual().start(this::listen);
    }

    private String headers() throws IOException {
        var text = new StringBuilder();
        while (text.indexOf("\r\n\r\n") < 0) {
            text.append((char) next());
        }
        return text.toString();
    }

    private void listen() {
        try {
            while (true) {
                next();
                in.readNBytes(next());
                heardAt = System.nanoTime();
                awaited.countDown();
            }
        } catch (IOException e) {
            // Closed by whoever opened it.
        }
    }

    private int next() throws IOException {
        int read = in.read();
        if (read < 0) {
            throw new EOFException("The echo closed the connection");
        }
        return read;
    }

    /** The next text that comes counts there. */
    void awaits(CountDownLatch latch) {
        awaited = latch;
    }

    long heardAt() {
        return heardAt;
    }

    /** The key of the mask is nought, so the text stands as it is. */
    void send(String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        if (bytes.length > LONGEST) {
            throw new IllegalArgumentException("Too long");
        }
        byte[] frame = new byte[bytes.length + 6];
        frame[0] = (byte) TEXT;
        frame[1] = (byte) (MASKED | bytes.length);
        System.arraycopy(bytes, 0, frame, 6, bytes.length);
        out.write(frame);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
