package org.panelhub.trigger.apply;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.panelhub.trigger.apply.Resident.HERE;
import static org.panelhub.trigger.apply.Resident.REFERENCE;
import static org.panelhub.trigger.apply.Resident.first;

import java.time.LocalDate;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.panelhub.page.Dates;
import org.panelhub.support.HubRows;
import org.panelhub.support.ReadingAge;
import org.panelhub.time.WorkingDays;

import io.quarkus.test.junit.QuarkusTest;

/** An applicant reads what happens next and by when, by the procedure in force on the day on which the form came. */
@QuarkusTest
class WhatComesNextTest {

    private static final WorkingDays WORKING_DAYS = new WorkingDays();

    private final Resident applicant = new Resident();
    private LocalDate today;
    private String reference;

    @BeforeEach
    void applied() {
        Resident.leaveNothing();
        today = LocalDate.parse(HubRows.one("select hub.today()"));
        arranged("daterange(hub.today() - 90, hub.today() + 1)", 5, 28);
        arranged("daterange(hub.today() + 1, null)", 1, 2);
        reference = first(REFERENCE, applicant.browser.follow(applicant.sent(applicant.filledIn())).text());
    }

    @AfterEach
    void leaveNothing() {
        HubRows.clock("interval '0'");
        Resident.leaveNothing();
    }

    @Test
    void aFormThatHasJustComeSaysUntilWhenItIsAnsweredAndALaterProcedureChangesNothing() {
        var contact = worked(today, 5);
        assertTrue(next().contains("We will write to you or call you by " + Dates.full(contact) + " to say that we have your form."), next());
        assertTrue(next().contains("We will tell you by " + Dates.full(worked(today, 20)) + " if there will be a review."), next());
        HubRows.clock("interval '2 days'");
        assertTrue(next().contains(Dates.full(contact)), "judged by the day of receipt");
        assertTrue(ReadingAge.of(applicant.browser.page(HERE + "/my-form")).age() <= 11);
    }

    @Test
    void whatIsLateSaysSoAndWhomToCall() {
        HubRows.run("update hub.trigger set received_on = received_on - 60 where reference = ?", reference);
        var due = worked(today.minusDays(60), 5);
        assertTrue(next().contains("We should have written to you or called you by " + Dates.full(due) + ". We are late, and we are sorry. Call us on "), next());
        happened("PAUSED", 0, "Waits for the landlord of 4 Quarry Steps");
        assertTrue(next().contains("We have stopped work on your form for now.") && next().contains("We are late"), next());
        assertFalse(next().contains("Quarry Steps"), "why is for those who work on it");
    }

    @Test
    void whileTheClocksStandStillNoDayIsPromised() {
        happened("PAUSED", 0, "The applicant is away");
        assertTrue(next().contains("We will write to you or call you to say that we have your form."), next());
    }

    @Test
    void whoWasRefusedReadsHowToAppealAndUntilTheLastMinuteOfWhichDay() {
        happened("ACKNOWLEDGED", 0, "");
        happened("NOT_MET", 0, "");
        HubRows.run("update hub.trigger set state = 'NOT_MET' where reference = ?", reference);
        assertTrue(next().contains("if there will be a review."), next());
        assertFalse(applicant.browser.page(HERE + "/my-form").text().contains("cannot look at it again"), "nobody has told the applicant yet, nor why");
        assertFalse(next().contains("23:59"), "the time to appeal begins when the applicant is told");
        happened("DECISION_TOLD", 0, "");
        var last = WORKING_DAYS.onOrAfter(today.plusDays(28));
        assertTrue(next().contains("If you do not agree, you can ask us to check our answer. You must ask by 23:59 on " + Dates.full(last) + "."), next());
        assertFalse(next().contains("review"), next());
        HubRows.clock("interval '" + (last.toEpochDay() - today.toEpochDay()) + " days'");
        assertTrue(next().contains("You must ask by 23:59"), "the last day");
        HubRows.clock("interval '" + (last.toEpochDay() - today.toEpochDay() + 1) + " days'");
        assertTrue(next().contains("The last day to ask us to check our answer was " + Dates.full(last)), next());
    }

    @Test
    void whereTheProcedureGivesNoDayNoneIsSaid() {
        HubRows.run("delete from hub.trigger_arrangement");
        assertTrue(next().contains("We will tell you if there will be a review."), next());
        happened("MET", 0, "");
        happened("DECISION_TOLD", 0, "");
        HubRows.run("update hub.trigger set state = 'MET' where reference = ?", reference);
        assertTrue(next().contains("The people who review it will meet. We do not know the day yet."), next());
    }

    @Test
    void whatWasTakenBackHasNothingAhead() {
        applicant.browser.done(HERE + "/my-form/withdraw", HERE + "/my-form/withdraw", "why", "");
        assertEquals("", next());
    }

    private String next() {
        var list = applicant.browser.page(HERE + "/my-form").select("h2:contains(What happens next) ~ *").stream().takeWhile(e -> !e.is("h2")).toList();
        return String.join(" ", list.stream().map(e -> e.text()).toList());
    }

    private static LocalDate worked(LocalDate from, int days) {
        var day = from;
        for (int n = 0; n < days; n++) {
            day = WORKING_DAYS.onOrAfter(day.plusDays(1));
        }
        return day;
    }

    private void happened(String kind, int ago, String note) {
        HubRows.run("insert into hub.trigger_event (partnership_id, id, trigger_id, panel_id, kind, on_day, note) select partnership_id, gen_random_uuid(), id, panel_id, ?, hub.today() - ?, ? from hub.trigger where reference = ?",
                kind, ago, note, reference);
    }

    private static void arranged(String during, int days, int appeal) {
        HubRows.run("""
                insert into hub.trigger_arrangement (partnership_id, id, during, complaints, report_months, apply_months, weighed, discretion, spans, amber_days)
                select partnership_id, gen_random_uuid(), %s, 3, 1, 6, '{}', true, cast(? as jsonb), 2 from hub.trigger_scheme where area = 'riverside'""".formatted(during), """
                [{"stage": "ACKNOWLEDGEMENT", "days": %d, "unit": "WORKING_DAYS", "from": "RECEIPT"}, {"stage": "DECISION", "days": 20, "unit": "WORKING_DAYS", "from": "RECEIPT"},
                 {"stage": "APPEAL", "days": %d, "unit": "CALENDAR_DAYS", "from": "LETTER"}]""".formatted(days, appeal));
    }
}
