package org.panelhub.trigger.procedure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.panelhub.trigger.rules.TriggerRules;

import com.fasterxml.jackson.databind.ObjectMapper;

/** What comes with the hub is as an administrator could have typed it. */
class TriggerPresetsTest {

    private final TriggerPresets presets = new TriggerPresets(new ObjectMapper().findAndRegisterModules());

    @Test
    void fourAreasAndTheActAloneAreOffered() {
        assertEquals(List.of("lambeth", "westminster", "gosport", "islington", "statutory"), presets.list().stream().map(TriggerPreset::key).toList());
        assertTrue(presets.statutory().spans().isEmpty(), "the Act sets no times");
    }

    @Test
    void eachCouldHaveBeenTypedAsItStands() {
        var today = LocalDate.of(2026, 11, 2);
        for (var preset : presets.list()) {
            assertEquals(preset.rules(), TriggerArrangementForm.of(today, preset.rules(), "").read(Optional.of(today), today).rules(), preset.key());
            assertFalse(preset.about().isBlank(), preset.key());
        }
    }

    @Test
    void noneAsksForMoreThanTheActAllows() {
        for (var preset : presets.list()) {
            assertTrue(preset.rules().complaints() <= TriggerRules.MOST_COMPLAINTS, preset.key());
            assertEquals(TriggerRules.REPORT_MONTHS, preset.rules().reportMonths(), preset.key());
            assertEquals(TriggerRules.APPLY_MONTHS, preset.rules().applyMonths(), preset.key());
        }
    }

    @Test
    void whatAnApplicantReadsIsInPlainWords() {
        var rules = presets.statutory();
        assertEquals(List.of("Three reports of the behaviour are enough.", "A report counts when it was made within one month of what happened, and you ask for the review within six months of the report.",
                "With fewer reports we look at how long it has gone on, the harm it does or could do and what was done about it."), rules.thresholdWords());
        var more = new TriggerRules(1, 1, 6, java.util.Set.of(), new TriggerRules.Quota(1, 6), new TriggerRules.Quota(5, 6), true, List.of(), 2).thresholdWords();
        assertTrue(more.containsAll(List.of("One report of the behaviour is enough.", "One hate incident in six months is enough.", "Reports by 5 different people in six months are enough.",
                "A manager may say yes for a person who is at special risk.")), more.toString());
    }
}
