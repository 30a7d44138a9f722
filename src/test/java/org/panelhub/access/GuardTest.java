package org.panelhub.access;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.junit.jupiter.api.Test;

/** What the guard makes of what it reads in the catalogue. */
class GuardTest {

    private static final String POLICY = "policy hub.item visible permissive select to hub_app 0";
    private static final String CLOCK = "function hub.clock_offset() invoker 0";
    private static final String MOVED = "function hub.clock_offset() invoker 1";

    @Test
    void nothingDiffersWhereTheSameStands() {
        assertEquals(List.of(), Manifest.differences(List.of(POLICY, CLOCK), List.of(CLOCK, POLICY), false));
        assertDoesNotThrow(() -> Guard.requireNoDifference(List.of()));
    }

    @Test
    void whatIsMissingAndWhatIsTooMuchAreBothNamed() {
        assertEquals(List.of("- " + POLICY), Manifest.differences(List.of(POLICY, CLOCK), List.of(CLOCK), false));
        assertEquals(List.of("+ " + POLICY), Manifest.differences(List.of(CLOCK), List.of(POLICY, CLOCK), false));
    }

    @Test
    void onlyWhereItMayMoveIsTheClockLeftOut() {
        assertEquals(List.of("- " + CLOCK, "+ " + MOVED), Manifest.differences(List.of(CLOCK), List.of(MOVED), false));
        assertEquals(List.of(), Manifest.differences(List.of(CLOCK), List.of(MOVED), true));
        assertEquals(List.of("- " + POLICY), Manifest.differences(List.of(POLICY), List.of(), true), "nothing else is");
        assertEquals(List.of("+ " + POLICY), Manifest.differences(List.of(), List.of(POLICY), true));
    }

    @Test
    void theManifestOfThisBuildIsReadWithoutBlankLines() {
        assertTrue(Manifest.checkedIn().size() > 100);
        assertTrue(Manifest.checkedIn().stream().noneMatch(String::isBlank));
    }

    @Test
    void theFirstFiveDifferencesAreToldWithTheirNumber() {
        var broken = assertThrows(Guard.RuleBroken.class, () -> Guard.requireNoDifference(List.of("a1", "a2", "a3", "a4", "a5", "a6")));
        assertTrue(broken.getMessage().contains("6 differences, the first: a1; a2; a3; a4; a5"), broken.getMessage());
        assertFalse(broken.getMessage().contains("a6"));
        assertTrue(assertThrows(Guard.RuleBroken.class, () -> Guard.requireNoDifference(List.of("a1"))).getMessage().contains("1 differences, the first: a1"));
    }

    @Test
    void aRoleThatIsBoundHasNoFault() {
        var bound = new Guard.ServingRole("hub_app", false, false, false, false, false);
        assertEquals(List.of(), bound.faults());
        assertDoesNotThrow(bound::requireBound);
    }

    @Test
    void eachWayRoundTheRuleIsAFaultOfItsOwn() {
        assertEquals(List.of("is a superuser"), new Guard.ServingRole("x", true, false, false, false, false).faults());
        assertEquals(List.of("bypasses row security"), new Guard.ServingRole("x", false, true, false, false, false).faults());
        assertEquals(List.of("owns tables of the hub, or is a member of their owner"), new Guard.ServingRole("x", false, false, true, false, false).faults());
        assertEquals(List.of("may take on a role that is a superuser or bypasses row security"), new Guard.ServingRole("x", false, false, false, true, false).faults());
        assertEquals(List.of("may make tables, views or functions of its own in the hub's schemas"), new Guard.ServingRole("x", false, false, false, false, true).faults());
        var broken = assertThrows(Guard.RuleBroken.class, () -> new Guard.ServingRole("postgres", true, true, false, false, false).requireBound());
        assertTrue(broken.getMessage().startsWith("The database role postgres is a superuser and bypasses row security, so"), broken.getMessage());
    }
}
