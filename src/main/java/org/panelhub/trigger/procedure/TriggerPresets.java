package org.panelhub.trigger.procedure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;

import org.panelhub.trigger.rules.TriggerRules;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;

import jakarta.enterprise.context.ApplicationScoped;

/** The review procedures that come with the hub. */
@ApplicationScoped
public class TriggerPresets {

    static final String STATUTORY = "statutory";

    private final List<TriggerPreset> presets;

    TriggerPresets(ObjectMapper json) {
        try (var file = TriggerPresets.class.getResourceAsStream("/presets/community-triggers.json")) {
            this.presets = json.readValue(file, new TypeReference<List<TriggerPreset>>() {
            });
        } catch (IOException e) {
            throw new UncheckedIOException("The presets of the community trigger cannot be read", e);
        }
    }

    public List<TriggerPreset> list() {
        return presets;
    }

    public Optional<TriggerPreset> find(String key) {
        return presets.stream().filter(p -> p.key().equals(key)).findFirst();
    }

    /** What holds where an area has said nothing: the Act alone. */
    TriggerRules statutory() {
        return find(STATUTORY).orElseThrow().rules();
    }
}
