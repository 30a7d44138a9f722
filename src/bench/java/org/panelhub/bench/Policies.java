package org.panelhub.bench;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;

/** Each table's rule by itself: the rows of sixty cases (or of a panel, or all where a table has neither), counted with the rule and without. */
final class Policies {

    private static final Pattern TIME = Pattern.compile("(Planning|Execution) Time: ([0-9.]+) ms");
    private static final int TRIES = 5;

    private final BenchDatabase database;

    Policies(BenchDatabase database) {
        this.database = database;
    }

    /** What one rule adds, in milliseconds, and how PostgreSQL goes about it. */
    record Cost(String table, double ruled, double bare, double planning, String plan) {
        double added() {
            return ruled - bare;
        }
    }

    /** @param plain what the baseline reads instead: its view, or the table itself where hub_app may read some columns only, which a view of them all would ask for */
    private record Table(String schema, String name, String where, String plain) {
    }

    /** All, the dearest first. */
    List<Cost> byCost() throws SQLException {
        List<Table> tables = new ArrayList<>();
        String issuer;
        String subject;
        try (Connection superuser = database.asSuperuser()) {
            var visit = Page.cases(superuser, Page.viewers(superuser, 8), 1).getFirst();
            subject = visit.subject();
            try (var statement = superuser.prepareStatement("select i.issuer, c.panel_id from hub.sign_in i, hub.case_file c where i.subject = ? and c.reference = ?")) {
                statement.setString(1, subject);
                statement.setString(2, visit.path().substring("/cases/".length()));
                try (var rows = statement.executeQuery()) {
                    rows.next();
                    issuer = rows.getString(1);
                    tables.addAll(tables(superuser, rows.getString(2)));
                }
            }
        }
        List<Cost> costs = new ArrayList<>();
        try (Connection ruled = database.as(Side.RULED); Connection bare = database.as(Side.BARE)) {
            for (Table table : tables) {
                Timed with = best(ruled, "access.enter", issuer, subject, table.schema + "." + table.name + table.where);
                Timed without = best(bare, "plain.enter", issuer, subject, table.plain + table.where);
                costs.add(new Cost(table.schema + "." + table.name, with.execution, without.execution, with.planning, with.plan));
            }
        }
        costs.sort(Comparator.comparingDouble(Cost::added).reversed());
        return costs;
    }

    private static List<Table> tables(Connection superuser, String panel) throws SQLException {
        List<Table> tables = new ArrayList<>();
        try (var statement = superuser.createStatement(); var rows = statement.executeQuery("""
                select n.nspname, c.relname, bool_or(a.attname = 'case_id'), bool_or(a.attname = 'panel_id'), has_table_privilege('hub_app', c.oid, 'select')
                  from pg_class c join pg_namespace n on n.oid = c.relnamespace join pg_attribute a on a.attrelid = c.oid and a.attnum > 0
                 where n.nspname in ('hub', 'audit') and c.relkind = 'r' and has_any_column_privilege('hub_app', c.oid, 'select')
                   and exists (select from pg_policies p where p.schemaname = n.nspname and p.tablename = c.relname and p.cmd in ('SELECT', 'ALL') and p.permissive = 'PERMISSIVE')
                 group by n.nspname, c.relname, c.oid order by c.relname""")) {
            while (rows.next()) {
                String where = rows.getBoolean(3) ? " t where t.case_id = any (array(select id from hub.case_file where panel_id = '" + panel + "' and state = 'OPEN' order by id limit 60))"
                        : rows.getBoolean(4) ? " t where t.panel_id = '" + panel + "'" : " t";
                boolean view = rows.getString(1).equals("hub") && rows.getBoolean(5);
                tables.add(new Table(rows.getString(1), rows.getString(2), where, (view ? "plain" : rows.getString(1)) + "." + rows.getString(2)));
            }
        }
        return tables;
    }

    private record Timed(double planning, double execution, String plan) {
    }

    private static Timed best(Connection connection, String enter, String issuer, String subject, String from) throws SQLException {
        Timed best = null;
        for (int i = 0; i < TRIES; i++) {
            try (var entering = connection.prepareStatement("select " + enter + "(?, ?)"); var statement = connection.createStatement()) {
                entering.setString(1, issuer);
                entering.setString(2, subject);
                entering.execute();
                var plan = new StringBuilder();
                double[] took = new double[2];
                try (var rows = statement.executeQuery("explain (analyze, timing off, buffers off) select count(*) from " + from)) {
                    while (rows.next()) {
                        String line = rows.getString(1);
                        var time = TIME.matcher(line);
                        if (time.matches()) {
                            took[time.group(1).equals("Planning") ? 0 : 1] = Double.parseDouble(time.group(2));
                        } else {
                            plan.append(line).append('\n');
                        }
                    }
                }
                connection.rollback();
                if (best == null || took[1] < best.execution) {
                    best = new Timed(took[0], took[1], plan.toString());
                }
            }
        }
        return best;
    }
}
