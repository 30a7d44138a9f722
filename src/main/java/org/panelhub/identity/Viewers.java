package org.panelhub.identity;

import java.sql.SQLException;
import java.util.Optional;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.RequestScoped;

/** The viewer of this request, read once, inside the request's transaction. */
@RequestScoped
public class Viewers {

    private final AgroalDataSource dataSource;
    private final ObjectMapper json;
    private Viewer viewer;

    Viewers(AgroalDataSource dataSource, ObjectMapper json) {
        this.dataSource = dataSource;
        this.json = json;
    }

    /**
     * @throws NotLinked when the signed-in person is linked to no active member, or nobody is signed in
     */
    public Viewer current() {
        return find().orElseThrow(NotLinked::new);
    }

    /** What is already known of the viewer, without asking the database: for the layout, which is rendered after the transaction. */
    public Optional<Viewer> known() {
        return Optional.ofNullable(viewer);
    }

    /** The viewer if there is one; begins a transaction of its own where none is open (error pages). */
    public Optional<Viewer> find() {
        if (viewer == null) {
            viewer = QuarkusTransaction.isActive() ? read() : QuarkusTransaction.requiringNew().call(this::read);
        }
        return Optional.ofNullable(viewer);
    }

    private Viewer read() {
        try (var connection = dataSource.getConnection(); var statement = connection.prepareStatement("select access.me()"); var rows = statement.executeQuery()) {
            rows.next();
            var me = rows.getString(1);
            return me == null ? null : json.readValue(me, Viewer.class);
        } catch (SQLException | JsonProcessingException e) {
            throw new IllegalStateException("The viewer could not be read", e);
        }
    }
}
