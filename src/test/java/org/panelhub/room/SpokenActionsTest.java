package org.panelhub.room;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.panelhub.time.WorkingDays;

class SpokenActionsTest {

    /** A Friday. */
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 27);
    private static final LocalDate USUAL = LocalDate.of(2026, 12, 1);
    private static final SpokenActions.Agency POLICE = agency("Police");
    private static final SpokenActions.Agency HOUSING = agency("Council housing");
    private static final SpokenActions.Agency ADULTS = agency("Adult social care");
    private static final SpokenActions.Agency CHILDREN = agency("Children’s services");
    private static final SpokenActions.Agency SAFETY = agency("Community safety");
    private static final SpokenActions.Agency LODGE = agency("Police lodge");
    private static final SpokenActions.Person REYES = new SpokenActions.Person(UUID.randomUUID(), POLICE.id(), "Sgt Daniel Reyes");
    private static final SpokenActions.Person MARSH = new SpokenActions.Person(UUID.randomUUID(), POLICE.id(), "Supt James Marsh");
    private static final SpokenActions.Person NAIR = new SpokenActions.Person(UUID.randomUUID(), HOUSING.id(), "Priya Nair");

    private final SpokenActions spoken = new SpokenActions(List.of(POLICE, HOUSING, ADULTS, CHILDREN, SAFETY, LODGE), List.of(REYES, MARSH, NAIR), USUAL, TODAY, TODAY, new WorkingDays());

    @Test
    void agencyTaskAndDay() throws Exception {
        is(POLICE, null, "call on the neighbour", "2026-12-04", "police: call on the neighbour by fri");
        is(POLICE, null, "Call on the neighbour", "2026-12-12", "Police : Call on the neighbour, by 12 dec");
        is(HOUSING, null, "mend the door", "2026-12-11", "council h: mend the door in 2 weeks");
        is(HOUSING, null, "mend the door", "2026-11-28", "housing - mend the door by tomorrow");
        is(ADULTS, null, "assess her needs before she moves", "2026-12-07", "asc: assess her needs before she moves by 10 days");
        is(CHILDREN, null, "visit the school", "2026-12-01", "childrens: visit the school");
    }

    @Test
    void theWholeNameCountsBeforeItsBeginning() throws Exception {
        is(POLICE, null, "go", "2026-12-01", "police: go");
        is(LODGE, null, "go", "2026-12-01", "police l: go");
    }

    @Test
    void aPersonOfTheAgencyIsNamedAfterIt() throws Exception {
        is(POLICE, REYES, "call", "2026-12-01", "police reyes: call");
        is(POLICE, REYES, "call", "2026-12-01", "police, dan reyes: call");
        is(HOUSING, NAIR, "call", "2026-12-01", "council housing (priya): call");
    }

    @Test
    void wordsThatAreNoDayStayWithTheTask() throws Exception {
        is(POLICE, null, "send it by post", "2026-12-01", "police: send it by post");
        is(POLICE, null, "look in on her in December", "2026-12-01", "police: look in on her in December");
        is(POLICE, null, "send it by post", "2026-11-30", "police: send it by post by monday");
        is(POLICE, null, "meet at 10:30", "2026-12-01", "police: meet at 10:30");
        is(POLICE, null, "be there before 10 in the morning", "2026-12-04", "police: be there before 10 in the morning by fri");
    }

    @Test
    void aDayThatIsNotUnderstoodIsNeverLeftToTheTask() throws Exception {
        is(POLICE, null, "call", "2026-12-12", "police: call by the 12th");
        is(POLICE, null, "call", "2026-12-04", "police: call by friday 4 december");
        is(POLICE, null, "call", "2026-11-30", "police: call by monday morning");
        is(POLICE, null, "call", "2026-12-03", "police: call before fri 4 dec");
        for (var said : List.of("by friday next but one", "by mid december", "by the end of term", "by 12 nov", "by next spring", "by dec", "before this is over")) {
            assertTrue(refused("police: call " + said).contains("is not understood as a day"), said);
        }
    }

    @Test
    void thoseAtTheTableAreMeantBeforeAnyOther() throws Exception {
        var options = new SpokenActions.Agency(UUID.randomUUID(), "Housing options", false);
        var both = new SpokenActions(List.of(HOUSING, options), List.of(), USUAL, TODAY, TODAY, new WorkingDays());
        assertEquals(HOUSING.id(), both.read("housing: mend the door").getFirst().agencyId());
        assertEquals(options.id(), both.read("housing o: find a flat").getFirst().agencyId());
        assertTrue(refused(": do it").contains("Begin with the agency"));
    }

    @Test
    void severalLinesAreSeveralActions() throws Exception {
        var understood = spoken.read("police: one by fri\n\n- asc: two\r\nhousing nair: three by tomorrow\n");
        assertEquals(List.of("one", "two", "three"), understood.stream().map(SpokenActions.Understood::task).toList());
        assertTrue(refused("police: one\nnobody: two").startsWith("Line 2: No agency’s name begins with “nobody”"));
    }

    @Test
    void whatIsNotUnderstoodIsSaid() {
        assertTrue(refused("call on the neighbour").contains("the agency and a colon"));
        assertEquals("“co” may be Council housing or Community safety: type more of its name", refused("co: x"));
        assertTrue(refused("police smith: x").contains("Nobody of Police"));
        assertTrue(refused("police s: x").contains("several people"), "Sgt and Supt both begin with it");
        assertTrue(refused("police: ").contains("Say what Police is to do"));
        assertTrue(refused("police: call by 31 feb").contains("“31 feb” is not understood as a day"));
        assertTrue(refused("police: call by 2020-01-01").contains("cannot be before the meeting"));
        assertTrue(refused(" \n ").contains("Enter who is to do what"));
        assertTrue(refused("police: x\n".repeat(21)).contains("up to 20"));
        assertTrue(refused("police: " + "x".repeat(501)).contains("500 characters"));
        assertTrue(refused("police: " + "see her by then ".repeat(10_000)).contains("500 characters"));
    }

    private void is(SpokenActions.Agency agency, SpokenActions.Person person, String task, String due, String line) throws Exception {
        assertEquals(List.of(new SpokenActions.Understood(agency.id(), agency.name(), person == null ? null : person.id(), person == null ? null : person.name(), task, LocalDate.parse(due))), spoken.read(line), line);
    }

    private String refused(String line) {
        return assertThrows(SpokenActions.NotUnderstood.class, () -> spoken.read(line), line).getMessage();
    }

    private static SpokenActions.Agency agency(String name) {
        return new SpokenActions.Agency(UUID.randomUUID(), name, true);
    }
}
