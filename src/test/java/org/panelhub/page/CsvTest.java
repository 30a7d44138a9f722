package org.panelhub.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;

import org.junit.jupiter.api.Test;

class CsvTest {

    @Test
    void theMarkingStandsFirstAndACellIsOneCell() {
        var lines = text(List.of("Two\nlines", "a, b", "say \"so\"", "", "plain"));
        assertTrue(lines.startsWith("\uFEFFOFFICIAL-SENSITIVE\r\n"), lines);
        assertTrue(lines.endsWith("\r\n\"Two\nlines\",\"a, b\",\"say \"\"so\"\"\",,plain\r\n"), lines);
    }

    @Test
    void whatBeginsAFormulaIsNotCarriedOut() {
        for (var typed : List.of("=1+1", "+44", "-1", "@SUM(A1)", "\t=1", "\r=1", " =cmd|' /C calc'!A0", "|x")) {
            var cell = text(List.of(typed)).lines().skip(1).findFirst().orElseThrow();
            assertTrue(cell.startsWith("'") || cell.startsWith("\"'"), typed + " becomes " + cell);
        }
        assertEquals("a=b", text(List.of("a=b")).lines().skip(1).findFirst().orElseThrow());
    }

    private static String text(List<String> cells) {
        return new String(new Csv("OFFICIAL-SENSITIVE").row(cells).bytes(), StandardCharsets.UTF_8);
    }
}
