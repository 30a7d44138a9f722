package org.panelhub.trigger.due;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.panelhub.access.HubService;
import org.panelhub.notify.Reminding;
import org.panelhub.support.Entered;
import org.panelhub.support.HubRows;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;

/** Whoever answers for applications is told by mail of clocks that end soon or have ended, by a number and no word more. */
@QuarkusTest
class ClockRemindersTest {

    @Inject
    ClockReminders reminders;

    private final UUID application = UUID.randomUUID();
    private List<String> aside;

    @BeforeEach
    void applied() {
        aside = HubRows.all("select to_jsonb(a)::text from hub.trigger_arrangement a");
        HubRows.run("delete from hub.trigger_arrangement");
        HubRows.run("insert into hub.trigger_arrangement (partnership_id, id, during, complaints, report_months, apply_months, weighed, discretion, spans, amber_days) select id, gen_random_uuid(), daterange(hub.today() - 900, null), 3, 1, 6, '{}', true, "
                + "'[{\"stage\": \"ACKNOWLEDGEMENT\", \"days\": 5, \"unit\": \"WORKING_DAYS\", \"from\": \"RECEIPT\"}]', 2 from hub.partnership where reference_prefix = 'RV'");
        HubRows.run("insert into hub.trigger (partnership_id, id, panel_id, reference, received_on, received_how, applicant_kind, subject) select partnership_id, ?, id, '', hub.today() - 20, 'ONLINE', 'PERSON', 'Ivy Marlow' from hub.panel where kind = 'CT_MARAC'", application);
        HubRows.run("insert into hub.trigger_applicant (partnership_id, trigger_id, panel_id, name) select partnership_id, id, panel_id, subject from hub.trigger where id = ?", application);
    }

    @AfterEach
    void undo() {
        HubRows.run("delete from hub.outbox where template in ('reminder', 'conflict-to-decide', 'chair-needed')");
        HubRows.run("delete from hub.member_identity");
        for (var table : List.of("trigger_asking", "trigger_bar", "trigger_event", "trigger_applicant")) {
            HubRows.run("delete from hub." + table + " where trigger_id = ?", application);
        }
        HubRows.run("delete from hub.trigger where id = ?", application);
        HubRows.run("delete from hub.trigger_arrangement");
        aside.forEach(row -> HubRows.run("insert into hub.trigger_arrangement select * from jsonb_populate_record(null::hub.trigger_arrangement, ?::jsonb)", row));
    }

    private void remind() {
        HubService.as("reminders", () -> {
            reminders.remind(new Reminding.Day(LocalDate.parse(HubRows.one("select hub.today()::text")), true));
            return null;
        });
    }

    private static String told(String member) {
        return HubRows.one("select o.subject from hub.outbox o join hub.member m on m.id = o.to_member where o.template = 'reminder' and o.once_key like '%applications %' and m.name = ?", member);
    }

    @Test
    void whoAnswersForApplicationsIsToldHowManyNeedSomethingAndTheAnalystIsNot() {
        remind();
        assertTrue(told("Noor Rahman").contains("late by now"), told("Noor Rahman"));
        assertTrue(told("Lena Fischer").contains("late by now"));
        assertEquals(null, told("Ines Duarte"));
        assertEquals(null, told("Sgt Daniel Reyes"));
        assertFalse(HubRows.all("select subject || body from hub.outbox where template = 'reminder'").toString().contains("Ivy"));
    }

    @Test
    void whomItMakesNecessaryToTellAndWhoHasNotAnsweredIsNotForgottenEither() {
        HubRows.run("insert into hub.trigger_event (partnership_id, id, trigger_id, panel_id, kind, on_day) select partnership_id, gen_random_uuid(), id, panel_id, 'ACKNOWLEDGED', hub.today() - 19 from hub.trigger where id = ?", application);
        remind();
        var without = told("Noor Rahman");
        HubRows.run("delete from hub.outbox where template = 'reminder'");
        HubRows.run("update hub.trigger set respondent_minor = 'YES' where id = ?", application);
        remind();
        var youth = told("Noor Rahman");
        assertTrue(youth.contains("late by now") && !youth.equals(without), without + " / " + youth);
        HubRows.run("delete from hub.outbox where template = 'reminder'");
        asking("YOUTH", "hub.today() - 2");
        remind();
        assertEquals(without, told("Noor Rahman"), "it was told");
        HubRows.run("delete from hub.outbox where template = 'reminder'");
        asking("INFORMATION", "hub.today() - 2");
        remind();
        assertEquals(youth, told("Noor Rahman"), "who was asked has not answered");
    }

    private void asking(String reason, String told) {
        HubRows.run("insert into hub.trigger_asking (partnership_id, id, trigger_id, panel_id, reason, recipient, due_on, told_on, made_by) select t.partnership_id, gen_random_uuid(), t.id, t.panel_id, ?, 'x', hub.today() - 1, " + told
                + ", m.id from hub.trigger t join hub.member m on m.partnership_id = t.partnership_id and m.name = 'Noor Rahman' where t.id = ?", reason, application);
    }

    @Test
    void nobodyIsTornFromADayOffAndWhomItIsShutToIsToldNothingOfIt() {
        HubService.as("reminders", () -> {
            reminders.remind(new Reminding.Day(LocalDate.parse(HubRows.one("select hub.today()::text")), false));
            return null;
        });
        assertEquals(null, told("Noor Rahman"));
        HubRows.run("insert into hub.member_identity (partnership_id, id, member_id, given_names, family_name, born, statement) select partnership_id, gen_random_uuid(), id, 'Ivy', 'Marlow', '1980-01-01', 'x' from hub.member where name = 'Noor Rahman'");
        remind();
        var noor = told("Noor Rahman");
        var lena = told("Lena Fischer");
        assertTrue(lena != null && (noor == null || !noor.equals(lena)), noor + " / " + lena);
    }

    @Test
    void onlyTheHubsOwnWorkReadsWhatClocksAreWorkedOutFrom() throws SQLException {
        try (var spoc = Entered.as("spoc"); var nobody = Entered.nobody()) {
            for (var door : List.of("select * from access.applications_running()", "select * from access.application_procedures()", "select access.application_handlers(gen_random_uuid())")) {
                assertEquals("42501", spoc.refusal(door), door);
                assertEquals("42501", nobody.refusal(door), door);
            }
        }
    }
}
