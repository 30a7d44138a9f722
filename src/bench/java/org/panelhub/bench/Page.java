package org.panelhub.bench;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What is asked for: a page in many copies, each for a viewer who may open it. */
record Page(String name, List<Visit> visits) {

    /** One address and who opens it. */
    record Visit(String path, String subject) {
    }

    /** Members with standing wherever they sit, on panels that have sealed no case, barred from nothing, in the mixture of roles that panels have: there both sides show the same. */
    static List<String> viewers(Connection connection, int most) throws SQLException {
        try (var statement = connection.prepareStatement("""
                select i.subject from hub.sign_in i join hub.member m on m.id = i.member_id and m.active
                 where exists (select from hub.seat s where s.member_id = m.id and s.during @> hub.today())
                   and not exists (select from access.standing_facts f where f.member_id = m.id and f.seat_current and not (f.signed and f.undertaken))
                   and not exists (select from hub.case_bar b where b.member_id = m.id)
                   and not exists (select from hub.seat s join hub.case_file c on c.panel_id = s.panel_id and c.sealed where s.member_id = m.id)
                   and not exists (select from hub.office o where o.member_id = m.id and o.role <> 'SENIOR_OFFICER')
                 order by md5(i.subject) limit ?""")) {
            statement.setInt(1, most);
            var found = new ArrayList<String>();
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    found.add(rows.getString(1));
                }
            }
            return found;
        }
    }

    /** Open cases of the viewer's panels that are not sealed and whose items went to the whole panel: there both sides show the same. */
    static List<Visit> cases(Connection connection, List<String> viewers, int each) throws SQLException {
        try (var statement = connection.prepareStatement("""
                select i.subject, c.reference
                  from hub.sign_in i join lateral (
                    select x.reference from hub.case_file x
                     where x.panel_id in (select s.panel_id from hub.seat s where s.member_id = i.member_id and s.during @> hub.today()) and x.state = 'OPEN' and not x.sealed
                       and not exists (select from hub.item t where t.case_id = x.id and t.state = 'RELEASED'
                         and not exists (select from hub.disclosure d where d.item_id = t.id and d.to_panel is not null and d.withdrawn_at is null and d.during @> hub.today()))
                     order by md5(i.subject || x.id) limit ?) c on true
                 where i.subject = any (?) order by md5(c.reference)""")) {
            statement.setInt(1, each);
            statement.setArray(2, connection.createArrayOf("text", viewers.toArray()));
            var found = new ArrayList<Visit>();
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    found.add(new Visit("/cases/" + rows.getString(2), rows.getString(1)));
                }
            }
            return found;
        }
    }

    /** The pages that are measured. */
    static List<Page> all(Connection connection, List<String> viewers) throws SQLException {
        List<Visit> cases = cases(connection, viewers, 8);
        return List.of(
                new Page("case page", cases),
                new Page("its information", cases.stream().map(v -> new Visit(v.path + "/information", v.subject)).toList()),
                new Page("panel list", viewers.stream().map(v -> new Visit("/cases", v)).toList()),
                new Page("work list", viewers.stream().map(v -> new Visit("/", v)).toList()),
                // So many that hardly one is opened twice: what the hub remembers of a case that it showed this reader helps none of them.
                new Page("case page, first opened", cases(connection, viewers, 300)));
    }

    /** Opens some copies on both sides and tells where they differ, apart from the token of their forms. */
    List<String> differences(Served ruled, Served bare, Map<String, String> cookies, int most) throws IOException {
        var found = new ArrayList<String>();
        try (Line one = new Line(ruled.port()); Line other = new Line(bare.port())) {
            for (Visit visit : visits.subList(0, Math.min(most, visits.size()))) {
                var left = one.get(visit.path, cookies.get(visit.subject));
                var right = other.get(visit.path, cookies.get(visit.subject));
                if (left.status() != 200 || right.status() != 200) {
                    found.add(visit + ": " + left.status() + " and " + right.status());
                } else if (!plain(left.text()).equals(plain(right.text()))) {
                    found.add(visit + ": " + firstDifference(plain(left.text()), plain(right.text())));
                }
            }
        }
        return found;
    }

    /** Without the token of its forms, the digest by which an open page notices changes, and the minute in which it was read. */
    private static String plain(String html) {
        return html.replaceAll("This page is as it was at [^.<]*", "").replaceAll("name=\"form-token\"[^>]*>", "").replaceAll("data-sum=\"[^\"]*\"", "").replaceAll("localhost:\\d+", "");
    }

    private static String firstDifference(String left, String right) {
        int at = 0;
        while (at < left.length() && at < right.length() && left.charAt(at) == right.charAt(at)) {
            at++;
        }
        return "“" + around(left, at) + "” and “" + around(right, at) + "”";
    }

    private static String around(String text, int at) {
        return text.substring(Math.max(0, at - 60), Math.min(text.length(), at + 120)).replaceAll("\\s+", " ");
    }
}
