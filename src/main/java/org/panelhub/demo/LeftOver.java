package org.panelhub.demo;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A process that an earlier run started and, being killed, did not stop. A pid alone proves nothing, as the system
 * gives numbers out again: the command line must name our own directory too.
 */
final class LeftOver {

    private LeftOver() {
    }

    static Optional<ProcessHandle> find(String pid, String path) {
        if (!pid.matches("\\d{1,18}")) {
            return Optional.empty();
        }
        return ProcessHandle.of(Long.parseLong(pid)).filter(ProcessHandle::isAlive).filter(process -> names(process, path));
    }

    static void end(ProcessHandle process, String signal) throws IOException {
        new ProcessBuilder("kill", "-" + signal, Long.toString(process.pid())).inheritIO().start();
        try {
            process.onExit().get(20, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            process.destroyForcibly();
        } catch (ExecutionException e) {
            throw new IOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static boolean names(ProcessHandle process, String path) {
        ProcessHandle.Info info = process.info();
        return info.commandLine().filter(line -> line.contains(path)).isPresent()
                || info.arguments().filter(arguments -> String.join(" ", arguments).contains(path)).isPresent();
    }
}
