package org.panelhub.live;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.postgresql.Driver;
import org.postgresql.PGConnection;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/**
 * The node's one connection on which PostgreSQL tells what changed. It is no connection of the pool and has no viewer, so no row is visible on it; it asks for
 * the hub's time and for when the next of what is bound in time ends, as time passing tells nobody anything. While PostgreSQL is away it tries again and again,
 * and holds nothing else up.
 */
@ApplicationScoped
class Listener {

    private static final Logger LOG = Logger.getLogger(Listener.class);
    private static final String CHANNEL = "hub";
    /** How long a change waits to be told together with others. */
    private static final int TOGETHER = 200;
    private static final Duration ASK_THE_TIME = Duration.ofSeconds(1);
    /** A line that is cut without a word is noticed once it was silent for two of these. */
    private static final Duration BEAT = Duration.ofSeconds(5);
    private static final Duration TRY_AGAIN = Duration.ofSeconds(1);
    /** The hub's clock and the node's may drift apart so much in a second; more is a clock that was moved. */
    private static final Duration DRIFT = Duration.ofSeconds(1);
    /** Seconds after which a server that answers nothing at all is given up. */
    private static final String PATIENCE = "10";

    private final Audience audience;
    private final String url;
    private final Properties properties = new Properties();
    private volatile boolean stopped;
    private volatile Thread thread;
    private boolean told;

    Listener(Audience audience, @ConfigProperty(name = "quarkus.datasource.jdbc.url") String url, @ConfigProperty(name = "quarkus.datasource.username") String user,
            @ConfigProperty(name = "quarkus.datasource.password") String password) {
        this.audience = audience;
        this.url = url;
        properties.setProperty("user", user);
        properties.setProperty("password", password);
        properties.setProperty("ApplicationName", "panel-hub live");
        properties.setProperty("connectTimeout", PATIENCE);
        properties.setProperty("socketTimeout", PATIENCE);
        properties.setProperty("tcpKeepAlive", "true");
    }

    void start(@Observes StartupEvent start) {
        thread = Thread.ofPlatform().daemon().name("live-listener").start(this::run);
    }

    void stop(@Observes ShutdownEvent stop) {
        stopped = true;
        thread.interrupt();
    }

    private void run() {
        while (!stopped) {
            try (var connection = new Driver().connect(url, properties)) {
                listen(connection);
            } catch (SQLException e) {
                if (!stopped) {
                    say(e);
                    waits();
                }
            } catch (RuntimeException | Error e) {
                // Whatever it is: a thread that ended here would leave every open page as it stands, and nobody would know.
                LOG.error("Open pages are not told of changes for a moment", e);
                waits();
            }
        }
    }

    private void waits() {
        try {
            audience.isUnsure();
        } catch (RuntimeException | Error e) {
            LOG.error("An open page could not be told that it may not be fresh", e);
        }
        pause();
    }

    private void listen(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("listen " + CHANNEL);
        }
        var clock = clock(connection);
        var asked = System.nanoTime();
        var beaten = asked;
        audience.isSure();
        told = false;
        while (!stopped) {
            var notices = connection.unwrap(PGConnection.class).getNotifications(TOGETHER);
            if (notices != null && notices.length > 0) {
                audience.hears(Stream.of(notices).map(n -> Notice.of(n.getParameter())).flatMap(Optional::stream).distinct().toList());
            }
            var passed = Duration.ofNanos(System.nanoTime() - asked);
            if (passed.compareTo(ASK_THE_TIME) >= 0) {
                asked = System.nanoTime();
                var now = clock(connection);
                var moved = Duration.between(clock.now.plus(passed), now.now).abs();
                if (!now.now.isBefore(clock.nextEnd) || moved.compareTo(DRIFT) > 0) {
                    audience.looksAtAll();
                }
                clock = now;
            }
            if (Duration.ofNanos(System.nanoTime() - beaten).compareTo(BEAT) >= 0) {
                beaten = System.nanoTime();
                audience.beats();
            }
        }
    }

    /** The hub's time, and when the next of what is bound in time ends. */
    private record Clock(Instant now, Instant nextEnd) {
    }

    private static Clock clock(Connection connection) throws SQLException {
        try (var statement = connection.createStatement(); var rows = statement.executeQuery("select hub.now(), access.next_end()")) {
            rows.next();
            return new Clock(rows.getObject(1, OffsetDateTime.class).toInstant(), rows.getObject(2, OffsetDateTime.class).toInstant());
        }
    }

    /** Once, however long it lasts. */
    private void say(SQLException e) {
        if (!told) {
            told = true;
            LOG.warn("PostgreSQL does not tell of changes. Open pages say that they may not be fresh, and follow again by themselves. " + e.getMessage());
        }
    }

    private static void pause() {
        try {
            Thread.sleep(TRY_AGAIN);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
