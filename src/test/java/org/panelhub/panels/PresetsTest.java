package org.panelhub.panels;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.panelhub.time.Recurrence;

import com.fasterxml.jackson.databind.ObjectMapper;

/** What comes with the hub is as an administrator could have typed it. */
class PresetsTest {

    private final Presets presets = new Presets(new ObjectMapper().findAndRegisterModules());

    @Test
    void eachBoardOfTheFieldHasItsPreset() {
        assertEquals(List.of("VVP", "CT-MARAC", "PTG", "MARAC", "ASB OWG", "CCP", "GMAP", "PSG"), presets.list().stream().map(Preset::shortName).toList());
        assertEquals(presets.list().size(), Set.copyOf(presets.list().stream().map(Preset::key).toList()).size());
    }

    @Test
    void eachCouldHaveBeenTypedAsItStands() {
        var today = LocalDate.of(2026, 11, 2);
        for (var preset : presets.list()) {
            assertTrue(PanelForm.of(preset).validate().isEmpty(), preset.key() + ": " + PanelForm.of(preset).validate().all());
            assertEquals(preset.terms(), TermsForm.of(today, preset.terms(), "").read(today).terms(), preset.key());
            Recurrence.parse(preset.arrangement().recurrence());
            assertTrue(preset.arrangement().agendaDays() <= preset.arrangement().cutOffDays(), preset.key());
            assertFalse(preset.agencies().isEmpty() || preset.terms().outcomes().isEmpty(), preset.key());
        }
    }

    @Test
    void aBoardThatTasksEnforcementIsMarkedSoAndOneForVictimsIsNot() {
        assertEquals(List.of("PTG", "ASB OWG", "GMAP", "PSG"), presets.list().stream().filter(Preset::tasking).map(Preset::shortName).toList());
        assertEquals(List.of("VVP"), presets.list().stream().filter(p -> p.terms().gate() == Gate.HIGH).map(Preset::shortName).toList());
        assertTrue(presets.find("ptg").orElseThrow().terms().subjects().containsAll(List.of(SubjectKind.PLACE, SubjectKind.GROUP)));
    }
}
