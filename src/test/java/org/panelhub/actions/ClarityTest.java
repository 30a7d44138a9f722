package org.panelhub.actions;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class ClarityTest {

    @Test
    void aDeedSaidInFullNeedsNoAdvice() {
        assertEquals(java.util.List.of(), Clarity.wording("Fit a door camera and show how it works"));
        assertEquals(java.util.List.of(), Clarity.wording("Mention the caretaker’s hours in the letter"));
    }

    @Test
    void whatIsMissingIsNamed() {
        assertTrue(Clarity.wording("Camera").getFirst().contains("very short"));
        assertTrue(Clarity.wording("The landlord about the gate").getFirst().contains("begin with what is done"));
        assertTrue(Clarity.wording("Installation of a camera at number 4").getFirst().contains("begin with what is done"));
        assertTrue(Clarity.wording("Liaise with the school again").getFirst().contains("“liaise”"));
        assertTrue(Clarity.wording("Visit the flat; write to the landlord").getFirst().contains("several actions"));
    }
}
