package org.panelhub.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.ServerSocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.quarkus.runtime.configuration.MemorySize;

/** What people may attach. A clamd is spoken to by its protocol, a command by its exit code; where the machine has ClamAV itself, that is asked too. */
class ScannerTest {

    private static final MemorySize MOST = new MemorySize(BigInteger.valueOf(1024 * 1024));
    /** In pieces, so that no scanner takes this file for one. */
    private static final String TEST_VIRUS = String.join("", "X5O!P%@AP[4\\PZX54(P^)7CC)7}", "$EICAR-STANDARD-", "ANTIVIRUS-TEST-FILE!", "$H+H*");

    @TempDir
    private Path directory;

    private final Scanner rules = new FileScanner(MOST, (ClamAv) null);

    @Test
    void aFileIsWhatItHoldsAndNotWhatItIsCalled() throws IOException {
        Map.ofEntries(Map.entry(FileKind.PDF, latin("%PDF-1.7\n%....")), Map.entry(FileKind.JPEG, bytes(0xFF, 0xD8, 0xFF, 0xE0, 0, 16)), Map.entry(FileKind.PNG, bytes(0x89, 'P', 'N', 'G', 13, 10, 26, 10)),
                Map.entry(FileKind.HEIC, latin("\0\0\0\u0018ftypheic\0\0\0\0mif1")), Map.entry(FileKind.MP4, latin("\0\0\0\u0018ftypmp42\0\0\0\0isom")), Map.entry(FileKind.M4A, latin("\0\0\0\u0018ftypM4A \0\0\0\0isom")),
                Map.entry(FileKind.MP3, latin("ID3\u0003\0\0\0\0\0\0")), Map.entry(FileKind.DOCX, word("word/document.xml")), Map.entry(FileKind.TEXT, "Am 3. März: laute Musik – bis 4 Uhr.\r\n".getBytes(StandardCharsets.UTF_8)))
                .forEach((kind, content) -> {
                    var verdict = rules.scan(file("diary.exe", content));
                    assertTrue(verdict.taken(), kind + ": " + verdict.reason());
                    assertEquals(kind, verdict.kind());
                    assertEquals("kind and size only", verdict.by());
                });
        assertEquals(FileKind.MP3, rules.scan(file("a.mp3", bytes(0xFF, 0xFB, 0x90, 0x64, 0))).kind(), "without a label");
    }

    @Test
    void aFileOfAnotherKindIsRefusedWhateverItsName() throws IOException {
        for (var content : List.of(latin("MZ\u0090\0\u0003\0\0\0\u0004\0\0\0"), latin("MZ but in letters"), bytes(0x7F, 'E', 'L', 'F', 2, 1), latin("GIF89a\u0001\0\u0001\0\u0080\0\0"), latin("\0\0\0\u0018ftypxxxx\0\0\0\0"), latin("<html><script>alert(1)</script>"),
                latin("<svg xmlns='x'/>"), latin("#!/bin/sh\nrm -rf /\n"), word("xl/workbook.xml"), word("word/document.xml", "word/vbaProject.bin"), latin("PK\u0003\u0004 no archive"), bytes('a', 0, 'b'),
                bytes(0xC3, 0x28, 'x'))) {
            var verdict = rules.scan(file("photo.jpg", content));
            assertFalse(verdict.taken(), new String(content, StandardCharsets.ISO_8859_1));
            assertTrue(verdict.reason().startsWith("The file is of a kind that cannot be taken. Send a PDF, a photograph"), verdict.reason());
        }
    }

    @Test
    void aFileThatIsEmptyOrTooLargeIsRefused() {
        assertEquals("The file is empty", rules.scan(file("a.txt", new byte[0])).reason());
        assertTrue(rules.scan(file("a.txt", "a".repeat(1024 * 1024).getBytes(StandardCharsets.US_ASCII))).taken(), "the largest");
        assertEquals("The file is larger than 1 MB", rules.scan(file("a.txt", "a".repeat(1024 * 1024 + 1).getBytes(StandardCharsets.US_ASCII))).reason());
    }

    @Test
    void theTestVirusIsRefusedWithoutClamAvToo() {
        for (var text : List.of(TEST_VIRUS, "Please see: X5O" + TEST_VIRUS + " thanks", "%PDF-1.7\n" + TEST_VIRUS)) {
            var verdict = rules.scan(file("diary.txt", latin(text)));
            assertFalse(verdict.taken(), text);
            assertEquals("The file holds a virus, or the standard test for one", verdict.reason());
        }
        assertTrue(rules.scan(file("diary.txt", latin(TEST_VIRUS.substring(1)))).taken(), "most of it is none");
    }

    @Test
    void aRunningClamdIsAskedByItsProtocol() throws Exception {
        try (var clamd = new Clamd(directory.resolve("clamd.sock"))) {
            for (var address : List.of("localhost:" + clamd.port(), clamd.socket().toString())) {
                var scanner = new FileScanner(MOST, ClamAv.at(address, null).orElseThrow());
                var clean = scanner.scan(file("a.txt", latin("Loud music.\n".repeat(20_000))));
                assertTrue(clean.taken(), clean.reason());
                assertEquals("ClamAV (clamd)", clean.by());
                // Only clamd knows this one, so the verdict is its own.
                var infected = scanner.scan(file("a.txt", latin("x".repeat(100_000) + Clamd.KNOWN_TO_IT_ALONE)));
                assertEquals("The file holds a virus, or the standard test for one", infected.reason());
                assertEquals("ClamAV (clamd)", infected.by());
                assertEquals("The file holds a virus, or the standard test for one", scanner.scan(file("a.txt", latin(TEST_VIRUS))).reason());
                var broken = scanner.scan(file("a.txt", latin("clamd, break")));
                assertFalse(broken.taken(), "what it could not look through");
                assertTrue(broken.reason().startsWith("The file could not be looked through just now"), broken.reason());
            }
        }
    }

    @Test
    void aClamdThatIsNotThereIsNoReasonToTakeAFileUnseen() throws IOException {
        int free;
        try (var socket = new ServerSocket(0)) {
            free = socket.getLocalPort();
        }
        for (var address : List.of("localhost:" + free, directory.resolve("none.sock").toString(), "nonsense")) {
            assertTrue(new FileScanner(MOST, ClamAv.at(address, null).orElseThrow()).scan(file("a.txt", latin("Loud music."))).reason().startsWith("The file could not be looked through just now"), address);
        }
    }

    @Test
    void aCommandIsAskedByItsExitCodeAndTheOneThatAsksClamdComesFirst() throws IOException {
        assertEquals(Optional.empty(), FileScanner.command(directory.toString()));
        command("clamscan", "grep -q sharp \"$2\" && exit 1; grep -q broken \"$2\" && exit 2; exit 0");
        var scanner = new FileScanner(MOST, ClamAv.at(null, "/nowhere:" + directory).orElseThrow());
        assertEquals("ClamAV (clamscan)", scanner.scan(file("a.txt", latin("Loud music."))).by());
        assertTrue(scanner.scan(file("a.txt", latin("Loud music."))).taken());
        assertEquals("The file holds a virus, or the standard test for one", scanner.scan(file("a.txt", latin("sharp"))).reason());
        assertTrue(scanner.scan(file("a.txt", latin("broken"))).reason().startsWith("The file could not be looked through just now"));
        command("clamdscan", "exit 1");
        assertEquals(directory.resolve("clamdscan"), FileScanner.command("/nowhere:" + directory).orElseThrow());
    }

    @Test
    void clamAvItselfRefusesTheTestVirusWhereTheMachineHasIt() throws Exception {
        var real = ClamAv.at(null, System.getenv("PATH"));
        assumeTrue(real.isPresent(), "ClamAV is not installed");
        assertTrue(real.get().infected(file("a.txt", latin(TEST_VIRUS))));
        assertFalse(real.get().infected(file("a.txt", latin("Loud music."))));
    }

    private void command(String name, String does) throws IOException {
        var command = directory.resolve(name);
        Files.writeString(command, "#!/bin/sh\n" + does + "\n");
        Files.setPosixFilePermissions(command, PosixFilePermissions.fromString("rwx------"));
    }

    private Path file(String name, byte[] content) {
        try {
            return Files.write(Files.createTempDirectory(directory, "file").resolve(name), content);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static byte[] latin(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static byte[] bytes(int... values) {
        var bytes = new ByteArrayOutputStream();
        for (int value : values) {
            bytes.write(value);
        }
        return bytes.toByteArray();
    }

    private static byte[] word(String... parts) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("[Content_Types].xml"));
            for (var part : parts) {
                zip.putNextEntry(new ZipEntry(part));
            }
        }
        return bytes.toByteArray();
    }

    /** Speaks the protocol of clamd (clamd(8)) over TCP and over a socket of the system, and finds two things. */
    private static final class Clamd implements AutoCloseable {

        static final String KNOWN_TO_IT_ALONE = "known-to-clamd-alone";

        private final ServerSocketChannel tcp = ServerSocketChannel.open();
        private final ServerSocketChannel unix = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        private final Path socket;

        Clamd(Path socket) throws IOException {
            this.socket = socket;
            tcp.bind(new java.net.InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
            unix.bind(UnixDomainSocketAddress.of(socket));
            Thread.ofVirtual().start(() -> serve(tcp));
            Thread.ofVirtual().start(() -> serve(unix));
        }

        int port() throws IOException {
            return ((java.net.InetSocketAddress) tcp.getLocalAddress()).getPort();
        }

        Path socket() {
            return socket;
        }

        private static void serve(ServerSocketChannel server) {
            while (server.isOpen()) {
                try (var asked = server.accept()) {
                    var in = new DataInputStream(Channels.newInputStream(asked));
                    var command = new String(in.readNBytes(10), StandardCharsets.US_ASCII);
                    var content = new ByteArrayOutputStream();
                    for (int length = in.readInt(); length > 0; length = in.readInt()) {
                        content.write(in.readNBytes(length));
                    }
                    var text = content.toString(StandardCharsets.ISO_8859_1);
                    var answer = !command.equals("zINSTREAM\0") ? "UNKNOWN COMMAND" : text.contains("break") ? "INSTREAM size limit exceeded. ERROR"
                            : text.contains(KNOWN_TO_IT_ALONE) || text.contains(TEST_VIRUS) ? "stream: Known-Signature FOUND" : "stream: OK";
                    Channels.newOutputStream(asked).write((answer + "\0").getBytes(StandardCharsets.US_ASCII));
                } catch (IOException e) {
                    // Closed at the end of the test, or by who asked.
                }
            }
        }

        @Override
        public void close() throws IOException {
            tcp.close();
            unix.close();
        }
    }
}
