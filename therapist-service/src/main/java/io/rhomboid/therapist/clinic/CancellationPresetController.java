package io.rhomboid.therapist.clinic;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import io.rhomboid.platform.identity.Allowed;

import static io.rhomboid.platform.identity.Who.ANYONE;

/** What a clinic may choose from when it says what cancelling costs. */
@Allowed(ANYONE)
@RestController
@RequestMapping("/api/v1/cancellation-presets")
class CancellationPresetController {

    private final CancellationPresets presets;

    CancellationPresetController(CancellationPresets presets) {
        this.presets = presets;
    }

    record PresetList(List<PresetView> presets) {}

    /** @param terms what the numbers mean for a client, in a sentence */
    record PresetView(@JsonUnwrapped CancellationPreset preset, String terms) {

        static PresetView of(CancellationPreset preset) {
            return new PresetView(
                    preset, CancellationTerms.of(preset.freeMinutes(), preset.latePercent(), preset.noShowPercent()));
        }
    }

    /** All presets, the mildest first, each with its numbers, the sentence for clients and advice for the clinic. */
    @GetMapping
    PresetList list() {
        return new PresetList(presets.all().stream().map(PresetView::of).toList());
    }
}
