package org.panelhub.sharing.outside;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.Test;

/** What must be said when something was given to a body outside the panel: warned, never refused, but reason and gateway are needed. */
class OutsideFormTest {

    private static final LocalDate TODAY = LocalDate.of(2027, 3, 1);
    private static final UUID ITEM = UUID.randomUUID();

    @Test
    void everythingMustBeSaid() {
        var checked = new OutsideForm(List.of("forged"), "", " ", null, "", "", "", "").check(TODAY);
        assertNull(checked.given());
        var errors = checked.errors();
        assertEquals(List.of("Choose what was given", "Enter body that received it", "Enter contact there", "Enter power or duty to share", "Enter reason", "Enter day on which it was given"),
                List.of(errors.of("items"), errors.of("body"), errors.of("contact"), errors.of("gateway"), errors.of("reason"), errors.of("givenOn")));
        assertEquals("Choose what was given", new OutsideForm(null, "a", "b", "c", "d", "1", "3", "2027").check(TODAY).errors().of("items"));
    }

    @Test
    void whatIsWholeIsReadAsItWasTyped() {
        var begun = OutsideForm.begun(ITEM.toString(), TODAY);
        assertEquals(List.of("1", "3", "2027"), List.of(begun.givenOn().day(), begun.givenOn().month(), begun.givenOn().year()));
        var checked = new OutsideForm(List.of(ITEM.toString()), "999", "Control room", "Common law", "Risk to life", "1", "3", "2027").check(TODAY);
        assertTrue(checked.errors().isEmpty());
        assertEquals(new OutsideForm.Given(List.of(ITEM), "999", "Control room", "Common law", "Risk to life", TODAY), checked.given());
    }

    @Test
    void itCannotHaveBeenGivenTomorrow() {
        var checked = new OutsideForm(List.of(ITEM.toString()), "999", "Control room", "Common law", "Risk to life", "2", "3", "2027").check(TODAY);
        assertEquals("Day on which it was given must not be in the future", checked.errors().of("givenOn"));
        assertNull(checked.given());
    }
}
