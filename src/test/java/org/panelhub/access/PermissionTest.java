package org.panelhub.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.panelhub.identity.Role;
import org.panelhub.identity.Viewer;

/** When a permission is held: by an office everywhere, by a seat with standing on its panel, by a place on the case it is named on. */
class PermissionTest {

    private static final UUID PANEL = UUID.randomUUID();
    private static final UUID OTHER_PANEL = UUID.randomUUID();
    private static final UUID CASE = UUID.randomUUID();
    private static final UUID OTHER_CASE = UUID.randomUUID();

    @Test
    void whatEveryMemberMayIsHeldByEveryMember() {
        assertTrue(Permission.REFER.heldBy(viewer()));
        assertTrue(Permission.REFER.heldBy(viewer(), PANEL));
        assertFalse(Permission.SCHEDULE.heldBy(viewer()));
        assertFalse(Permission.SCHEDULE.heldBy(viewer(), PANEL));
    }

    @Test
    void anOfficeHoldsOnEveryPanel() {
        assertTrue(Permission.SET_UP.heldBy(officer(Role.ADMINISTRATOR)));
        assertTrue(Permission.SET_UP.heldBy(officer(Role.ADMINISTRATOR), PANEL));
        assertFalse(Permission.SET_UP.heldBy(officer(Role.INFORMATION_LEAD)));
        assertFalse(Permission.SET_UP.heldBy(officer(Role.INFORMATION_LEAD), PANEL));
    }

    @Test
    void aSeatHoldsOnItsOwnPanelOnly() {
        var seated = seated(Role.COORDINATOR, true, true);
        assertTrue(Permission.SCHEDULE.heldBy(seated));
        assertTrue(Permission.SCHEDULE.heldBy(seated, PANEL));
        assertFalse(Permission.SCHEDULE.heldBy(seated, OTHER_PANEL));
        assertFalse(Permission.SEAL_CASE.heldBy(seated, PANEL), "another role's");
    }

    @Test
    void aSeatWithoutStandingHoldsNothing() {
        for (var seated : List.of(seated(Role.COORDINATOR, false, true), seated(Role.COORDINATOR, true, false))) {
            assertFalse(Permission.SCHEDULE.heldBy(seated));
            assertFalse(Permission.SCHEDULE.heldBy(seated, PANEL));
            assertFalse(Permission.SCHEDULE.heldBy(seated, PANEL, CASE));
        }
    }

    @Test
    void aPlaceOnTheTeamHoldsOnThatCaseOnly() {
        var named = new Viewer(UUID.randomUUID(), "Asha", UUID.randomUUID(), "P", UUID.randomUUID(), "A", UUID.randomUUID(), OffsetDateTime.now(), LocalDate.now(), Set.of(), List.of(),
                List.of(new Viewer.TeamPlace(CASE, PANEL, Role.CASE_MANAGER)));
        assertTrue(Permission.WRITE_PLAN.heldBy(named, PANEL, CASE));
        assertFalse(Permission.WRITE_PLAN.heldBy(named, PANEL, OTHER_CASE));
        assertFalse(Permission.WRITE_PLAN.heldBy(named, PANEL), "not on the panel");
        assertFalse(Permission.SCHEDULE.heldBy(named, PANEL, CASE), "another role's");
    }

    @Test
    void onACaseASeatOnItsPanelHoldsToo() {
        assertTrue(Permission.WRITE_PLAN.heldBy(seated(Role.COORDINATOR, true, true), PANEL, CASE));
        assertFalse(Permission.WRITE_PLAN.heldBy(seated(Role.COORDINATOR, true, true), OTHER_PANEL, CASE));
    }

    @Test
    void whatIsOnesOwnIsWithdrawnBySeatHoldersAlsoWithoutStanding() {
        var unsigned = seated(Role.REPRESENTATIVE, false, false);
        assertFalse(Permission.RELEASE_INFORMATION.heldBy(unsigned, PANEL, CASE));
        assertTrue(Permission.RELEASE_INFORMATION.heldForOwnBy(unsigned, PANEL, CASE));
        assertFalse(Permission.RELEASE_INFORMATION.heldForOwnBy(unsigned, OTHER_PANEL, CASE), "no seat there");
        assertFalse(Permission.RELEASE_INFORMATION.heldForOwnBy(seated(Role.RESEARCHER, false, false), PANEL, CASE), "not a releasing role");
        assertTrue(Permission.RELEASE_INFORMATION.heldForOwnBy(seated(Role.REPRESENTATIVE, true, true), PANEL, CASE));
    }

    @Test
    void aRefusalNamesWhatWasRefused() {
        var refused = new Forbidden(Permission.SEAL_CASE);
        assertEquals(Permission.SEAL_CASE, refused.permission());
        assertEquals("None of your roles may seal a case", refused.getMessage());
        var absent = new NotFound("case", CASE);
        assertEquals(List.of("Not found", "case", CASE.toString()), List.of(absent.getMessage(), absent.kind(), absent.asked()), "what was asked for is for the record only");
        assertEquals(CASE, NotFound.id("case", CASE.toString()));
        assertEquals("' or 1=1", assertThrows(NotFound.class, () -> NotFound.id("case", "' or 1=1")).asked());
    }

    private static Viewer viewer() {
        return with(Set.of(), List.of());
    }

    private static Viewer officer(Role office) {
        return with(Set.of(office), List.of());
    }

    private static Viewer seated(Role role, boolean signed, boolean undertaken) {
        return with(Set.of(), List.of(new Viewer.Place(PANEL, "VVP", role, signed, undertaken)));
    }

    private static Viewer with(Set<Role> offices, List<Viewer.Place> seats) {
        return new Viewer(UUID.randomUUID(), "Asha", UUID.randomUUID(), "P", UUID.randomUUID(), "A", UUID.randomUUID(), OffsetDateTime.now(), LocalDate.now(), offices, seats, List.of());
    }
}
