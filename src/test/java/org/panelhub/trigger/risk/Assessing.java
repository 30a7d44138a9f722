package org.panelhub.trigger.risk;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import org.jsoup.nodes.Document;
import org.panelhub.support.HubRows;
import org.panelhub.support.Visitor;

import io.restassured.response.Response;

/** An application on the board of Safer Riverside, whose risk is assessed in a test; and everything that came of it taken away again. */
final class Assessing {

    final UUID id = UUID.randomUUID();
    final String reference;
    final String path;
    private final Visitor visitor;

    Assessing(Visitor visitor) {
        this.visitor = visitor;
        HubRows.run("insert into hub.trigger (partnership_id, id, panel_id, reference, received_on, received_how, applicant_kind, subject, happening, place, respondent) "
                + "select partnership_id, ?, id, '', hub.today() - 20, 'ONLINE', 'PERSON', 'Ngozi Ada Bell', 'Banging at night, says Mrs Secretneighbour', '9 Quarry Steps', 'Tom Respondentson' from hub.panel where kind = 'CT_MARAC'", id);
        HubRows.run("insert into hub.trigger_applicant (partnership_id, trigger_id, panel_id, name, address, telephone, safe_call, safe_times, needs, needs_more) "
                + "select partnership_id, id, panel_id, subject, '9 Quarry Steps', '020 7946 0112', true, 'before noon', array['INTERPRETER'], 'Igbo' from hub.trigger where id = ?", id);
        HubRows.run("insert into hub.trigger_complaint (partnership_id, id, trigger_id, panel_id, complainant, reported_to) select partnership_id, gen_random_uuid(), id, panel_id, 'Mr Complainantov', 'police' from hub.trigger where id = ?", id);
        reference = HubRows.one("select reference from hub.trigger where id = ?", id);
        path = "/triggers/" + reference + "/risk";
    }

    void state(String state) {
        HubRows.run("update hub.trigger set state = ? where id = ?", state, id);
    }

    /** Its review, a case of the board. */
    UUID review() {
        var review = UUID.randomUUID();
        HubRows.run("insert into hub.case_file (partnership_id, id, panel_id, reference, subject) select partnership_id, ?, panel_id, 'RV-T9996', 'A review with a risk' from hub.trigger where id = ?", review, id);
        HubRows.run("update hub.trigger set state = 'MET', case_id = ? where id = ?", review, id);
        return review;
    }

    /** The form as it is opened, filled in with the last answer to each question, which is the gravest. */
    List<String> gravest(Document form, String judgement) {
        var fields = new ArrayList<String>();
        form.select("input[type=radio][name^=answer-]").stream().map(i -> i.attr("name")).distinct().forEach(name -> fields.addAll(List.of(name, form.select("input[name=" + name + "]").last().val())));
        var today = LocalDate.parse(HubRows.one("select hub.today()"));
        fields.addAll(List.of("occasion", form.select("input[name=occasion][checked]").val(), "judgement", judgement, "rationale", "Alone, and afraid at night.", "on-day", "" + today.getDayOfMonth(), "on-month", "" + today.getMonthValue(),
                "on-year", "" + today.getYear(), "once", form.select("input[name=once]").val()));
        return fields;
    }

    Response send(Document form, String what, List<String> fields) {
        return visitor.sendFrom(form, path + "/" + what, fields.toArray(String[]::new));
    }

    Document assessed(String what, String judgement) {
        var form = visitor.page(path + "/" + what);
        return visitor.follow(send(form, what, gravest(form, judgement)));
    }

    String tasks() {
        return HubRows.one("select coalesce(string_agg(reason || case when told_on is null and not_needed = '' then '' else ' done' end, ', ' order by made_at, reason), '') from hub.trigger_asking where trigger_id = ?", id);
    }

    void remove() {
        var review = HubRows.one("select case_id::text from hub.trigger where id = ?", id);
        var referrals = "(select r.id from hub.referral r where r.own_reference = '" + reference + "' or r.typed::text like '%" + reference + "%')";
        HubRows.run("delete from hub.draft where form like 'referral%'");
        HubRows.run("delete from hub.trigger_asking where trigger_id = ?", id);
        HubRows.run("delete from hub.assessment where trigger_id = ? or referral_id in " + referrals, id);
        HubRows.run("delete from hub.outbox where template like 'referral%'");
        for (var table : List.of("safe_contact", "person", "referral_bar")) {
            HubRows.run("delete from hub." + table + " where referral_id in " + referrals);
        }
        HubRows.run("delete from hub.referral where id in " + referrals);
        HubRows.run("delete from hub.idempotency where location like '/triggers/%'");
        for (var table : List.of("trigger_bar", "trigger_decision", "trigger_event", "trigger_complaint", "trigger_applicant")) {
            HubRows.run("delete from hub." + table + " where trigger_id = ?", id);
        }
        HubRows.run("delete from hub.trigger where id = ?", id);
        if (review != null) {
            for (var table : List.of("assessment", "case_bar", "case_team")) {
                HubRows.run("delete from hub." + table + " where case_id = ?", UUID.fromString(review));
            }
            HubRows.run("delete from hub.case_file where id = ?", UUID.fromString(review));
        }
    }
}
