package org.panelhub.audit;

import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;

import org.panelhub.identity.Viewers;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;

/** Tells whoever changes a row, and comes second, who saved it before. A name is shown where the viewer may see the member. */
@ApplicationScoped
public class Writers {

    private final AgroalDataSource dataSource;
    private final Viewers viewers;

    Writers(AgroalDataSource dataSource, Viewers viewers) {
        this.dataSource = dataSource;
        this.viewers = viewers;
    }

    /**
     * Who wrote a row last, of those that the viewer may change.
     *
     * @param table without its schema, as the record names it
     */
    public Optional<Writer> last(String table, UUID id) {
        try (var connection = dataSource.getConnection(); var statement = connection.prepareStatement("""
                select m.name, a.name, w.at, w.member_id from access.last_write(?, ?) w
                  left join hub.member m on m.id = w.member_id left join hub.agency a on a.id = w.agency_id""")) {
            statement.setString(1, table);
            statement.setObject(2, id);
            try (var rows = statement.executeQuery()) {
                return rows.next() ? Optional.of(new Writer(rows.getString(1), rows.getString(2), rows.getTimestamp(3).toInstant(), viewers.current().memberId().equals(rows.getObject(4, UUID.class))))
                        : Optional.empty();
            }
        } catch (SQLException e) {
            throw new IllegalStateException("Who saved last could not be read", e);
        }
    }
}
