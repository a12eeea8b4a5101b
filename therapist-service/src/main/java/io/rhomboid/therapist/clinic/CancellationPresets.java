package io.rhomboid.therapist.clinic;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

import io.rhomboid.contracts.clinic.ClinicPolicy;

/** The presets of {@code clinic/cancellation-presets.json}, the mildest first. */
@Component
class CancellationPresets {

    /** How rules are called that are no preset's. */
    static final String CUSTOM = "CUSTOM";

    private final List<CancellationPreset> presets;

    CancellationPresets(JsonMapper json) {
        try (var in = CancellationPresets.class.getResourceAsStream("/clinic/cancellation-presets.json")) {
            presets = json.readValue(in, new TypeReference<List<CancellationPreset>>() {});
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<CancellationPreset> all() {
        return presets;
    }

    Optional<CancellationPreset> named(String code) {
        return presets.stream().filter(preset -> preset.code().equals(code)).findFirst();
    }

    /** The code of the preset with these numbers, or {@link #CUSTOM}. */
    String codeOf(ClinicPolicy policy) {
        return presets.stream()
                .filter(preset -> preset.isThatOf(policy))
                .map(CancellationPreset::code)
                .findFirst()
                .orElse(CUSTOM);
    }

    /** All that a policy may name, with commas between. */
    String codes() {
        return presets.stream().map(CancellationPreset::code).collect(Collectors.joining(", ", "", ", " + CUSTOM));
    }
}
