package org.panelhub.audit.seal;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.panelhub.access.HubService;

import io.agroal.api.AgroalDataSource;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Seals the record every few minutes and, where a directory is named, copies the seals outside. Any number of nodes may do so: one of them seals at a
 * time, and each keeps a copy of its own.
 */
@ApplicationScoped
public class Seals {

    private static final Logger LOG = Logger.getLogger(Seals.class);
    private static final int AT_ONCE = 200;

    private final AgroalDataSource dataSource;
    private final Sealer sealer;
    private final Optional<OutsideCopy> outside;

    Seals(AgroalDataSource dataSource, HubKeys keys, @ConfigProperty(name = "hub.seals.directory") Optional<String> directory) {
        this.dataSource = dataSource;
        this.sealer = new Sealer(keys.inUse());
        this.outside = OutsideCopy.in(directory);
    }

    @Scheduled(every = "{hub.seals.every}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP, identity = "seals")
    void sealWhatIsDue() {
        int ahead = outside.map(copy -> inTransaction(connection -> ahead(connection, copy))).orElse(0);
        while (inTransaction(connection -> sealer.seal(connection, ahead))) {
            LOG.debug("More of the record is sealed");
        }
        outside.ifPresent(this::copy);
    }

    /**
     * The last seal of a chain, as it is told outside.
     *
     * @param partnershipId null for entries that belong to no partnership
     */
    public record Last(UUID partnershipId, int number, String fingerprint, Instant sealedAt) {
    }

    /** Of every chain. */
    public List<Last> lastOfEach() {
        return inTransaction(connection -> last(connection).stream().map(s -> new Last(s.partnershipId(), s.number(), s.fingerprint(), s.sealedAt())).toList());
    }

    private void copy(OutsideCopy copy) {
        for (var last : inTransaction(Seals::last)) {
            while (inTransaction(connection -> copyMore(connection, copy, last)) > 0) {
                LOG.debug("More seals are copied outside");
            }
        }
    }

    /** How many lines were written. What stands outside already is never written again. */
    static int copyMore(Connection connection, OutsideCopy copy, Seal last) throws SQLException {
        var written = copy.last(last.partnershipId());
        if (written != null && !OutsideCopy.line(last).after(written)) {
            return 0;
        }
        int from = written == null || last.epoch() > written.epoch() ? 1 : written.number() + 1;
        for (var seals = from(connection, last.partnershipId(), from); !seals.isEmpty(); seals = from(connection, last.partnershipId(), seals.getLast().number() + 1)) {
            var more = seals.stream().filter(s -> OutsideCopy.line(s).after(written)).toList();
            if (!more.isEmpty()) {
                copy.add(last.partnershipId(), more);
                return more.size();
            }
        }
        return 0;
    }

    /** The epoch of a copy that holds seals which are not here, or 0: the database was set back, and whoever seals says so by a new epoch. */
    static int ahead(Connection connection, OutsideCopy copy) throws SQLException {
        int ahead = 0;
        for (var chain : copy.chains()) {
            var written = copy.last(chain);
            if (written == null) {
                continue;
            }
            var here = from(connection, chain, written.number(), 1);
            var last = Sealer.last(connection).get(chain);
            boolean stands = here.stream().anyMatch(s -> OutsideCopy.line(s).equals(written));
            if (!stands && (last == null || last.epoch() <= written.epoch())) {
                LOG.errorf("The copy of the seals outside holds seal %d of epoch %d of %s, and the database does not: it was set back, or its chain was written anew. A new epoch begins; verify the record.",
                        written.number(), written.epoch(), chain == null ? "the entries without partnership" : chain);
                ahead = Math.max(ahead, written.epoch());
            }
        }
        return ahead;
    }

    private static List<Seal> last(Connection connection) throws SQLException {
        return List.copyOf(Sealer.last(connection).values());
    }

    private static List<Seal> from(Connection connection, UUID chain, int number) throws SQLException {
        return from(connection, chain, number, AT_ONCE);
    }

    private static List<Seal> from(Connection connection, UUID chain, int number, int most) throws SQLException {
        try (var statement = connection.prepareStatement("select * from access.seals_from(?, ?, ?)")) {
            statement.setObject(1, chain);
            statement.setInt(2, number);
            statement.setInt(3, most);
            try (var rows = statement.executeQuery()) {
                var seals = new ArrayList<Seal>();
                while (rows.next()) {
                    seals.add(Seal.of(rows));
                }
                return seals;
            }
        }
    }

    /** What is done with one connection. */
    private interface Work<T> {
        T with(Connection connection) throws SQLException;
    }

    private <T> T inTransaction(Work<T> work) {
        return HubService.as(Sealer.SERVICE, () -> {
            try (var connection = dataSource.getConnection()) {
                return work.with(connection);
            } catch (SQLException e) {
                throw new IllegalStateException("The record could not be sealed", e);
            }
        });
    }
}
