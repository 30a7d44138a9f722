package org.panelhub.access;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

import io.agroal.api.AgroalDataSource;
import io.quarkus.runtime.LaunchMode;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/**
 * Refuses to start the service when the database would not keep the rule: a serving role that row security does not bind, or policies
 * other than those checked in. While PostgreSQL is away nothing can be checked, and nothing can be seen either; the check is then made
 * before the first answer (see {@code GuardReadiness}).
 */
@ApplicationScoped
public class Guard {

    /** The rule in the database is not the one this build was made for. */
    public static class RuleBroken extends RuntimeException {
        private static final long serialVersionUID = 1L;

        RuleBroken(String message) {
            super(message);
        }
    }

    private static final Logger LOG = Logger.getLogger(Guard.class);
    private final AgroalDataSource dataSource;
    private final boolean movableClock;
    private volatile boolean checked;

    Guard(AgroalDataSource dataSource, @ConfigProperty(name = "hub.clock.movable", defaultValue = "false") boolean movableClock) {
        this.dataSource = dataSource;
        this.movableClock = movableClock;
    }

    void onStart(@Observes @Priority(10) StartupEvent start) {
        try {
            check();
        } catch (RuleBroken e) {
            // In a test run ManifestTest reports it, and writes the manifest that would be right.
            if (LaunchMode.current() != LaunchMode.TEST) {
                throw e;
            }
            LOG.warn(e.getMessage());
            checked = true;
        } catch (SQLException e) {
            LOG.warn("PostgreSQL does not answer. The hub starts and says so in its readiness; it serves nothing until the rule has been checked. " + e.getMessage());
        }
    }

    /** Whether the rule has been found in order since the service started. */
    public boolean checked() {
        return checked;
    }

    /**
     * @throws RuleBroken when the serving role is not bound by row security, or the rule is not the checked-in one
     * @throws SQLException when the database does not answer
     */
    public void check() throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            require(connection, movableClock);
        }
        checked = true;
    }

    /**
     * Asks one connection, as the role that it works as.
     *
     * @throws RuleBroken when that role is not bound by row security, or the rule is not the checked-in one
     */
    static void require(Connection connection, boolean movableClock) throws SQLException {
        requireBoundRole(connection);
        requireNoDifference(Manifest.differences(Manifest.checkedIn(), Manifest.standing(connection), movableClock));
    }

    static void requireNoDifference(List<String> differences) {
        if (!differences.isEmpty()) {
            throw new RuleBroken("The access rule in the database is not the one of this build, so the hub does not start. Migrate the database, or undo what was changed by hand. "
                    + differences.size() + " differences, the first: " + String.join("; ", differences.subList(0, Math.min(5, differences.size()))));
        }
    }

    /** What would let a role pass the rule by, besides policies. */
    record ServingRole(String name, boolean superuser, boolean bypasses, boolean owns, boolean mayBecome, boolean makes) {

        /** In words, to follow the role's name; none when it is bound. */
        List<String> faults() {
            var faults = new ArrayList<String>();
            if (superuser) {
                faults.add("is a superuser");
            }
            if (bypasses) {
                faults.add("bypasses row security");
            }
            if (owns) {
                faults.add("owns tables of the hub, or is a member of their owner");
            }
            if (mayBecome) {
                faults.add("may take on a role that is a superuser or bypasses row security");
            }
            if (makes) {
                faults.add("may make tables, views or functions of its own in the hub's schemas");
            }
            return faults;
        }

        void requireBound() {
            if (!faults().isEmpty()) {
                throw new RuleBroken("The database role " + name + " " + String.join(" and ", faults()) + ", so the access rule would not bind it and the hub does not start. Use hub_app of db/roles.sql.");
            }
        }
    }

    static void requireBoundRole(Connection connection) throws SQLException {
        try (var statement = connection.createStatement(); var rows = statement.executeQuery("""
                select current_user, r.rolsuper, r.rolbypassrls,
                       exists (select from pg_class c join pg_namespace n on n.oid = c.relnamespace where n.nspname in ('hub', 'access', 'audit') and pg_has_role(current_user, c.relowner, 'member')),
                       exists (select from pg_roles o where (o.rolsuper or o.rolbypassrls) and o.rolname <> current_user and pg_has_role(current_user, o.oid, 'member')),
                       exists (select from pg_namespace n where n.nspname in ('hub', 'access', 'audit', 'extension', 'public') and has_schema_privilege(current_user, n.oid, 'create'))
                  from pg_roles r where r.rolname = current_user""")) {
            rows.next();
            new ServingRole(rows.getString(1), rows.getBoolean(2), rows.getBoolean(3), rows.getBoolean(4), rows.getBoolean(5), rows.getBoolean(6)).requireBound();
        }
    }
}
