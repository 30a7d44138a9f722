package org.panelhub.panels;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;

import jakarta.enterprise.context.ApplicationScoped;

/** The presets that come with the hub. */
@ApplicationScoped
public class Presets {

    private final List<Preset> presets;

    Presets(ObjectMapper json) {
        try (var file = Presets.class.getResourceAsStream("/presets/panels.json")) {
            this.presets = json.readValue(file, new TypeReference<List<Preset>>() {
            });
        } catch (IOException e) {
            throw new UncheckedIOException("The presets of panels cannot be read", e);
        }
    }

    public List<Preset> list() {
        return presets;
    }

    /** The figures of another area's panel of this kind, or of any panel where no area's is known; when it meets is nobody's to assume. */
    ArrangementFigures usual(PanelKind kind) {
        return presets.stream().filter(p -> p.kind() == kind && kind != PanelKind.OTHER).findFirst().orElseGet(presets::getFirst).arrangement().figures().unscheduled();
    }

    /** The terms of another area's panel of this kind, or of any panel where no area's is known. */
    TermsOfReference usualTerms(PanelKind kind) {
        return presets.stream().filter(p -> p.kind() == kind && kind != PanelKind.OTHER).findFirst().map(Preset::terms).orElse(TermsOfReference.ANY);
    }

    public Optional<Preset> find(String key) {
        return presets.stream().filter(p -> p.key().equals(key)).findFirst();
    }
}
