package org.panelhub.notify;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A calendar file as Python's library icalendar reads it, one line for each entry: method, UID, sequence, status, times, title, place. */
final class OtherReader {

    private static final Path PYTHON = Path.of("/usr/bin/python3");
    private static final String READ = """
            import sys
            from icalendar import Calendar
            calendar = Calendar.from_ical(open(sys.argv[1], 'rb').read())
            for e in calendar.walk('vevent'):
                said = [calendar.get('method', ''), e['uid'], e['sequence'], e['status'], e.decoded('dtstart').isoformat(), e.decoded('dtend').isoformat(), e['summary'], e.get('location', '')]
                sys.stdout.buffer.write(('|'.join(str(s) for s in said) + '\\n').encode('utf-8'))
            """;

    private OtherReader() {
    }

    /** Skips the test where the machine has no such reader. */
    static List<String> read(String file) {
        try {
            assumeTrue(Files.isExecutable(PYTHON) && run(List.of("-c", "import icalendar")).isEmpty(), "no reader of calendar files besides the one in the build");
            var written = Files.createTempFile("meeting", ".ics");
            try {
                Files.writeString(written, file);
                return run(List.of("-c", READ, written.toString())).lines().toList();
            } finally {
                Files.delete(written);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String run(List<String> arguments) throws IOException {
        var command = new ArrayList<>(List.of(PYTHON.toString()));
        command.addAll(arguments);
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        try (var said = process.getInputStream()) {
            return new String(said.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
