package org.panelhub.trigger.appeal;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import org.panelhub.support.HubRows;
import org.panelhub.support.Visitor;
import org.panelhub.trigger.apply.Code;

/** An application of which the threshold was found not met, and its applicant with the code, for tests of appeals. */
final class Appealing {

    static final String ASK = "/community-trigger/my-form/appeal";

    final UUID id = UUID.randomUUID();
    final Code code = Code.fresh();
    final String reference;
    final Visitor applicant = new Visitor();

    /** @param told the day on which the decision was told */
    Appealing(LocalDate received, LocalDate told) {
        HubRows.run("delete from hub.public_attempt");
        HubRows.run("insert into hub.trigger (partnership_id, id, panel_id, reference, received_on, received_how, applicant_kind, subject, happening, state) "
                + "select partnership_id, ?, id, '', ?, 'ONLINE', 'PERSON', 'Ivy Marlow', 'A test of appeals', 'NOT_MET' from hub.panel where kind = 'CT_MARAC'", id, received);
        HubRows.run("insert into hub.trigger_applicant (partnership_id, trigger_id, panel_id, name, address, code_hash) select partnership_id, id, panel_id, 'Ivy Marlow', '4 Hidden Lane', ? from hub.trigger where id = ?", code.hash(), id);
        happened("RECEIVED", received);
        happened("NOT_MET", told);
        happened("DECISION_TOLD", told);
        reference = HubRows.one("select reference from hub.trigger where id = ?", id);
    }

    /** Of an appeal ten working days from the letter, and as long for its answer. */
    static void arrange() {
        HubRows.run("""
                insert into hub.trigger_arrangement (partnership_id, id, during, complaints, report_months, apply_months, weighed, discretion, spans, amber_days)
                select partnership_id, gen_random_uuid(), daterange(hub.today() - 400, null), 3, 1, 6, '{}', true,
                       '[{"stage": "APPEAL", "days": 10, "unit": "WORKING_DAYS", "from": "LETTER"}, {"stage": "APPEAL_DECISION", "days": 10, "unit": "WORKING_DAYS", "from": "APPEAL"}]', 2 from hub.trigger_scheme""");
    }

    void happened(String kind, LocalDate on) {
        HubRows.run("insert into hub.trigger_event (partnership_id, id, trigger_id, panel_id, kind, on_day, at) select partnership_id, gen_random_uuid(), id, panel_id, ?, ?, clock_timestamp() from hub.trigger where id = ?", kind, on, id);
    }

    /** Opens its review, and returns the case. */
    UUID review() {
        var review = UUID.randomUUID();
        HubRows.run("insert into hub.case_file (partnership_id, id, panel_id, reference, subject) select partnership_id, ?, panel_id, 'RV-T9997', 'Planted for an appeal' from hub.trigger where id = ?", review, id);
        HubRows.run("update hub.trigger set state = 'MET', case_id = ? where id = ?", review, id);
        return review;
    }

    /** The applicant has come in with number and code. */
    Appealing follows() {
        applicant.done("/community-trigger/follow", "/community-trigger/follow", "reference", reference, "code", code.text());
        return this;
    }

    void asks(String about) {
        follows();
        applicant.done(ASK, ASK, "about", about, "why", "Nobody asked the neighbours.", "once", UUID.randomUUID().toString());
    }

    String appeal() {
        return HubRows.one("select id::text from hub.trigger_appeal where trigger_id = ? order by asked_at desc limit 1", id);
    }

    String path() {
        return "/triggers/" + reference + "/appeal";
    }

    static void leaveNothing() {
        HubRows.run("delete from hub.public_attempt");
        HubRows.run("delete from hub.outbox where template in ('appeal asked for', 'appeal decided', 'notice', 'review') or subject like '%appeal%'");
        HubRows.run("delete from hub.appeal_review where question like 'The appeal against %'");
        for (var table : List.of("trigger_complaint", "trigger_interview", "trigger_appeal", "trigger_bar", "trigger_message", "trigger_event", "trigger_applicant")) {
            HubRows.run("delete from hub." + table + " where trigger_id in (select id from hub.trigger where happening = 'A test of appeals')");
        }
        HubRows.run("delete from hub.trigger where happening = 'A test of appeals'");
        for (var table : List.of("admission", "case_bar", "case_team", "action")) {
            HubRows.run("delete from hub." + table + " where case_id in (select id from hub.case_file where subject = 'Planted for an appeal')");
        }
        HubRows.run("delete from hub.case_file where subject = 'Planted for an appeal'");
        HubRows.run("delete from hub.trigger_arrangement");
        HubRows.run("delete from hub.designated_officer where email = 'appeals@example.org'");
    }
}
