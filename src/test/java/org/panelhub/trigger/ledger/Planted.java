package org.panelhub.trigger.ledger;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import org.panelhub.support.HubRows;

/** An application on the board of Safer Riverside that was received ten days ago, and complaints in it. */
final class Planted {

    final UUID id = UUID.randomUUID();
    final LocalDate today = LocalDate.parse(HubRows.one("select hub.today()"));
    final String reference;
    private int complaints;

    Planted() {
        HubRows.run("insert into hub.trigger (partnership_id, id, panel_id, reference, received_on, received_how, applicant_kind, subject, happening, place) "
                + "select partnership_id, ?, id, '', hub.today() - 10, 'ONLINE', 'PERSON', 'Planted for the ledger', 'Banging at night', '9 Quarry Steps' from hub.panel where kind = 'CT_MARAC'", id);
        HubRows.run("insert into hub.trigger_applicant (partnership_id, trigger_id, panel_id, name, safe_letter) select partnership_id, id, panel_id, 'Ngozi Bell', true from hub.trigger where id = ?", id);
        HubRows.run("insert into hub.trigger_event (partnership_id, id, trigger_id, panel_id, kind, on_day) select partnership_id, gen_random_uuid(), id, panel_id, 'RECEIVED', received_on from hub.trigger where id = ?", id);
        reference = HubRows.one("select reference from hub.trigger where id = ?", id);
    }

    /** The applicant's, told to somebody on the day on which it happened, so many days before today. */
    String complaint(int daysAgo, String to) {
        var complaint = UUID.randomUUID();
        HubRows.run("insert into hub.trigger_complaint (partnership_id, id, trigger_id, panel_id, position, happened_on, what, reported_on, reported_to) "
                + "select partnership_id, ?, id, panel_id, ?, hub.today() - ?, 'Banging on the wall', hub.today() - ?, ? from hub.trigger where id = ?", complaint, ++complaints, daysAgo, daysAgo, to, id);
        return complaint.toString();
    }

    String path() {
        return "/triggers/" + reference;
    }

    void remove() {
        HubRows.run("delete from hub.draft where form like 'trigger-%'");
        HubRows.run("delete from hub.idempotency where location like '/triggers/%'");
        for (var table : List.of("trigger_complaint_step", "trigger_complaint_pair", "trigger_decision", "trigger_letter", "trigger_message", "trigger_event", "trigger_complaint", "trigger_bar", "trigger_applicant")) {
            HubRows.run("delete from hub." + table + " where trigger_id = ?", id);
        }
        HubRows.run("delete from hub.trigger where id = ?", id);
    }
}
