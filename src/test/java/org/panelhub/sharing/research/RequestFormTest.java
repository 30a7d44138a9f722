package org.panelhub.sharing.research;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.Test;

/** What must be said to ask agencies what they know. */
class RequestFormTest {

    private static final LocalDate TODAY = LocalDate.of(2027, 3, 1);
    private static final UUID AGENCY = UUID.randomUUID();

    @Test
    void agenciesQuestionAndDayMustBeSaid() {
        var checked = new RequestForm(null, " ", "", "", "").check(TODAY);
        assertNull(checked.due());
        assertEquals(List.of("Choose at least one agency", "Enter what is asked", "Enter day of the answer"),
                List.of(checked.errors().of("agencies"), checked.errors().of("question"), checked.errors().of("due")));
    }

    @Test
    void anAgencyIsAskedOnceAndWhatWasForgedIsDropped() {
        assertEquals(List.of(AGENCY), new RequestForm(List.of(AGENCY.toString(), "forged", AGENCY.toString()), "?", "1", "3", "2027").agencyIds());
        assertEquals("Choose at least one agency", new RequestForm(List.of("forged"), "?", "1", "3", "2027").check(TODAY).errors().of("agencies"));
    }

    @Test
    void anAnswerMayBeAskedForTodayButNotYesterday() {
        var today = new RequestForm(List.of(AGENCY.toString()), "What?", "1", "3", "2027").check(TODAY);
        assertTrue(today.errors().isEmpty());
        assertEquals(List.of("What?", TODAY), List.of(today.question(), today.due()));
        var yesterday = new RequestForm(List.of(AGENCY.toString()), "What?", "28", "2", "2027").check(TODAY);
        assertEquals("Day of the answer must not be in the past", yesterday.errors().of("due"));
        assertNull(yesterday.due());
    }

    @Test
    void whatIsOfferedAsksTheUsualQuestion() {
        var offered = RequestForm.offered(TODAY);
        assertEquals(RequestForm.OFFERED, offered.question());
        assertEquals(List.of("1", "3", "2027"), List.of(offered.due().day(), offered.due().month(), offered.due().year()));
        assertEquals(List.of(), offered.agencyIds());
    }
}
