package org.panelhub.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The SQL alone: one transaction after another on connections of their own, prepared, with the rule and without. No record here; pages have it. */
final class SqlLoad {

    private static final String CASE = "select c.id, c.subject, c.summary, c.risk, c.state from hub.case_file c where c.reference = ?";
    private static final String ITEMS = "select i.id, i.body, i.agency_id from hub.item i where i.case_id = ? order by i.id desc limit 50";
    private static final String LIST = "select c.id, c.reference, c.subject from hub.case_file c where c.panel_id = ? and c.state = 'OPEN' order by c.opened_on desc, c.id desc limit 30";
    private static final Map<Side, String> ENTER = Map.of(Side.RULED, "select access.enter(?, ?)", Side.BARE, "select plain.enter(?, ?)");
    private static final Map<Side, String> OPEN_CASE = Map.of(Side.RULED, CASE, Side.BARE, "select c.id, c.subject, c.summary, c.risk, c.state from plain.case_file c where c.reference = ?");
    private static final Map<Side, String> LIST_ITEMS = Map.of(Side.RULED, ITEMS, Side.BARE, "select i.id, i.body, i.agency_id from plain.item i where i.case_id = ? order by i.id desc limit 50");
    private static final Map<Side, String> LIST_CASES = Map.of(Side.RULED, LIST, Side.BARE,
            "select c.id, c.reference, c.subject from plain.case_file c where c.panel_id = ? and c.state = 'OPEN' order by c.opened_on desc, c.id desc limit 30");

    private final BenchDatabase database;
    private final List<Ask> asks = new ArrayList<>();

    private record Ask(String issuer, String subject, String reference, Object caseId, Object panelId) {
    }

    /** Which statements a transaction runs after it has entered. */
    private record Kind(String name, boolean open, boolean items, boolean list) {
    }

    SqlLoad(BenchDatabase database) throws SQLException {
        this.database = database;
        try (Connection superuser = database.asSuperuser();
                var statement = superuser.prepareStatement("select s.issuer, c.id, c.panel_id from hub.sign_in s, hub.case_file c where s.subject = ? and c.reference = ?")) {
            for (Page.Visit visit : Page.cases(superuser, Page.viewers(superuser, 64), 8)) {
                String reference = visit.path().substring("/cases/".length());
                statement.setString(1, visit.subject());
                statement.setString(2, reference);
                try (var rows = statement.executeQuery()) {
                    rows.next();
                    asks.add(new Ask(rows.getString(1), visit.subject(), reference, rows.getObject(2), rows.getObject(3)));
                }
            }
        }
    }

    /** The statements of one client on one side, prepared once. */
    private record Prepared(Connection connection, PreparedStatement enter, PreparedStatement open, PreparedStatement items, PreparedStatement list) {

        static Prepared on(Connection connection, Side side) throws SQLException {
            return new Prepared(connection, connection.prepareStatement(ENTER.get(side)), connection.prepareStatement(OPEN_CASE.get(side)), connection.prepareStatement(LIST_ITEMS.get(side)),
                    connection.prepareStatement(LIST_CASES.get(side)));
        }

        void run(Ask ask, Kind kind) throws SQLException {
            enter.setString(1, ask.issuer);
            enter.setString(2, ask.subject);
            rows(enter);
            if (kind.open) {
                open.setString(1, ask.reference);
                require(rows(open) == 1, "the case is not found");
            }
            if (kind.items) {
                items.setObject(1, ask.caseId);
                require(rows(items) > 0, "no item is found");
            }
            if (kind.list) {
                list.setObject(1, ask.panelId);
                require(rows(list) > 0, "no case is found");
            }
            connection.commit();
        }

        private static int rows(PreparedStatement statement) throws SQLException {
            int count = 0;
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    rows.getObject(1);
                    count++;
                }
            }
            return count;
        }

        private static void require(boolean holds, String otherwise) {
            if (!holds) {
                throw new IllegalStateException(otherwise);
            }
        }
    }

    List<Load.Measured> measure(Load load, int pairs, int seconds) throws Exception {
        Map<Side, List<Prepared>> clients = new EnumMap<>(Side.class);
        try {
            for (Side side : Side.values()) {
                List<Prepared> prepared = new ArrayList<>();
                clients.put(side, prepared);
                for (int i = 0; i < Load.CLIENTS; i++) {
                    prepared.add(Prepared.on(database.as(side), side));
                }
            }
            List<Load.Measured> measured = new ArrayList<>();
            for (Kind kind : List.of(new Kind("enter", false, false, false), new Kind("open a case", true, false, false), new Kind("list its items", false, true, false),
                    new Kind("list a panel's cases", false, false, true), new Kind("all three", true, true, true))) {
                Load.Act act = (side, client, turn) -> clients.get(side).get(client).run(asks.get((int) (turn % asks.size())), kind);
                load.warm(act, 10);
                measured.add(load.measure(kind.name, act, pairs, seconds));
            }
            return measured;
        } finally {
            for (List<Prepared> prepared : clients.values()) {
                for (Prepared one : prepared) {
                    one.connection.close();
                }
            }
        }
    }
}
