package io.rhomboid.therapist.treatment;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.jspecify.annotations.Nullable;

import io.rhomboid.contracts.clinic.ClinicId;
import io.rhomboid.contracts.clinic.EquipmentKind;
import io.rhomboid.contracts.clinic.RoomFeature;
import io.rhomboid.contracts.treatment.Contraindication;
import io.rhomboid.contracts.treatment.ContraindicationCode;
import io.rhomboid.contracts.treatment.Treatment;
import io.rhomboid.contracts.treatment.Treatment.Pressure;
import io.rhomboid.contracts.treatment.TreatmentCode;
import io.rhomboid.therapist.http.Findings;
import io.rhomboid.therapist.http.Text;

/**
 * A treatment as somebody wants it to be.
 *
 * @param code must be there for a new one, and is never another afterwards
 * @param contraindications what speaks against this treatment; the general ones are added where they are missing and
 *     can't be changed
 * @param clinicId the only clinic that gives it; left out when every clinic may, and never another afterwards
 */
record TreatmentRequest(
        @Nullable TreatmentCode code,
        @NotNull @Text(max = 80) String name,
        @NotNull @Text(max = 500) String how,
        @NotNull @Valid PressureRange pressure,
        @NotEmpty @Size(max = 20) List<@NotNull @Text(max = 120) String> bestFor,
        @NotEmpty @Size(max = 20) List<@NotNull @Text(max = 120) String> benefits,
        @Nullable @Text(max = 500) String feelsLike,
        @NotEmpty @Size(max = 20) List<@NotNull Integer> lengthsMinutes,
        @NotNull @Size(max = 20) Set<@NotNull RoomFeature> roomNeeds,
        @NotNull @Size(max = 20) Set<@NotNull EquipmentKind> equipmentNeeds,
        @NotNull @Size(max = 100) List<@NotNull @Valid Rule> contraindications,
        @NotNull @Size(max = 20) List<@NotNull @Text(max = 200) String> sources,
        @Nullable ClinicId clinicId) {

    record PressureRange(
            @NotNull Pressure.Level from,
            @NotNull Pressure.Level to,
            @NotNull Boolean withHeat) {}

    record Rule(
            @NotNull ContraindicationCode code,
            @NotNull Contraindication.Level level,
            @NotNull @Text(max = 200) String condition,
            @NotNull @Text(max = 500) String advice,
            @NotNull @Text(max = 200) String source) {

        Contraindication toContraindication() {
            return new Contraindication(code, level, condition, advice, source);
        }
    }

    /**
     * The treatment that it will be.
     *
     * @param general what speaks against every massage
     * @throws io.rhomboid.platform.web.ProblemException naming each field that is wrong
     */
    Treatment toTreatment(List<Contraindication> general) {
        var findings = new Findings();
        if (pressure.from.compareTo(pressure.to) > 0) {
            findings.add("pressure.to", "must not be lighter than pressure.from");
        }
        checkOnce("bestFor", bestFor, findings);
        checkOnce("benefits", benefits, findings);
        checkOnce("sources", sources, findings);
        checkLengths(lengthsMinutes, findings);
        var rules = rules(general, findings);
        findings.throwIfAny();

        return new Treatment(
                name,
                how,
                new Pressure(pressure.from, pressure.to, pressure.withHeat),
                bestFor,
                benefits,
                feelsLike,
                lengthsMinutes,
                roomNeeds,
                equipmentNeeds,
                rules,
                sources,
                clinicId);
    }

    private static void checkOnce(String field, List<String> texts, Findings findings) {
        var seen = new HashSet<String>();
        for (int i = 0; i < texts.size(); i++) {
            if (!seen.add(texts.get(i))) findings.add(field + "[" + i + "]", "must be there only once");
        }
    }

    static void checkLengths(List<Integer> lengthsMinutes, Findings findings) {
        int before = 0;
        for (int i = 0; i < lengthsMinutes.size(); i++) {
            int length = lengthsMinutes.get(i);
            var at = "lengthsMinutes[" + i + "]";
            if (length < 5 || length > 240 || length % 5 != 0) {
                findings.add(at, "must be from 5 to 240 in steps of 5");
            } else if (length <= before) {
                findings.add(at, "must be longer than the one before it");
            }
            before = length;
        }
    }

    private List<Contraindication> rules(List<Contraindication> general, Findings findings) {
        var fixed = new HashMap<ContraindicationCode, Contraindication>();
        for (var rule : general) fixed.put(rule.code(), rule);

        var all = new ArrayList<>(general);
        var seen = new HashSet<ContraindicationCode>();
        for (int i = 0; i < contraindications.size(); i++) {
            var rule = contraindications.get(i).toContraindication();
            var at = "contraindications[" + i + "]";
            if (!seen.add(rule.code())) {
                findings.add(at + ".code", "must be there only once");
            } else if (!fixed.containsKey(rule.code())) {
                all.add(rule);
            } else if (!rule.equals(fixed.get(rule.code()))) {
                findings.add(at, "must stay as it is, because it holds for every treatment; it may be left out");
            }
        }
        return all;
    }
}
