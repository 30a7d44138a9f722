package org.panelhub.protocols.lapses;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.panelhub.access.HubService;
import org.panelhub.notify.Reminding;
import org.panelhub.support.HubRows;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;

/** Reminders of what lapses, as they lie in the outbox. */
@QuarkusTest
class LapseRemindersTest {

    private static final String REYES = "(select id from hub.member where name = 'Sgt Daniel Reyes')";
    private static final String RIVERSIDE = "(select id from hub.partnership where reference_prefix = 'RV')";
    private static final String THIRD = "edition = 3 and name = 'Information sharing protocol' and partnership_id = " + RIVERSIDE;

    private static final String ABOUT = "o.once_key like 'reminders lapse ' || ? || ' %' and o.partnership_id = " + RIVERSIDE;

    @Inject
    LapseReminders reminders;

    /** Whoever was reminded of something else today would be told with the next mail. */
    @BeforeEach
    void nobodyWasRemindedYet() {
        HubRows.run("delete from hub.outbox where template = 'reminder'");
    }

    @AfterEach
    void undo() {
        HubRows.run("delete from hub.outbox where template = 'reminder'");
        HubRows.run("delete from hub.lapse_reminder");
        HubRows.run("update hub.protocol set review_by = hub.today() + 65, in_force = daterange(hub.today() - 300, hub.today() + 430) where " + THIRD);
        HubRows.run("update hub.undertaking set during = daterange(hub.today() - 90, hub.today() + 275) where member_id = " + REYES);
        HubRows.run("update hub.signature set withdrawn_on = null, withdrawn_reason = null where protocol_id in (select id from hub.protocol where " + THIRD + ")");
    }

    @Test
    void aReviewIsToldAtEachOfItsDaysOnceAndOnceMoreWhenItIsOverdue() {
        reviewIn(91);
        assertEquals(List.of(), told("REVIEW"));
        reviewIn(90);
        assertEquals(List.of("admin", "mentalhealth", "police"), told("REVIEW"), "administrators, and officers with an account");
        assertEquals(List.of("admin", "mentalhealth", "police"), told("REVIEW"), "a second run tells nobody twice");
        assertTrue(body("REVIEW").contains("is to be reviewed by") && !body("REVIEW").contains("is overdue"));
        HubRows.run("delete from hub.outbox where template = 'reminder'");
        reviewIn(6);
        assertEquals(3, told("REVIEW").size(), "a day on which nothing ran is made up for");
        HubRows.run("delete from hub.outbox where template = 'reminder'");
        reviewIn(-1);
        assertEquals(List.of("admin", "mentalhealth", "police"), told("REVIEW"));
        assertTrue(body("REVIEW").contains("is overdue"));
    }

    @Test
    void anUndertakingIsToldToItsMemberAloneAlsoOnItsLastDay() {
        undertakenFor(31);
        assertEquals(List.of(), told("UNDERTAKING"));
        undertakenFor(30);
        assertEquals(List.of("police"), told("UNDERTAKING"));
        HubRows.run("delete from hub.outbox where template = 'reminder'");
        undertakenFor(0);
        assertEquals(List.of("police"), told("UNDERTAKING"));
        var body = body("UNDERTAKING");
        assertTrue(body.contains("{hub}/undertakings/"), body);
        assertFalse(body.contains("Reyes"), body);
        HubRows.run("delete from hub.outbox where template = 'reminder'");
        undertakenFor(-1);
        assertEquals(List.of(), told("UNDERTAKING"), "what has lapsed waits on the first page");
    }

    @Test
    void whoSitsOnTwoPanelsIsToldOfEachByItsName() {
        undertakenFor(30, "VVP");
        assertEquals(List.of("police"), told("UNDERTAKING"));
        assertTrue(body("UNDERTAKING").contains(": Vulnerable Victims Panel.") && !body("UNDERTAKING").contains("ASB Case Review board"), body("UNDERTAKING"));
        undertakenFor(30, "CT-MARAC");
        assertEquals(List.of("police", "police"), told("UNDERTAKING"));
        assertTrue(body("UNDERTAKING").contains(": Vulnerable Victims Panel.") && body("UNDERTAKING").contains(": ASB Case Review board."), body("UNDERTAKING"));
    }

    @Test
    void whoHasSignedAgainIsNotReminded() {
        undertakenFor(3);
        HubRows.run("insert into hub.undertaking (partnership_id, id, member_id, panel_id, text_signed, during) select partnership_id, gen_random_uuid(), member_id, panel_id, text_signed, daterange(hub.today(), hub.today() + 365) from hub.undertaking where member_id = " + REYES);
        try {
            assertEquals(List.of(), told("UNDERTAKING"));
        } finally {
            HubRows.run("delete from hub.undertaking where lower(during) = hub.today() and member_id = " + REYES);
        }
    }

    @Test
    void anEditionThatEndsWithNothingAfterItIsTold() {
        HubRows.run("update hub.protocol set in_force = daterange(lower(in_force), hub.today() + 31) where " + THIRD);
        assertEquals(List.of("admin", "mentalhealth", "police"), told("PROTOCOL"));
        assertTrue(body("PROTOCOL").contains("No edition follows it"));
    }

    @Test
    void aSignatureThatIsWithdrawnFromADayToComeIsToldToItsOwnOfficer() {
        HubRows.run("update hub.signature set withdrawn_on = hub.today() + 8, withdrawn_reason = 'x' where signatory_id = (select id from hub.signatory where name = 'Riverside Police')");
        assertEquals(List.of("admin", "police"), told("SIGNATURE"));
    }

    @Test
    void thePartnershipsOwnDaysCount() {
        HubRows.run("insert into hub.lapse_reminder (partnership_id, id, about, days) select id, gen_random_uuid(), 'UNDERTAKING', array[200] from hub.partnership where reference_prefix = 'RV'");
        undertakenFor(200);
        assertEquals(List.of("police"), told("UNDERTAKING"));
    }

    @Test
    void whereNoAdministratorAndNoOfficerHasAnAccountTheCoordinatorsAndChairsOfThePanelsAreTold() {
        var office = "role = 'ADMINISTRATOR' and partnership_id = " + RIVERSIDE;
        var offices = HubRows.one("select jsonb_agg(o)::text from hub.office o where " + office);
        var officers = HubRows.one("select jsonb_agg(jsonb_build_object('id', id, 'd', designated_member_id, 'e', deputy_member_id))::text from hub.signature where partnership_id = " + RIVERSIDE);
        HubRows.run("update hub.office set during = daterange(lower(during), hub.today()) where " + office);
        HubRows.run("update hub.signature set designated_member_id = null, deputy_member_id = null where partnership_id = " + RIVERSIDE);
        try {
            reviewIn(6);
            assertEquals(List.of("chair", "coordinator"), told("REVIEW"));
        } finally {
            HubRows.run("update hub.office o set during = k.during from jsonb_to_recordset(?::jsonb) k (id uuid, during daterange) where k.id = o.id", offices);
            HubRows.run("update hub.signature g set designated_member_id = k.d, deputy_member_id = k.e from jsonb_to_recordset(?::jsonb) k (id uuid, d uuid, e uuid) where k.id = g.id", officers);
        }
    }

    private static void reviewIn(int days) {
        HubRows.run("update hub.protocol set review_by = hub.today() + " + days + " where " + THIRD);
    }

    private static void undertakenFor(int days) {
        undertakenFor(days, "VVP");
    }

    private static void undertakenFor(int days, String panel) {
        HubRows.run("update hub.undertaking set during = daterange(hub.today() - 300, hub.today() + " + (days + 1) + ") where member_id = " + REYES + " and panel_id in (select id from hub.panel where short_name = '" + panel + "')");
    }

    /** By what it is about: the subject of a mail is another one once it is sent together with what else waits. */
    private List<String> told(String about) {
        HubService.as("reminders", () -> {
            reminders.remind(new Reminding.Day(LocalDate.parse(HubRows.one("select hub.today()")), true));
            return null;
        });
        return HubRows.all("select c.email from hub.outbox o join hub.member_contact c on c.member_id = o.to_member where " + ABOUT + " order by 1", about).stream()
                .map(a -> a.replaceFirst("@.*", "")).toList();
    }

    /** All that the mails say, as what goes together stands in one of them. */
    private static String body(String about) {
        return HubRows.one("select string_agg(t.body, ' ') from hub.outbox t where t.template = 'reminder' and t.to_member in (select o.to_member from hub.outbox o where " + ABOUT + ")", about);
    }
}
