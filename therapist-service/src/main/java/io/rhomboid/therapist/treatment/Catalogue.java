package io.rhomboid.therapist.treatment;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

import io.rhomboid.contracts.clinic.EquipmentKind;
import io.rhomboid.contracts.clinic.RoomFeature;
import io.rhomboid.contracts.treatment.Contraindication;
import io.rhomboid.contracts.treatment.ContraindicationCode;
import io.rhomboid.contracts.treatment.Treatment;
import io.rhomboid.contracts.treatment.Treatment.Pressure;
import io.rhomboid.contracts.treatment.TreatmentCode;

/**
 * What the service knows before anybody told it: the files under {@code /catalogue}, with their sources.
 *
 * @param treatments each with its own contraindications and the general ones
 * @param general what speaks against every massage
 * @param rulesVersion rises with every change of what speaks against a massage
 */
public record Catalogue(Map<TreatmentCode, Treatment> treatments, List<Contraindication> general, int rulesVersion) {

    private record TreatmentsFile(String about, List<Entry> treatments) {}

    private record Entry(
            TreatmentCode code,
            String name,
            String how,
            Pressure pressure,
            List<String> bestFor,
            List<String> benefits,
            @Nullable String feelsLike,
            List<Length> lengths,
            Set<RoomFeature> roomNeeds,
            Set<EquipmentKind> equipmentNeeds,
            List<String> sources) {}

    /** @param source an article, or {@code house} where none says so */
    private record Length(int minutes, String source) {}

    private record ContraindicationsFile(
            String about, int version, List<Contraindication> general, List<Special> only) {}

    private record Special(
            Set<TreatmentCode> treatments,
            ContraindicationCode code,
            Contraindication.Level level,
            String condition,
            String advice,
            String source) {

        Contraindication rule() {
            return new Contraindication(code, level, condition, advice, source);
        }
    }

    public static Catalogue load(JsonMapper json) {
        var described = read(json, "treatments.json", TreatmentsFile.class).treatments();
        var rules = read(json, "contraindications.json", ContraindicationsFile.class);

        var treatments = new LinkedHashMap<TreatmentCode, Treatment>();
        for (var entry : described) treatments.put(entry.code, treatment(entry, rules));
        return new Catalogue(treatments, rules.general(), rules.version());
    }

    private static Treatment treatment(Entry entry, ContraindicationsFile rules) {
        var contraindications = new ArrayList<>(rules.general());
        for (var special : rules.only()) {
            if (special.treatments.contains(entry.code)) contraindications.add(special.rule());
        }
        return new Treatment(
                entry.name,
                entry.how,
                entry.pressure,
                entry.bestFor,
                entry.benefits,
                entry.feelsLike,
                entry.lengths.stream().map(Length::minutes).toList(),
                entry.roomNeeds,
                entry.equipmentNeeds,
                contraindications,
                entry.sources);
    }

    private static <T> T read(JsonMapper json, String file, Class<T> type) {
        try (var in = Catalogue.class.getResourceAsStream("/catalogue/" + file)) {
            if (in == null) throw new IllegalStateException("/catalogue/" + file + " is missing in the jar");
            return json.readValue(in, type);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
