package org.panelhub.people;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class NamesTest {

    @Test
    void accentsCaseAndPunctuationDoNotTellTwoNamesApart() {
        assertEquals("oneill jose", Names.folded("José", "O’Neill"));
        assertEquals(Names.folded("ANNE-MARIE", " Müller "), Names.folded("Anne Marie", "Muller"));
        assertEquals("soren lukasz", Names.folded("Søren  Łukasz", ""));
    }

    @Test
    void aNameInAnotherScriptStaysWhatItIs() {
        assertEquals("иванова мария", Names.folded("Мария", "Иванова"));
    }

    @Test
    void nothingFoldsToNothing() {
        assertEquals("", Names.folded(null));
        assertEquals("", Names.folded(" - ", ""));
    }
}
