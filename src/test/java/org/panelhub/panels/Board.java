package org.panelhub.panels;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.panelhub.support.Account;
import org.panelhub.support.HubDatabase;
import org.panelhub.support.HubRows;

import io.restassured.response.Response;

/** A board that a test makes from a preset and holds, all through the pages, by the people of the demo. Taken away again, so that nobody finds it in a diary. */
final class Board implements AutoCloseable {

    private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Europe/London"));
    /** Who sits on it, in which role. */
    private static final Map<String, String> SEATS = Map.of("coordinator", "COORDINATOR", "chair", "CHAIR", "police", "REPRESENTATIVE", "housing", "REPRESENTATIVE");

    final String id;
    final String path;
    private final Account admin = Account.as("admin");
    private String protocol;
    private String meeting;

    /** Chosen on the page of presets, kept as the form offers it, with agencies that there are, seats, a protocol that covers it, signatures and undertakings. */
    Board(String preset) {
        var page = admin.page("/panels/new?preset=" + preset);
        var fields = form(page, "form[action=/panels/new]");
        fields.put("name", List.of(fields.get("name").getFirst() + " " + UUID.randomUUID()));
        var next = location(admin.send("/panels/new?preset=" + preset, "/panels/new", fields));
        id = next.replaceFirst("/panels/([0-9a-f-]+)/.*", "$1");
        path = "/panels/" + id;
        var agencies = form(admin.page(next), "form[action$=/agencies]");
        agencies.put("body", agencies.getOrDefault("body", List.of()).stream().map(b -> "").toList());
        admin.sendAndFollow(next, path + "/agencies", agencies);
        SEATS.forEach(this::seat);
        cover();
        SEATS.keySet().forEach(account -> Account.as(account).sendAndFollow("/undertakings/" + id, "/undertakings/" + id, Map.of()));
    }

    private void seat(String account, String role) {
        var fields = form(admin.page(path + "/seats/new"), "form[action$=/seats/new]");
        fields.put("member", List.of(member(account)));
        fields.put("role", List.of(role));
        admin.sendAndFollow(path + "/seats/new", path + "/seats/new", fields);
    }

    private void cover() {
        protocol = made(admin.json("POST", "/api/protocols", Map.of("name", "Protocol " + UUID.randomUUID(), "summary", "Tried", "from", TODAY.toString(), "review", TODAY.plusYears(1).toString(), "panels", List.of(id))));
        for (var account : List.of("coordinator", "police")) {
            var body = HubRows.one("select a.signatory_id::text from hub.sign_in s join hub.member m on m.id = s.member_id join hub.agency a on a.id = m.agency_id where s.subject = 'demo-" + account + "'");
            made(admin.json("POST", protocol + "/signatures", Map.of("signatory", body, "signedBy", "The head", "designatedOfficer", "The officer", "from", TODAY.toString())));
        }
        for (var account : SEATS.keySet()) {
            var agency = HubRows.one("select m.agency_id::text from hub.sign_in s join hub.member m on m.id = s.member_id where s.subject = 'demo-" + account + "'");
            admin.json("POST", protocol + "/bases", Map.of("agency", agency, "purpose", "To work together", "gateway", "Crime and Disorder Act 1998 s115", "article6", "6(1)(e)", "controllership", "Controller", "storesResearch", true));
        }
    }

    private static String made(Response answer) {
        assertEquals(201, answer.statusCode(), answer.asString());
        return answer.getHeader("Location").replaceFirst("^https?://[^/]+", "");
    }

    /** Another edition of its terms, with some fields of the form as they are given. */
    Document agree(Map<String, List<String>> changed) {
        var fields = form(admin.page(path + "/terms/new"), "form[action$=/terms/new]");
        fields.putAll(changed);
        return admin.sendAndFollow(path + "/terms/new", path + "/terms/new", fields);
    }

    /** Referred by housing, decided by its senior officer, accepted by the coordinator. Gives the reference of the case. */
    String accepted(SubjectKind subject, String name, String where) {
        var housing = Account.as("housing");
        var begin = "/referrals/new?panel=" + id;
        var fields = new LinkedHashMap<String, Object>(Map.of("panel", id));
        if (!housing.page(begin).select("input[name=subject]").isEmpty()) {
            fields.put("subject", subject.name());
        }
        var referral = location(housing.send(begin, "/referrals/new", fields)).replaceFirst("/tasks$", "");
        if (subject.ofPerson()) {
            fill(referral, "person", Map.of("given", name.substring(0, name.indexOf(' ')), "family", name.substring(name.indexOf(' ') + 1)));
            fill(referral, "address", Map.of("address", where));
            fill(referral, "contact", Map.of("toCall", "YES", "telephone", "07700 900555", "toWrite", "NO"));
            fill(referral, "household", Map.of("any", "NO"));
            fill(referral, "consent", Map.of("consent", "GIVEN"));
            var next = referral + "/steps/assessment";
            while (next.contains("assessment")) {
                var page = housing.page(next);
                var answers = form(page, "main form");
                page.select("main fieldset:has(input[type=radio])").forEach(q -> answers.put(q.selectFirst("input[type=radio]").attr("name"), List.of(q.selectFirst("input[type=radio]").val())));
                answers.put("then", List.of("next"));
                next = location(housing.send(next, page.select("main form").attr("action"), answers));
            }
            fill(referral, "judgement", Map.of("judgement", "MEDIUM", "rationale", "Seen at home."));
        } else {
            fill(referral, subject.name().toLowerCase(), Map.of("name", name, "where", where));
        }
        fill(referral, "circumstances", Map.of("category", "Noise", "circumstances", "Every night since September, in the judgement of three agencies."));
        fill(referral, "respondent", Map.of("known", "NO"));
        var sent = housing.sendAndFollow(referral + "/check", referral + "/send", Map.of());
        assertTrue(sent.text().contains(name), sent.text());
        Account.as("housing.senior").sendAndFollow(referral + "/decision", referral + "/decision", Map.of("decision", "REFER", "reason", "No one agency can do it alone."));
        Account.as("coordinator").sendAndFollow(referral + "/accept", referral + "/accept", form(Account.as("coordinator").page(referral + "/accept"), "form[action$=/accept]"));
        return HubRows.one("select c.reference from hub.referral r join hub.case_file c on c.id = r.case_id where r.id = ?::uuid", referral.replace("/referrals/", ""));
    }

    private static void fill(String referral, String step, Map<String, String> typed) {
        var page = Account.as("housing").page(referral + "/steps/" + step);
        var fields = form(page, "main form");
        typed.forEach((name, value) -> fields.put(name, List.of(value)));
        fields.put("then", List.of("next"));
        location(Account.as("housing").send(referral + "/steps/" + step, page.select("main form").attr("action"), fields));
    }

    /** A meeting today, with everything on its agenda that is proposed, published. Gives the agenda as the police read it. */
    List<String> called() {
        var coordinator = Account.as("coordinator");
        var fields = form(coordinator.page("/meetings/new?panel=" + id), "form[action=/meetings/new]");
        fields.putAll(Map.of("panel", List.of(id), "date-day", List.of("" + TODAY.getDayOfMonth()), "date-month", List.of("" + TODAY.getMonthValue()), "date-year", List.of("" + TODAY.getYear()), "venue",
                List.of("Town Hall, room 9"), "invite", List.of("true"), "anyway", List.of("true")));
        meeting = location(coordinator.send("/meetings/new?panel=" + id, "/meetings/new", fields)).replaceFirst("(/meetings/[0-9a-f-]+).*", "$1");
        var agenda = coordinator.page(meeting + "/agenda");
        coordinator.sendAndFollow(meeting + "/agenda", meeting + "/agenda/add", Map.of("version", agenda.select("form[action$=/add] input[name=version]").val(), "propose", agenda.select("input[name=propose]").eachAttr("value")));
        // Referred today, for a meeting today: by the leave of the chair.
        for (var late = agenda.select("input[name=late]").eachAttr("value"); !late.isEmpty(); late = late.subList(1, late.size())) {
            agenda = coordinator.page(meeting + "/agenda");
            coordinator.sendAndFollow(meeting + "/agenda", meeting + "/agenda/late", Map.of("version", agenda.select("form[action$=/late] input[name=version]").val(), "late", late.getFirst(),
                    "chair", agenda.select("#chair option").last().val(), "reason", "They cannot wait a month."));
        }
        var built = coordinator.page(meeting + "/agenda").select(".hub-build strong").eachText();
        coordinator.sendAndFollow(meeting + "/publish", meeting + "/publish", form(coordinator.page(meeting + "/publish"), "form[action$=/publish]"));
        return built.stream().map(t -> t.replaceFirst("^\\d+\\. ", "")).toList();
    }

    /** Everybody signs, and the room opens. */
    void opened() {
        SEATS.keySet().forEach(account -> Account.as(account).sendAndFollow(meeting + "/declaration", meeting + "/declaration", Map.of("agree", "true")));
        Account.as("coordinator").sendAndFollow(meeting, meeting + "/room/open", Map.of());
    }

    /** The case is heard: a decision by one of the panel's outcomes, and an action. */
    void heard(String reference, String outcome, String more, String action) {
        var coordinator = Account.as("coordinator");
        var item = HubRows.one("select i.id::text from hub.agenda_item i join hub.case_file c on c.id = i.case_id where c.reference = ? and i.meeting_id = ?::uuid", reference, meeting.replace("/meetings/", ""));
        var room = coordinator.sendAndFollow(meeting + "/room", meeting + "/room/turn", Map.of("item", item));
        assertTrue(room.text().contains(reference), room.text());
        assertTrue(room.select("select[name=chosen] option").eachText().contains(outcome), room.select("select[name=chosen]").text());
        var decision = form(room, "form[action$=/decision]");
        decision.putAll(Map.of("risk", List.of("MEDIUM"), "rationale", List.of("It was quieter in October"), "chosen", List.of(outcome), "outcome", List.of(more)));
        coordinator.sendAndFollow(meeting + "/room", meeting + "/room/items/" + item + "/decision", decision);
        var due = TODAY.plusDays(9);
        var agency = HubRows.one("select m.agency_id::text from hub.sign_in s join hub.member m on m.id = s.member_id where s.subject = 'demo-housing'");
        var said = coordinator.sendAndFollow(meeting + "/room", meeting + "/room/items/" + item + "/actions", Map.of("task", action, "agency", agency, "person", "", "due-day", "" + due.getDayOfMonth(), "due-month",
                "" + due.getMonthValue(), "due-year", "" + due.getYear(), "once", UUID.randomUUID().toString()));
        assertTrue(said.text().contains(action), said.text());
    }

    /** Closed, minuted, agreed by the chair and circulated. Gives the minutes as the police read them. */
    Document circulated() {
        var coordinator = Account.as("coordinator");
        coordinator.sendAndFollow(meeting + "/room/close", meeting + "/room/close", Map.of());
        var minutes = meeting + "/minutes";
        coordinator.sendAndFollow(minutes, minutes + "/write", Map.of());
        var chair = Account.as("chair");
        var agreed = chair.sendAndFollow(minutes, minutes + "/agreement", Map.of("revision", chair.page(minutes).select("input[name=revision]").val()));
        assertTrue(agreed.text().contains("The minutes are agreed"), agreed.text());
        var sent = coordinator.sendAndFollow(minutes, minutes + "/circulation", Map.of());
        assertTrue(sent.text().contains("The minutes are circulated to"), sent.text());
        return Account.as("police").page(minutes);
    }

    private static String member(String account) {
        return HubRows.one("select member_id::text from hub.sign_in where subject = 'demo-" + account + "'");
    }

    private static String location(Response answer) {
        assertEquals(303, answer.statusCode(), answer.asString());
        return answer.getHeader("Location").replaceFirst("^https?://[^/]+", "");
    }

    /** What a form holds as it stands. */
    static Map<String, List<String>> form(Document page, String which) {
        var fields = new LinkedHashMap<String, List<String>>();
        for (Element field : page.select(which).first().select("input[name]:not([name=form-token]), textarea[name], select[name]")) {
            if (field.attr("type").matches("radio|checkbox") && !field.hasAttr("checked")) {
                continue;
            }
            var value = field.tagName().equals("select") ? field.select("option[selected]").val() : field.tagName().equals("textarea") ? field.wholeText().strip() : field.val();
            fields.computeIfAbsent(field.attr("name"), n -> new ArrayList<>()).add(value);
        }
        return fields;
    }

    /** Past every foreign key: all that hangs from the panel, and its protocol. */
    @Override
    public void close() throws SQLException {
        try (var all = HubDatabase.asSuperuser(); var statement = all.createStatement()) {
            statement.execute("set session_replication_role = replica");
            statement.execute("delete from hub.minutes_source where case_id in (select id from hub.case_file where panel_id = '" + id + "')");
            statement.execute("""
                    do $$ declare t text; begin
                      for t in select c.table_name from information_schema.columns c join information_schema.tables b using (table_schema, table_name)
                                where c.table_schema = 'hub' and c.column_name = 'panel_id' and b.table_type = 'BASE TABLE' loop
                        execute format('delete from hub.%%I where panel_id = %%L', t, '%s');
                      end loop;
                      delete from hub.panel where id = '%s';
                    end $$""".formatted(id, id));
            if (protocol != null) {
                var of = protocol.replaceFirst(".*/", "");
                statement.execute("delete from hub.signature where protocol_id = '" + of + "'");
                statement.execute("delete from hub.legal_basis where protocol_id = '" + of + "'");
                statement.execute("delete from hub.protocol where id = '" + of + "'");
            }
            statement.execute("delete from hub.outbox where body like '%" + (meeting == null ? id : meeting) + "%'");
        }
    }
}
