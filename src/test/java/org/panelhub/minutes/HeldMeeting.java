package org.panelhub.minutes;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import org.panelhub.support.HubRows;

/**
 * A meeting of the demo's panel that was held an hour ago, with what it recorded, written past the rule; taken away again afterwards.
 * Coordinator, chair, police, housing and mental health were in the room, social care sent apologies, a trainee observed.
 */
final class HeldMeeting implements AutoCloseable {

    static final String CASE = "RV-7K4QM";

    final UUID id = UUID.randomUUID();
    private final List<UUID> items = new ArrayList<>();

    /** One at which an item was released, a decision taken and an action agreed, each with its marker. */
    static HeldMeeting withMarkers() throws SQLException {
        var meeting = new HeldMeeting();
        meeting.releasedToPanel("police", "Two calls last week, marker-panel.");
        meeting.decided(CASE, "Keep the plan, marker-decision");
        meeting.action(CASE, "Fit a second lock, marker-action");
        return meeting;
    }

    HeldMeeting() throws SQLException {
        run("""
                insert into hub.meeting (partnership_id, id, panel_id, starts_at, venue, cut_off_on, agenda_by, state, published_at, opened_at, closed_at)
                select p.partnership_id, ?, p.id, hub.now() - interval '2 hours', 'Town Hall, room 4', hub.today() - 12, hub.today() - 7, 'CLOSED', hub.now() - interval '7 days',
                       hub.now() - interval '2 hours', hub.now() + interval '1 hour'
                  from hub.panel p join hub.partnership s on s.id = p.partnership_id where s.reference_prefix = 'RV' and p.short_name = 'VVP'""", id);
        agenda(1, "LAST_ACTIONS", null);
        agenda(2, "CASE", CASE);
        agenda(3, "REVIEW", "RV-P9ZTG");
        agenda(4, "CASE", "RV-C8WNP");
        agenda(5, "OTHER_BUSINESS", null);
        for (var account : List.of("coordinator", "chair", "police", "housing", "mentalhealth")) {
            attendance(account, "MEMBER", true);
            declaration(account);
        }
        attendance("socialcare", "MEMBER", false);
        attendance("observer", "OBSERVER", true);
        declaration("observer");
    }

    private void agenda(int position, String kind, String reference) throws SQLException {
        run("""
                insert into hub.agenda_item (partnership_id, id, meeting_id, panel_id, position, kind, case_id, title, minutes_planned)
                select m.partnership_id, gen_random_uuid(), m.id, m.panel_id, ?, ?, (select c.id from hub.case_file c where c.reference = ?), coalesce(?, 'Other business'), 10
                  from hub.meeting m where m.id = ?""", position, kind, reference, reference, id);
    }

    void attendance(String account, String capacity, boolean present) throws SQLException {
        run("""
                insert into hub.attendance (partnership_id, id, meeting_id, panel_id, member_id, capacity, reply, information_sent, present)
                select m.partnership_id, gen_random_uuid(), m.id, m.panel_id, s.member_id, ?, case when ? then 'COMING' else 'APOLOGIES' end, true, ?
                  from hub.meeting m, hub.sign_in s where m.id = ? and s.subject = ?""", capacity, present, present, id, subject(account));
    }

    void declaration(String account) throws SQLException {
        run("""
                insert into hub.declaration (partnership_id, id, meeting_id, panel_id, member_id, purpose, text_signed)
                select m.partnership_id, gen_random_uuid(), m.id, m.panel_id, s.member_id, 'MEETING', 'as read out' from hub.meeting m, hub.sign_in s where m.id = ? and s.subject = ?""",
                id, subject(account));
    }

    /** It is not over yet. */
    void goesOn() throws SQLException {
        run("update hub.meeting set state = 'OPEN', closed_at = null where id = ?", id);
    }

    /** Invited for the case, and signed in the room. */
    void guest(String account) throws SQLException {
        run("""
                insert into hub.guest (partnership_id, id, meeting_id, panel_id, case_id, member_id, invited_by)
                select c.partnership_id, gen_random_uuid(), ?, c.panel_id, c.id, g.member_id, i.member_id
                  from hub.case_file c, hub.sign_in g, hub.sign_in i where c.reference = ? and g.subject = ? and i.subject = 'demo-coordinator'""", id, CASE, subject(account));
        attendance(account, "GUEST", true);
        declaration(account);
    }

    /** An item of the account's agency on the case, released to the panel. */
    UUID releasedToPanel(String account, String body) throws SQLException {
        var item = item(account, body);
        disclose(item, "to_panel", "i.panel_id");
        return item;
    }

    /** Released by name to the coordinator's agency and to the police, and to nobody else. */
    UUID releasedToPoliceByName(String account, String body) throws SQLException {
        var item = item(account, body);
        for (var recipient : List.of("coordinator", "police")) {
            disclose(item, "to_agency", "(select m.agency_id from hub.sign_in s join hub.member m on m.id = s.member_id where s.subject = '" + subject(recipient) + "')");
        }
        return item;
    }

    /** Said aloud by the account's agency; it goes to those present. */
    UUID saidAloud(String account, String body) throws SQLException {
        var item = item(account, body);
        run("update hub.item set how = 'SAID_ALOUD', meeting_id = ? where id = ?", id, item);
        disclose(item, "to_meeting", "i.meeting_id");
        return item;
    }

    /** Prepared by the account's agency and released to nobody. */
    UUID prepared(String account, String body) throws SQLException {
        var item = item(account, body);
        run("update hub.item set state = 'PREPARED' where id = ?", item);
        return item;
    }

    private UUID item(String account, String body) throws SQLException {
        var item = UUID.randomUUID();
        items.add(item);
        run("""
                insert into hub.item (partnership_id, id, case_id, panel_id, agency_id, author_id, nature, source_date, body, state)
                select c.partnership_id, ?, c.id, c.panel_id, m.agency_id, m.id, 'FACT', hub.today() - 3, ?, 'RELEASED'
                  from hub.case_file c, hub.sign_in s join hub.member m on m.id = s.member_id where c.reference = ? and s.subject = ?""", item, body, CASE, subject(account));
        return item;
    }

    private void disclose(UUID item, String to, String recipient) throws SQLException {
        run("""
                insert into hub.disclosure (partnership_id, id, item_id, case_id, panel_id, agency_id, %s, purpose, gateway, conditions, protocol_id, necessity, proportionality, consent, during, released_by)
                select i.partnership_id, gen_random_uuid(), i.id, i.case_id, i.panel_id, i.agency_id, %s, 'to protect', 'Crime and Disorder Act 1998 s115', '', l.protocol_id, 'needed', 'enough', 'GIVEN',
                       daterange(hub.today() - 1, null), i.author_id
                  from hub.item i join hub.protocol_panel l on l.panel_id = i.panel_id where i.id = ? limit 1""".formatted(to, recipient), item);
    }

    void withdraw(UUID item) throws SQLException {
        run("update hub.disclosure set withdrawn_at = hub.now(), withdrawn_reason = 'no longer needed' where item_id = ?", item);
    }

    void decided(String reference, String outcome) throws SQLException {
        run("""
                insert into hub.decision (partnership_id, id, meeting_id, panel_id, agenda_item_id, case_id, risk_before, risk_after, rationale, dissent, outcome, recorded_by)
                select a.partnership_id, gen_random_uuid(), a.meeting_id, a.panel_id, a.id, a.case_id, 'HIGH', 'MEDIUM', 'It has been quiet', 'Housing would keep it high', ?, s.member_id
                  from hub.agenda_item a join hub.case_file c on c.id = a.case_id, hub.sign_in s where a.meeting_id = ? and c.reference = ? and s.subject = 'demo-coordinator'""", outcome, id, reference);
    }

    void action(String reference, String task) throws SQLException {
        run("""
                insert into hub.action (partnership_id, id, case_id, panel_id, meeting_id, owner_agency_id, owner_member_id, task, due_on, made_by)
                select a.partnership_id, gen_random_uuid(), a.case_id, a.panel_id, a.meeting_id, m.agency_id, m.id, ?, hub.today() + 7, m.id
                  from hub.agenda_item a join hub.case_file c on c.id = a.case_id, hub.sign_in s join hub.member m on m.id = s.member_id
                 where a.meeting_id = ? and c.reference = ? and s.subject = 'demo-housing'""", task, id, reference);
    }

    String one(String sql, Object... parameters) throws SQLException {
        return HubRows.one(sql, parameters);
    }

    String path() {
        return "/meetings/" + id + "/minutes";
    }

    String api() {
        return "/api/meetings/" + id + "/minutes";
    }

    @Override
    public void close() throws SQLException {
        run("delete from hub.outbox where body like '%' || ? || '%'", id.toString());
        run("delete from hub.minutes_source where paragraph_id in (select p.id from hub.minutes_paragraph p where p.meeting_id = ?)", id);
        run("delete from hub.minutes_paragraph where meeting_id = ?", id);
        run("delete from hub.minutes_receipt where minutes_id in (select m.id from hub.minutes m where m.meeting_id = ?)", id);
        for (var table : List.of("minutes", "decision", "action", "declaration", "attendance", "guest")) {
            run("delete from hub." + table + " where meeting_id = ?", id);
        }
        for (var item : items) {
            run("delete from hub.disclosure where item_id = ?", item);
            run("delete from hub.item where id = ?", item);
        }
        run("delete from hub.agenda_item where meeting_id = ?", id);
        run("delete from hub.meeting where id = ?", id);
    }

    private static String subject(String account) {
        return "demo-" + account.replace('.', '-');
    }

    private static void run(String sql, Object... parameters) throws SQLException {
        HubRows.run(sql, parameters);
    }
}
