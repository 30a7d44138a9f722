package org.panelhub.sharing.onward;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.junit.jupiter.api.Test;

/** What must be said to ask for onward use, and to answer. */
class OnwardFormsTest {

    @Test
    void kindRecipientAndPurposeMustBeSaid() {
        var errors = OnwardForm.EMPTY.check().errors();
        assertEquals(List.of("Say how it would be used", "Enter who would receive it", "Enter what for"), List.of(errors.of("kind"), errors.of("toWhom"), errors.of("purpose")));
        var checked = new OnwardForm("EVIDENCE", "The court", "A hearing").check();
        assertTrue(checked.errors().isEmpty());
        assertEquals(new OnwardForm.Checked(OnwardKind.EVIDENCE, "The court", "A hearing", checked.errors()), checked);
    }

    @Test
    void aNoNeedsItsReasonAndAYesNone() {
        assertEquals("Say whether it may be used further", OnwardAnswerForm.EMPTY.check().errors().of("answer"));
        assertNull(OnwardAnswerForm.EMPTY.check().errors().of("words"));
        assertEquals("Enter reason for refusing", new OnwardAnswerForm("REFUSED", "").check().errors().of("words"));
        var refused = new OnwardAnswerForm("REFUSED", "Unsafe").check();
        assertEquals(new OnwardAnswerForm.Checked(OnwardAnswer.REFUSED, "Unsafe", refused.errors()), refused);
        assertTrue(new OnwardAnswerForm("GRANTED", "").check().errors().isEmpty());
        assertTrue(new OnwardAnswerForm("GRANTED", "x".repeat(1001)).check().errors().of("words").startsWith("Conditions must be"));
    }
}
