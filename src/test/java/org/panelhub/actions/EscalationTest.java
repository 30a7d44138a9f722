package org.panelhub.actions;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.panelhub.access.HubService;
import org.panelhub.notify.Reminding;
import org.panelhub.support.HubRows;
import org.panelhub.support.SignedIn;
import org.panelhub.support.Visitor;
import org.panelhub.time.HubClock;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import jakarta.inject.Inject;

@QuarkusTest
class EscalationTest {

    private static final String PANEL = "(select p.id from hub.panel p join hub.partnership n on n.id = p.partnership_id where n.reference_prefix = 'RV' and p.short_name = 'VVP')";
    private static final LocalDate TODAY = LocalDate.now(HubClock.LONDON);

    private final Visitor visitor = new Visitor();

    @Inject
    Escalation escalation;

    @AfterEach
    void gone() {
        HubRows.run("delete from hub.escalation");
        HubRows.run("delete from hub.escalation_ladder");
        HubRows.run("delete from hub.outbox where subject like '%not done%'");
        HubRows.run("delete from hub.action where task like 'Escalated: %'");
    }

    private static String late(String task, String reference, String account, LocalDate due) {
        return HubRows.one("""
                insert into hub.action (partnership_id, id, panel_id, case_id, owner_agency_id, task, due_on, made_by)
                select m.partnership_id, gen_random_uuid(), c.panel_id, c.id, m.agency_id, ?, ?, m.id
                  from hub.sign_in s join hub.member m on m.id = s.member_id join hub.case_file c on c.reference = ? where s.subject = ? returning id""", "Escalated: " + task, due, reference, "demo-" + account);
    }

    /** As on a working day. */
    private void tellTheNext() {
        HubService.as("reminders", () -> {
            escalation.remind(new Reminding.Day(TODAY, true));
            return null;
        });
    }

    private static void dayGoesBy() {
        HubRows.run("update hub.escalation set told_at = told_at - interval '1 day'");
    }

    private static List<String> told(String action) {
        return HubRows.all("select e.rung || ' ' || coalesce(m.name, 'nobody') from hub.escalation e left join hub.member m on m.id = e.member_id where e.action_id = ?::uuid order by 1", action);
    }

    @Test
    @TestSecurity(user = "chair")
    void whatIsNotDoneIsToldStepByStepOnceAndOnlyToWhomItIsOpen() {
        HubRows.run("insert into hub.escalation_ladder (partnership_id, id, panel_id, during, owner_days, officer_days, chair_days, lead_days) select partnership_id, gen_random_uuid(), id, daterange(hub.today(), null), 1, 3, 5, 10 from hub.panel where id = " + PANEL);
        var six = late("of the police", "RV-7K4QM", "police", escalation.lastDue(TODAY, 6));
        var four = late("of housing", "RV-7K4QM", "housing", escalation.lastDue(TODAY, 4));
        var today = late("due today", "RV-7K4QM", "police", TODAY);
        var shut = late("of who is barred", "RV-P9ZTG", "childrens", escalation.lastDue(TODAY, 6));
        var sealed = late("on a sealed case", "RV-C8WNP", "housing", escalation.lastDue(TODAY, 6));
        tellTheNext();
        tellTheNext();
        assertEquals(List.of("OWNER Sgt Daniel Reyes"), told(six), "one step a day");
        dayGoesBy();
        tellTheNext();
        assertEquals(List.of("DESIGNATED_OFFICER Sgt Daniel Reyes", "OWNER Sgt Daniel Reyes"), told(six));
        dayGoesBy();
        tellTheNext();
        tellTheNext();

        assertEquals(List.of("CHAIR Supt James Marsh", "DESIGNATED_OFFICER Sgt Daniel Reyes", "OWNER Sgt Daniel Reyes"), told(six));
        assertEquals(List.of("DESIGNATED_OFFICER nobody", "OWNER Priya Nair"), told(four), "the council’s officer has no seat on the panel");
        assertEquals(List.of(), told(today));
        assertEquals(List.of("CHAIR Supt James Marsh", "DESIGNATED_OFFICER nobody", "OWNER nobody"), told(shut), "nobody to whom a bar shuts it");
        assertEquals(List.of("CHAIR Supt James Marsh", "DESIGNATED_OFFICER nobody", "OWNER nobody"), told(sealed), "nobody who is not on the list");

        var mails = HubRows.all("select o.subject || ' ' || o.body from hub.outbox o join hub.sign_in s on s.member_id = o.to_member and s.subject = 'demo-chair' where o.subject like '%not done%'");
        // The text goes when the mail is sent.
        assertTrue(!mails.isEmpty() && mails.size() <= 3, "at most one for each day on which something was told: " + mails);
        assertFalse(mails.stream().anyMatch(m -> m.contains("RV-") || m.contains("police")), mails.toString());

        assertTrue(visitor.page("/").text().contains("escalated to you"));
        assertFalse(visitor.page("/actions?whose=escalated").select("tr:contains(of the police)").isEmpty());
        var shown = visitor.page("/actions/" + six);
        assertTrue(shown.text().contains("To the chair on") && shown.text().contains("Supt James Marsh"), shown.text());
        SignedIn.as("mentalhealth");
        assertFalse(visitor.page("/actions/" + six).text().contains("To the chair on"), "who was told, and who was not, is for who prepares");
        SignedIn.as("fire");
        assertTrue(visitor.page("/actions?whose=escalated").select("tbody tr").isEmpty(), "it was told of nothing");

        HubRows.run("update hub.action set due_on = hub.today() + 5 where id = ?::uuid", six);
        SignedIn.as("chair");
        assertTrue(visitor.page("/actions?whose=escalated").select("tr:contains(of the police)").isEmpty(), "with a later day it begins anew");
    }

    @Test
    @TestSecurity(user = "admin")
    void anAdministratorSaysWhoIsToldAndFromWhen() {
        var path = "/panels/" + HubRows.one("select " + PANEL) + "/escalation";
        var open = visitor.page(path);
        assertTrue(open.text().contains("Nobody is told yet."));
        var wrong = visitor.send(path, path, day("owner", "2", "officer", "", "chair", "2", "lead", "x"));
        assertEquals(422, wrong.statusCode());
        assertTrue(wrong.asString().contains("The chair is told later than those before"));
        assertTrue(wrong.asString().contains("value=\"x\""), "what was typed stays");
        assertTrue(visitor.done(path, path, day("owner", "1", "officer", "", "chair", "4", "lead", "")).text().contains("The chair when it is 4 working days late"));
        var again = visitor.done(path, path, day("owner", "0", "officer", "", "chair", "6", "lead", ""));
        assertTrue(again.text().contains("6 working days late") && !again.text().contains("4 working days late"), again.text());
        assertEquals(404, visitor.answer("/panels/" + HubRows.one("select p.id from hub.panel p join hub.partnership n on n.id = p.partnership_id where n.reference_prefix = 'HS'") + "/escalation").statusCode());
        SignedIn.as("coordinator");
        assertEquals(403, visitor.answer(path).statusCode());
        assertEquals(403, visitor.sendFrom(visitor.page("/my-account"), path, day("owner", "1")).statusCode());
    }

    private static String[] day(String... more) {
        var fields = new String[6 + more.length];
        System.arraycopy(new String[] {"from-day", String.valueOf(TODAY.getDayOfMonth()), "from-month", String.valueOf(TODAY.getMonthValue()), "from-year", String.valueOf(TODAY.getYear())}, 0, fields, 0, 6);
        System.arraycopy(more, 0, fields, 6, more.length);
        return fields;
    }
}
