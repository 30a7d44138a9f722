package org.panelhub.page;

import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Asks ClamAV about one file: a running {@code clamd} by its protocol (clamd(8), INSTREAM), or a command of it by its exit code (clamscan(1): 0 clean, 1 infected, 2 an error). */
final class ClamAv {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int PIECE = 64 * 1024;
    private static final int LONGEST_ANSWER = 4096;

    private final String address;
    private final Path command;

    private ClamAv(String address, Path command) {
        this.address = address;
        this.command = command;
    }

    /**
     * What there is of it.
     *
     * @param clamd host:port or the path of a socket; null where none is configured
     * @param path directories with commands, with colons between
     */
    static Optional<ClamAv> at(String clamd, String path) {
        return clamd != null ? Optional.of(new ClamAv(clamd, null)) : FileScanner.command(path).map(command -> new ClamAv(null, command));
    }

    String name() {
        return "ClamAV (" + (address != null ? "clamd" : command.getFileName()) + ")";
    }

    /** @throws IOException where it does not answer, or not within a minute */
    boolean infected(Path file) throws IOException, InterruptedException {
        return address != null ? asked(file) : ran(file);
    }

    private boolean asked(Path file) throws IOException, InterruptedException {
        try (var channel = connected()) {
            // A socket of the system has no time-out of its own: closing it ends whoever waits on it.
            var answer = CompletableFuture.supplyAsync(() -> {
                try {
                    return talk(channel, file);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }, Thread.ofVirtual().name("clamd")::start).get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
            if (answer.endsWith("OK")) {
                return false;
            }
            if (answer.endsWith("FOUND")) {
                return true;
            }
            throw new IOException("clamd answered: " + answer);
        } catch (TimeoutException e) {
            throw new IOException("clamd did not answer within " + PATIENCE.toSeconds() + " seconds", e);
        } catch (ExecutionException e) {
            throw new IOException("clamd could not be asked", e.getCause());
        }
    }

    private SocketChannel connected() throws IOException {
        if (address.startsWith("/")) {
            var socket = SocketChannel.open(StandardProtocolFamily.UNIX);
            socket.connect(UnixDomainSocketAddress.of(address));
            return socket;
        }
        int colon = address.lastIndexOf(':');
        if (colon < 1 || !address.substring(colon + 1).matches("\\d{1,5}")) {
            throw new IOException("HUB_CLAMD is neither host:port nor the path of a socket: " + address);
        }
        var socket = SocketChannel.open();
        socket.socket().connect(new InetSocketAddress(address.substring(0, colon), Integer.parseInt(address.substring(colon + 1))), (int) Duration.ofSeconds(5).toMillis());
        return socket;
    }

    /** The whole file in pieces, each with its length before it, and a length of nothing at the end. */
    private static String talk(SocketChannel channel, Path file) throws IOException {
        var out = new DataOutputStream(Channels.newOutputStream(channel));
        out.write("zINSTREAM\0".getBytes(StandardCharsets.US_ASCII));
        byte[] piece = new byte[PIECE];
        try (InputStream in = Files.newInputStream(file)) {
            for (int read = in.read(piece); read > 0; read = in.read(piece)) {
                out.writeInt(read);
                out.write(piece, 0, read);
            }
        }
        out.writeInt(0);
        out.flush();
        var answer = new StringBuilder();
        InputStream in = Channels.newInputStream(channel);
        for (int next = in.read(); next > 0 && answer.length() < LONGEST_ANSWER; next = in.read()) {
            answer.append((char) next);
        }
        return answer.toString().strip();
    }

    private boolean ran(Path file) throws IOException, InterruptedException {
        var words = command.endsWith("clamdscan") ? new String[] { command.toString(), "--no-summary", "--fdpass", file.toString() } : new String[] { command.toString(), "--no-summary", file.toString() };
        var process = new ProcessBuilder(words).redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
        try {
            if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                throw new IOException(command + " did not answer within " + PATIENCE.toSeconds() + " seconds");
            }
        } finally {
            process.destroyForcibly();
        }
        return switch (process.exitValue()) {
            case 0 -> false;
            case 1 -> true;
            default -> throw new IOException(command + " ended with " + process.exitValue());
        };
    }
}
