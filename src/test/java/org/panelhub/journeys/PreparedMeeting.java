package org.panelhub.journeys;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.panelhub.support.RunningHub;

/**
 * A panel of its own, so that no other journey is disturbed, with twelve members, a coordinator, a meeting today and up to sixteen cases whose referrals were accepted. Laid down
 * by the owner of the tables; everything from there on goes through the pages.
 */
final class PreparedMeeting {

    static final List<String> MEMBERS = List.of("chair", "police", "housing", "analyst", "socialcare", "childrens", "mentalhealth", "fire", "victimsupport", "yos", "probation", "idva");
    private static final List<String> FAMILIES = List.of("Abara", "Brook", "Calder", "Dunmore", "Estrada", "Farrow", "Gale", "Hobday", "Iqbal", "Jarrow", "Kestle", "Lowe", "Marden", "Norling", "Okafor", "Pell");

    private final String panel = text("select gen_random_uuid()");
    private final String meeting = text("select gen_random_uuid()");
    private final char mark;

    /** @param mark a letter that tells the panel and its cases from those of another journey */
    PreparedMeeting(char mark, int cases) {
        this.mark = mark;
        var protocol = text("select gen_random_uuid()");
        var vvp = "hub.panel p join hub.partnership h on h.id = p.partnership_id where p.short_name = 'VVP' and h.name like 'Safer Riverside%'";
        run("insert into hub.panel select (jsonb_populate_record(p, jsonb_build_object('id', ?, 'name', 'Northside Vulnerable Victims Panel ' || ?, 'short_name', ? || 'VVP'))).* from " + vvp, panel, "" + mark, "" + mark);
        run("""
                insert into hub.arrangement select (jsonb_populate_record(a, jsonb_build_object('id', gen_random_uuid(), 'panel_id', ?, 'during', daterange(hub.today(), null)::text))).*
                  from hub.arrangement a where a.during @> hub.today() and a.panel_id = (select p.id from %s)""".formatted(vvp), panel);
        run("""
                insert into hub.terms select (jsonb_populate_record(t, jsonb_build_object('id', gen_random_uuid(), 'panel_id', ?))).*
                  from hub.terms t where t.during @> hub.today() and t.panel_id = (select p.id from %s)""".formatted(vvp), panel);
        run("""
                insert into hub.protocol (partnership_id, id, name, edition, in_force, agreed_until, review_by)
                select partnership_id, ?::uuid, 'Northside protocol ' || ?, 1, daterange(hub.today() - 10, hub.today() + 400), hub.today() + 399, hub.today() + 300 from hub.panel where id = ?::uuid""", protocol, "" + mark, panel);
        run("insert into hub.protocol_panel (partnership_id, protocol_id, panel_id) select partnership_id, ?::uuid, id from hub.panel where id = ?::uuid", protocol, panel);
        run("""
                insert into hub.signature (partnership_id, id, protocol_id, signatory_id, signed_by, designated_officer, during)
                select s.partnership_id, gen_random_uuid(), ?::uuid, s.id, 'A director', 'An officer', daterange(hub.today() - 9, null) from hub.signatory s join hub.panel p using (partnership_id) where p.id = ?::uuid""", protocol, panel);
        run("""
                insert into hub.legal_basis select (jsonb_populate_record(b, jsonb_build_object('id', gen_random_uuid(), 'protocol_id', ?))).*
                  from hub.legal_basis b where b.id in (select distinct on (l.agency_id) l.id from hub.legal_basis l
                    where l.partnership_id = (select n.partnership_id from hub.panel n where n.id = ?::uuid) order by l.agency_id, l.id)""", protocol, panel);
        seat("coordinator", "COORDINATOR");
        MEMBERS.forEach(account -> seat(account, account.equals("chair") ? "CHAIR" : account.equals("analyst") ? "ANALYST" : "REPRESENTATIVE"));
        run("""
                insert into hub.meeting (partnership_id, id, panel_id, starts_at, venue, order_of_business, cut_off_on, agenda_by)
                select partnership_id, ?::uuid, id, (hub.today() + time '09:30') at time zone 'Europe/London', 'Town Hall, room 1', 'Welcome; cases; other business', hub.today() - 8, hub.today() - 5
                  from hub.panel where id = ?::uuid""", meeting, panel);
        for (int n = 0; n < cases; n++) {
            run("""
                    insert into hub.case_file (partnership_id, id, panel_id, reference, subject, summary, risk, opened_on)
                    select partnership_id, gen_random_uuid(), id, ?, ?, 'Visitors of a neighbour, most nights.', 'HIGH', hub.today() - ?::int from hub.panel where id = ?::uuid""",
                    reference(n), "Rosa " + FAMILIES.get(n), Integer.toString(30 - n), panel);
            prepares("police", n, research(n));
        }
    }

    /** The agency of this member has prepared this on the case. */
    void prepares(String account, int n, String body) {
        run("""
                insert into hub.item (partnership_id, id, case_id, panel_id, agency_id, author_id, nature, source_date, body, state)
                select c.partnership_id, gen_random_uuid(), c.id, c.panel_id, m.agency_id, m.id, 'FACT', hub.today() - 3, ?, 'PREPARED'
                  from hub.case_file c, hub.member m join hub.sign_in s on s.member_id = m.id where c.reference = ? and s.subject = 'demo-' || ?""", body, reference(n), account);
    }

    private void seat(String account, String role) {
        run("""
                insert into hub.seat (partnership_id, id, panel_id, member_id, role, during)
                select m.partnership_id, gen_random_uuid(), ?::uuid, m.id, ?, daterange(hub.today() - 9, null) from hub.member m join hub.sign_in s on s.member_id = m.id where s.subject = 'demo-' || ?""", panel, role, account);
        run("""
                insert into hub.undertaking (partnership_id, id, member_id, panel_id, text_signed, signed_at, during)
                select m.partnership_id, gen_random_uuid(), m.id, n.id, n.undertaking_text, hub.now(), daterange(hub.today() - 9, hub.today() + 300)
                  from hub.panel n, hub.member m join hub.sign_in s on s.member_id = m.id where n.id = ?::uuid and s.subject = 'demo-' || ?""", panel, account);
    }

    /** Takes the panel out of everybody's day. */
    void end() {
        run("update hub.seat set during = daterange(lower(during), hub.today()) where panel_id = ?::uuid", panel);
    }

    String meetingPath() {
        return "/meetings/" + meeting;
    }

    String reference(int n) {
        return "RV-" + mark + "BCDFGHJKMNPQRSTV".charAt(n) + "7QX";
    }

    /** What the police prepared on the case. */
    static String research(int n) {
        return "Called to the address of " + FAMILIES.get(n) + " " + (n + 2) + " times this month.";
    }

    /** One number of the meeting, seen past the rule; the meeting is its first parameter. */
    long count(String sql) {
        return Long.parseLong(text(sql, meeting));
    }

    /** What is kept of the meeting, seen past the rule, in order; the meeting is the first parameter. */
    List<String> kept(String sql) {
        try (Connection owner = RunningHub.get().asOwner(); PreparedStatement statement = filled(owner, sql, meeting); var rows = statement.executeQuery()) {
            var all = new ArrayList<String>();
            while (rows.next()) {
                all.add(rows.getString(1));
            }
            return all.stream().sorted().toList();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String text(String sql, String... values) {
        try (Connection owner = RunningHub.get().asOwner(); PreparedStatement statement = filled(owner, sql, values); var rows = statement.executeQuery()) {
            return rows.next() ? rows.getString(1) : null;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void run(String sql, String... values) {
        try (Connection owner = RunningHub.get().asOwner(); PreparedStatement statement = filled(owner, sql, values)) {
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(sql + Arrays.toString(values), e);
        }
    }

    private static PreparedStatement filled(Connection owner, String sql, String... values) throws SQLException {
        var statement = owner.prepareStatement(sql);
        for (int i = 0; i < values.length; i++) {
            statement.setString(i + 1, values[i]);
        }
        return statement;
    }

    /** Where there are sixteen cases, forty actions: two or three each, as they are spoken. */
    static List<String> spoken(int n) {
        var owners = List.of("police", "council housing", "fire", "mental", "asc", "victim care", "probation", "children");
        var lines = new ArrayList<String>();
        for (int k = 0; k < (n % 2 == 0 ? 3 : 2); k++) {
            lines.add(owners.get((n + k) % owners.size()) + ": see to " + FAMILIES.get(n) + ", part " + (k + 1) + (k == 0 ? " by 2 weeks" : k == 1 ? " by next fri" : ""));
        }
        return lines;
    }
}
