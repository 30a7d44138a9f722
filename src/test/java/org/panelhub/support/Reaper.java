package org.panelhub.support;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Ends what a test run started when the run's JVM is gone, however it ended. A shutdown hook would not do: the class
 * loader of the tests is closed before hooks run, and a killed JVM runs none.
 */
public final class Reaper {

    private Reaper() {
    }

    /** As below, of one process that leaves nothing behind. */
    static void afterThisRun(long pid) {
        afterThisRun(List.of(pid), Path.of(""));
    }

    /** A process of its own waits for this JVM to end, then ends these processes and deletes the directory. */
    public static void afterThisRun(List<Long> pids, Path directory) {
        String script = """
                while kill -0 $0 2>/dev/null; do sleep 0.5; done
                for pid in $2; do kill -INT $pid 2>/dev/null; done
                for i in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20; do
                  left=; for pid in $2; do kill -0 $pid 2>/dev/null && left=$pid; done
                  [ -z "$left" ] && break; sleep 0.5
                done
                for pid in $2; do kill -KILL $pid 2>/dev/null; done
                rm -rf "$1"
                """;
        try {
            new ProcessBuilder("sh", "-c", script, Long.toString(ProcessHandle.current().pid()), directory.toString(),
                    pids.stream().map(String::valueOf).collect(Collectors.joining(" ")))
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD).redirectError(ProcessBuilder.Redirect.DISCARD).start();
        } catch (IOException e) {
            throw new IllegalStateException("No shell to clean up after the tests", e);
        }
    }
}
