package org.panelhub.meetings;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jsoup.nodes.Document;
import org.panelhub.support.HubRows;

/** Meetings as a test needs them: made by the owner of the tables, so that each test has one of its own, a day apart from all others. */
public final class TestMeetings {

    private static final String PANEL = "select n.partnership_id, n.id from hub.panel n join hub.partnership p on p.id = n.partnership_id where n.short_name = 'VVP' and p.name like 'Safer Riverside%'";

    private static final String LETTERS = "ABCDEFGHJKMNPQRSTVWXYZ";
    private static final List<UUID> MADE = new ArrayList<>();

    private TestMeetings() {
    }

    /** The id of Riverside's VVP. */
    public static String vvp() {
        return text("select n.id from (%s) n (partnership_id, id)".formatted(PANEL));
    }

    /** A meeting of Riverside's VVP, today, without an agenda. */
    public static UUID today(String state) {
        return in(0, state);
    }

    /** So many days from now, without an agenda. */
    public static UUID in(int days, String state) {
        var id = UUID.randomUUID();
        MADE.add(id);
        run("""
                insert into hub.meeting (partnership_id, id, panel_id, starts_at, venue, order_of_business, cut_off_on, agenda_by, state, agenda_edition, published_at, opened_at)
                select n.partnership_id, ?::uuid, n.id, (hub.today() + ?::int + time '10:00') at time zone 'Europe/London', 'Town Hall, room 9', 'Welcome; cases', hub.today(), hub.today(), ?,
                       case when ? = 'PLANNED' then 0 else 1 end, case when ? <> 'PLANNED' then hub.now() end, case when ? = 'OPEN' then hub.now() end from (%s) n (partnership_id, id)""".formatted(PANEL),
                id.toString(), Integer.toString(days), state, state, state, state);
        return id;
    }

    /** Puts a case of the demo on the agenda and gives the item's id. */
    public static UUID hear(UUID meeting, int position, String reference) {
        var id = UUID.randomUUID();
        run("""
                insert into hub.agenda_item (partnership_id, id, meeting_id, panel_id, position, kind, case_id, title, minutes_planned)
                select m.partnership_id, ?::uuid, m.id, m.panel_id, ?::int, case when c.id is null then 'OTHER_BUSINESS' else 'CASE' end, c.id, coalesce(c.reference || ', ' || c.subject, 'Other business'), 12
                  from hub.meeting m left join hub.case_file c on c.reference = ? where m.id = ?::uuid""", id.toString(), Integer.toString(position), reference, meeting.toString());
        return id;
    }

    /** The item is being heard. */
    public static void turn(UUID meeting, UUID item) {
        run("update hub.meeting set current_item_id = ?::uuid, current_since = hub.now() where id = ?::uuid", item.toString(), meeting.toString());
        run("update hub.agenda_item set started_at = hub.now() where id = ?::uuid", item.toString());
    }

    /** Invites an account. */
    public static void invite(UUID meeting, String account, String capacity) {
        run("""
                insert into hub.attendance (partnership_id, id, meeting_id, panel_id, member_id, capacity)
                select m.partnership_id, gen_random_uuid(), m.id, m.panel_id, s.member_id, ? from hub.meeting m, hub.sign_in s where m.id = ?::uuid and s.subject = 'demo-' || replace(?, '.', '-')""",
                capacity, meeting.toString(), account);
    }

    /** The account has signed the declaration and is in the room. */
    public static void sign(UUID meeting, String... accounts) {
        for (var account : accounts) {
            if (count("select count(*) from hub.attendance a join hub.sign_in s on s.member_id = a.member_id where a.meeting_id = ?::uuid and s.subject = 'demo-' || replace(?, '.', '-')", meeting.toString(), account) == 0) {
                invite(meeting, account, "MEMBER");
            }
            run("update hub.attendance set present = true where meeting_id = ?::uuid and member_id = (select member_id from hub.sign_in where subject = 'demo-' || replace(?, '.', '-'))", meeting.toString(), account);
            run("""
                    insert into hub.declaration (partnership_id, id, meeting_id, panel_id, member_id, purpose, text_signed)
                    select m.partnership_id, gen_random_uuid(), m.id, m.panel_id, s.member_id, 'MEETING', 'as read' from hub.meeting m, hub.sign_in s where m.id = ?::uuid and s.subject = 'demo-' || replace(?, '.', '-')""",
                    meeting.toString(), account);
        }
    }

    /** An item of information, prepared by the account's agency and not released. */
    public static void prepare(String account, String reference, String body) {
        run("""
                insert into hub.item (partnership_id, id, case_id, panel_id, agency_id, author_id, nature, source_date, body, state)
                select c.partnership_id, gen_random_uuid(), c.id, c.panel_id, m.agency_id, m.id, 'FACT', hub.today(), ?, 'PREPARED'
                  from hub.case_file c, hub.member m join hub.sign_in s on s.member_id = m.id where c.reference = ? and s.subject = 'demo-' || replace(?, '.', '-')""", body, reference, account);
    }

    /** A case of Riverside's VVP that no other test knows, so that none is disturbed. Gives its reference. */
    public static String aCase(String subject) {
        var reference = "RV-" + new Random().ints(7, 0, LETTERS.length()).mapToObj(i -> LETTERS.substring(i, i + 1)).collect(Collectors.joining());
        run("insert into hub.case_file (partnership_id, id, panel_id, reference, subject, risk) select n.partnership_id, gen_random_uuid(), n.id, ?, ?, 'HIGH' from (%s) n (partnership_id, id)".formatted(PANEL),
                reference, subject);
        return reference;
    }

    /** Shuts the case to the account. */
    public static void bar(String reference, String account) {
        run("""
                insert into hub.case_bar (partnership_id, id, case_id, panel_id, member_id, reason)
                select c.partnership_id, gen_random_uuid(), c.id, c.panel_id, s.member_id, 'test' from hub.case_file c, hub.sign_in s where c.reference = ? and s.subject = 'demo-' || ?""", reference, account);
    }

    /** Takes the meetings that a test made out of everyone's diary. */
    public static void clear() {
        MADE.forEach(id -> run("update hub.meeting set state = 'CANCELLED' where id = ?::uuid", id.toString()));
        MADE.clear();
    }

    /** The form of a meeting as it stands, its warnings read, with some fields as they are given: name, value, name, value. A box is ticked where it is among them. */
    public static String[] fields(Document form, String... changed) {
        var values = new LinkedHashMap<String, String>();
        for (var field : form.select("main form input[name]:not([type=checkbox]):not([name=form-token]), main form textarea[name]")) {
            if (!field.attr("type").equals("radio") || field.hasAttr("checked")) {
                values.put(field.attr("name"), field.hasAttr("value") ? field.val() : field.text());
            }
        }
        for (int i = 0; i < changed.length; i += 2) {
            values.put(changed[i], changed[i + 1]);
        }
        values.put("anyway", "true");
        return values.entrySet().stream().flatMap(v -> Stream.of(v.getKey(), v.getValue())).toArray(String[]::new);
    }

    /** One number, seen past the rule. */
    public static long count(String sql, String... values) {
        return Long.parseLong(text(sql, values));
    }

    /** One value, seen past the rule. */
    public static String text(String sql, String... values) {
        return HubRows.one(sql, (Object[]) values);
    }

    private static void run(String sql, String... values) {
        HubRows.run(sql, (Object[]) values);
    }
}
