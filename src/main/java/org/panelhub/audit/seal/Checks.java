package org.panelhub.audit.seal;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.panelhub.access.HubService;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.agroal.api.AgroalDataSource;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Checks of a partnership's record that an information lead begins, watches and may stop. The steps are the hub's own work, each in a transaction of its own, on
 * whichever node takes the check; how far it has come is kept, so that a node that dies in the middle is followed by another.
 */
@ApplicationScoped
public class Checks {

    private final AgroalDataSource dataSource;
    private final ObjectMapper json;
    private final KnownKeys keys;
    private final Verifier verifier;
    private final Optional<OutsideCopy> outside;

    Checks(AgroalDataSource dataSource, ObjectMapper json, HubKeys keys, @ConfigProperty(name = "hub.seals.directory") Optional<String> directory) {
        this.dataSource = dataSource;
        this.json = json;
        this.keys = keys.known();
        this.verifier = new Verifier(this.keys);
        this.outside = OutsideCopy.in(directory);
    }

    /**
     * A check as its starter sees it.
     *
     * @param startedBy null when the member is not theirs to know by name
     * @param seals how many there were when it began
     * @param mailed number of the seal that was compared with a mail, or null
     */
    public record Check(UUID id, String state, String startedBy, Instant startedAt, Instant endedAt, int seals, Integer mailed, Progress progress) {
    }

    /** Where the record of the viewer's partnership stands. */
    public record Standing(int seals, Instant lastAt, List<String> keys, boolean outside) {
    }

    /** In the viewer's transaction. */
    public Standing standing() {
        return query("select number, sealed_at from audit.seal order by number desc limit 1", rows -> rows.next() ? new Standing(rows.getInt(1), rows.getTimestamp(2).toInstant(), keys.all(), outside.isPresent())
                : new Standing(0, null, keys.all(), outside.isPresent()));
    }

    /** The one that runs, or the last one. */
    public Optional<Check> last() {
        return query("""
                select v.id, v.state, m.name, v.started_at, v.ended_at, v.seals, v.mailed_number, v.progress from audit.verification v left join hub.member m on m.id = v.started_by
                 order by v.state = 'RUNNING' desc, v.started_at desc limit 1""", rows -> {
            if (!rows.next()) {
                return Optional.empty();
            }
            Timestamp ended = rows.getTimestamp(5);
            return Optional.of(new Check(rows.getObject(1, UUID.class), rows.getString(2), rows.getString(3), rows.getTimestamp(4).toInstant(), ended == null ? null : ended.toInstant(), rows.getInt(6),
                    rows.getObject(7, Integer.class), read(rows.getString(8))));
        });
    }

    /**
     * Begins one, or leaves the one that runs.
     *
     * @param number of a seal as it was mailed, or null
     * @param fingerprint of that seal, or null
     */
    public UUID begin(Integer number, String fingerprint) {
        return query("select access.begin_verification(cast(? as int), cast(? as text))", rows -> {
            rows.next();
            return rows.getObject(1, UUID.class);
        }, number, fingerprint);
    }

    /** @return whether there was one to stop */
    public boolean stop(UUID id) {
        return query("select access.stop_verification(?)", rows -> rows.next() && rows.getBoolean(1), id);
    }

    @Scheduled(every = "{hub.checks.every}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP, identity = "checks")
    void goOn() {
        boolean more = true;
        while (more) {
            more = step();
        }
    }

    /** One step of one check. @return whether there was any */
    boolean step() {
        return HubService.as(Verifier.SERVICE, () -> {
            try (var connection = dataSource.getConnection(); var next = connection.prepareStatement("select * from access.next_verification()"); var row = next.executeQuery()) {
                if (!row.next()) {
                    return false;
                }
                step(connection, row.getObject("partnership_id", UUID.class), row.getObject("id", UUID.class), row.getObject("mailed_number", Integer.class), row.getString("mailed_fingerprint"),
                        read(row.getString("progress")));
                return true;
            } catch (SQLException e) {
                throw new IllegalStateException("The record could not be checked", e);
            }
        });
    }

    private void step(Connection connection, UUID partnership, UUID id, Integer mailed, String fingerprint, Progress before) throws SQLException {
        var lines = new ArrayList<>(outside.map(copy -> copy.lines(partnership)).orElse(List.of()));
        if (mailed != null) {
            lines.add(new OutsideCopy.Line(0, mailed, fingerprint));
        }
        var after = verifier.step(connection, partnership, before, lines);
        try (var statement = connection.prepareStatement("select access.verified(?, ?, ?::jsonb, ?)")) {
            statement.setObject(1, partnership);
            statement.setObject(2, id);
            statement.setString(3, json.writeValueAsString(after));
            statement.setBoolean(4, after.done());
            statement.execute();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("How far a check has come can be written", e);
        }
    }

    private Progress read(String progress) {
        try {
            return "{}".equals(progress) ? Progress.begin() : json.readValue(progress, Progress.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("How far a check has come cannot be read", e);
        }
    }

    /** What becomes of the rows of a query. */
    private interface Rows<T> {
        T of(java.sql.ResultSet rows) throws SQLException;
    }

    private <T> T query(String sql, Rows<T> rows, Object... parameters) {
        try (var connection = dataSource.getConnection(); var statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            try (var found = statement.executeQuery()) {
                return rows.of(found);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The checks of the record could not be read", e);
        }
    }
}
