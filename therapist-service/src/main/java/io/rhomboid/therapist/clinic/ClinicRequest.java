package io.rhomboid.therapist.clinic;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

import org.jspecify.annotations.Nullable;

import io.rhomboid.contracts.Hours;
import io.rhomboid.contracts.clinic.Address;
import io.rhomboid.contracts.clinic.Clinic;
import io.rhomboid.contracts.clinic.Clinic.Amenity;
import io.rhomboid.contracts.clinic.Clinic.Closure;
import io.rhomboid.contracts.clinic.Clinic.OpeningHours;
import io.rhomboid.contracts.clinic.ClinicPolicy;
import io.rhomboid.contracts.clinic.ClinicPolicy.TreatmentBuffer;
import io.rhomboid.contracts.clinic.Coordinates;
import io.rhomboid.contracts.clinic.Equipment;
import io.rhomboid.contracts.clinic.EquipmentId;
import io.rhomboid.contracts.clinic.EquipmentKind;
import io.rhomboid.contracts.clinic.Room;
import io.rhomboid.contracts.clinic.RoomFeature;
import io.rhomboid.contracts.clinic.RoomId;
import io.rhomboid.contracts.clinic.WaitlistOrder;
import io.rhomboid.contracts.treatment.TreatmentCode;
import io.rhomboid.therapist.http.Findings;
import io.rhomboid.therapist.http.Text;

/**
 * A clinic as somebody wants it to be.
 *
 * @param zone the id of a region, for example {@code Europe/Berlin}; an offset would not know when clocks change
 * @param currency ISO 4217; can't change once the clinic is there, because its prices are in it
 * @param openingHours when the door is open; left out or empty: whenever somebody works there
 * @param closures left out: none
 * @param amenities left out: nothing is said
 */
record ClinicRequest(
        @NotNull @Text(max = 80) String name,
        @NotNull @Size(max = 60) String zone,
        @NotNull @Size(max = 6) String jurisdiction,
        @NotNull @Size(max = 3) String currency,
        @NotNull @Valid Door address,
        @NotNull @Valid Point coordinates,

        @Nullable
        @Pattern(
                regexp = "\\+[0-9](?:[ ()/-]{0,2}[0-9]){6,14}",
                message = "must be an international number, for example +49 30 5550110")
        String phone,

        @Nullable
        @Size(max = 254)
        @Pattern(
                regexp = "[^\\s@<>\"(),:;\\[\\]\\\\]{1,64}@(?:[A-Za-z0-9-]{1,63}\\.)+[A-Za-z0-9-]{2,63}",
                message = "must be an e-mail address, for example desk@clinic.example")
        String email,

        @NotNull @Size(max = 100) List<@NotNull @Valid RoomWish> rooms,
        @NotNull @Size(max = 200) List<@NotNull @Valid EquipmentWish> equipment,
        @NotNull @Valid Policy policy,
        @Nullable @Size(max = 70) List<@NotNull @Valid Opening> openingHours,
        @Nullable @Size(max = 200) List<@NotNull @Valid ClosureWish> closures,
        @Nullable @Size(max = 20) Set<@NotNull Amenity> amenities) {

    record Door(
            @NotNull @Text(max = 120) String street,
            @Nullable @Text(max = 16) String postalCode,
            @NotNull @Text(max = 80) String city,
            @Nullable @Text(max = 80) String region,
            @NotNull @Size(max = 2) String country) {}

    record Point(
            @NotNull
            @DecimalMin(value = "-90", message = "must be from -90 to 90")
            @DecimalMax(value = "90", message = "must be from -90 to 90")
            Double latitude,

            @NotNull
            @DecimalMin(value = "-180", message = "must be from -180 to 180")
            @DecimalMax(value = "180", message = "must be from -180 to 180")
            Double longitude) {}

    /** @param id of a room that is there; left out for a new one */
    record RoomWish(
            @Nullable RoomId id,
            @NotNull @Text(max = 60) String name,
            @NotNull @Size(max = 20) Set<@NotNull RoomFeature> features) {}

    /** @param id of a piece that is there; left out for a new one */
    record EquipmentWish(
            @Nullable EquipmentId id,
            @NotNull EquipmentKind kind,
            @NotNull @Text(max = 60) String name) {}

    /**
     * As {@link ClinicPolicy}, which holds the bounds. Cancelling is by a preset or by numbers of the clinic's own.
     *
     * @param cancellation a code of GET /api/v1/cancellation-presets, whose numbers then hold; CUSTOM or left out for
     *     the numbers here
     * @param freeCancellationMinutes needed without a preset
     * @param lateCancellationPercent needed without a preset
     * @param noShowPercent left out without a preset: 0
     * @param contactInsideNotice left out: no
     * @param treatmentBuffers left out: the clinic's buffers for every technique
     * @param offerMinutes left out: 30
     * @param waitlistOrder left out: who joined first
     */
    record Policy(
            @NotNull Integer startGridMinutes,
            @NotNull Integer minimumNoticeMinutes,
            @NotNull Integer horizonDays,
            @NotNull Integer bufferBeforeMinutes,
            @NotNull Integer bufferAfterMinutes,
            @Nullable @Size(max = 40) String cancellation,
            @Nullable Integer freeCancellationMinutes,
            @Nullable Integer lateCancellationPercent,
            @Nullable Integer noShowPercent,
            @Nullable Boolean contactInsideNotice,
            @Nullable @Size(max = 50) List<@NotNull @Valid BufferWish> treatmentBuffers,

            @Nullable @Min(value = 5, message = "must be from 5 to 1440")
            Integer offerMinutes,

            @Nullable WaitlistOrder waitlistOrder) {}

    /** As {@link TreatmentBuffer}, which holds the bounds. */
    record BufferWish(
            @NotNull TreatmentCode treatment,
            @NotNull Integer beforeMinutes,
            @NotNull Integer afterMinutes) {}

    /** As {@link OpeningHours}. */
    record Opening(@NotNull DayOfWeek day, @NotNull Hours hours) {

        OpeningHours toOpeningHours() {
            return new OpeningHours(day, hours);
        }
    }

    /** As {@link Closure}. */
    record ClosureWish(
            @NotNull LocalDate from,
            @NotNull LocalDate until,
            @Nullable @Text(max = 120) String reason) {

        Closure toClosure() {
            return new Closure(from, until, reason);
        }
    }

    private static final int YEARS_AROUND = 10;
    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());
    private static final java.util.regex.Pattern JURISDICTION =
            java.util.regex.Pattern.compile("([A-Z]{2})(?:-[A-Z0-9]{1,3})?");

    /**
     * The clinic that it will be, rooms and equipment without an id given a new one; its photos stay.
     *
     * @param before the clinic as it is, or null for a new one
     * @param isKnown whether the catalogue has a treatment
     * @param today closures may be some years around it
     * @throws io.rhomboid.platform.web.ProblemException naming each field that is wrong
     */
    Clinic toClinic(
            @Nullable Clinic before, CancellationPresets presets, Predicate<TreatmentCode> isKnown, LocalDate today) {
        var findings = new Findings();
        checkPlace(findings);
        checkCurrency(before, findings);
        var rooms = rooms(before == null ? List.of() : before.rooms(), findings);
        var equipment = equipment(before == null ? List.of() : before.equipment(), findings);
        checkOpeningHours(findings);
        checkClosures(today, findings);
        checkWayToAsk(findings);
        var policy = new PolicyCheck(policy(), presets, isKnown, findings).checked();
        findings.throwIfAny();

        return new Clinic(
                name,
                ZoneId.of(zone),
                jurisdiction,
                currency,
                new Address(address.street, address.postalCode, address.city, address.region, address.country),
                new Coordinates(coordinates.latitude, coordinates.longitude),
                phone,
                email,
                rooms,
                equipment,
                Objects.requireNonNull(policy),
                given(openingHours).stream().map(Opening::toOpeningHours).toList(),
                given(closures).stream().map(ClosureWish::toClosure).toList(),
                amenities == null ? Set.of() : amenities,
                before == null ? List.of() : before.photos(),
                before == null ? List.of() : before.treatmentLengths());
    }

    private static <T> List<T> given(@Nullable List<T> list) {
        return list == null ? List.of() : list;
    }

    private void checkPlace(Findings findings) {
        if (!isRegion(zone)) findings.add("zone", "must be the id of a time zone region, for example Europe/Berlin");

        var licensing = JURISDICTION.matcher(jurisdiction);
        if (!licensing.matches() || !COUNTRIES.contains(licensing.group(1))) {
            findings.add("jurisdiction", "must be ISO 3166-1, for example DE, or where states license 3166-2: US-NC");
        }
        if (!COUNTRIES.contains(address.country)) {
            findings.add("address.country", "must be a country of ISO 3166-1, for example DE");
        }
    }

    private static boolean isRegion(String zone) {
        // Also known to Java, but without rules of a place: Etc/GMT+5, SystemV/EST5, EST, GMT0.
        if (!zone.contains("/") || zone.startsWith("Etc/") || zone.startsWith("SystemV/")) return false;
        try {
            return ZoneId.getAvailableZoneIds().contains(ZoneId.of(zone).getId());
        } catch (DateTimeException _) {
            return false;
        }
    }

    private void checkCurrency(@Nullable Clinic before, Findings findings) {
        if (before != null && !before.currency().equals(currency)) {
            findings.add(
                    "currency",
                    "must stay " + before.currency() + ", because this clinic's prices are in it; for another"
                            + " currency open another clinic");
            return;
        }
        try {
            // Gold, test codes and the like have no minor unit.
            if (Currency.getInstance(currency).getDefaultFractionDigits() >= 0) return;
        } catch (IllegalArgumentException _) {
            // Told below.
        }
        findings.add("currency", "must be a currency of ISO 4217, for example EUR");
    }

    private List<Room> rooms(List<Room> before, Findings findings) {
        return pieces(
                "rooms",
                rooms,
                RoomWish::id,
                RoomWish::name,
                before.stream().map(Room::id).toList(),
                RoomId::new,
                (id, wish) -> new Room(id, wish.name, wish.features),
                findings);
    }

    private List<Equipment> equipment(List<Equipment> before, Findings findings) {
        return pieces(
                "equipment",
                equipment,
                EquipmentWish::id,
                EquipmentWish::name,
                before.stream().map(Equipment::id).toList(),
                EquipmentId::new,
                (id, wish) -> new Equipment(id, wish.kind, wish.name),
                findings);
    }

    private static <W, I, P> List<P> pieces(
            String field,
            List<W> wishes,
            Function<W, @Nullable I> idOf,
            Function<W, String> nameOf,
            List<I> known,
            Function<UUID, I> newId,
            BiFunction<I, W, P> make,
            Findings findings) {
        var ids = new HashSet<I>();
        var names = new HashSet<String>();
        var pieces = new ArrayList<P>();
        for (int i = 0; i < wishes.size(); i++) {
            var wish = wishes.get(i);
            var at = field + "[" + i + "]";
            var id = idOf.apply(wish);
            if (id != null && !known.contains(id)) {
                findings.add(at + ".id", "must be one that this clinic has, or be left out for a new one");
            } else if (id != null && !ids.add(id)) {
                findings.add(at + ".id", "must be there only once");
            }
            if (!names.add(nameOf.apply(wish).toLowerCase(Locale.ROOT))) {
                findings.add(at + ".name", "must be another than those before it");
            }
            pieces.add(make.apply(id == null ? newId.apply(UUID.randomUUID()) : id, wish));
        }
        return pieces;
    }

    private void checkOpeningHours(Findings findings) {
        var open = given(openingHours);
        for (int j = 1; j < open.size(); j++) {
            for (int i = 0; i < j; i++) {
                if (open.get(i).day == open.get(j).day && open.get(i).hours.overlaps(open.get(j).hours)) {
                    findings.add("openingHours[" + j + "].hours", "must not overlap openingHours[" + i + "].hours");
                }
            }
        }
    }

    private void checkClosures(LocalDate today, Findings findings) {
        var first = today.minusYears(YEARS_AROUND);
        var last = today.plusYears(YEARS_AROUND);
        var closed = given(closures);
        for (int i = 0; i < closed.size(); i++) {
            var closure = closed.get(i);
            var at = "closures[" + i + "]";
            if (closure.from.isBefore(first)) findings.add(at + ".from", "must not be before " + first);
            if (closure.until.isAfter(last)) findings.add(at + ".until", "must not be after " + last);
            if (closure.until.isBefore(closure.from)) {
                findings.add(at + ".until", "must be the last day, " + closure.from + " or later");
            }
        }
    }

    private void checkWayToAsk(Findings findings) {
        if (Boolean.TRUE.equals(policy.contactInsideNotice) && phone == null && email == null) {
            findings.add("phone", "or email must be there, because policy.contactInsideNotice has clients ask there");
        }
    }

    /** Makes the policy, collecting what is wrong with it. */
    private record PolicyCheck(
            Policy wish, CancellationPresets presets, Predicate<TreatmentCode> isKnown, Findings findings) {

        /** Null if anything is wrong. */
        @Nullable
        ClinicPolicy checked() {
            var buffers = buffers();
            var preset = preset();
            if (preset == null) {
                needed("freeCancellationMinutes", wish.freeCancellationMinutes);
                needed("lateCancellationPercent", wish.lateCancellationPercent);
            } else {
                onlyThat("freeCancellationMinutes", wish.freeCancellationMinutes, preset.freeMinutes(), preset);
                onlyThat("lateCancellationPercent", wish.lateCancellationPercent, preset.latePercent(), preset);
                onlyThat("noShowPercent", wish.noShowPercent, preset.noShowPercent(), preset);
            }
            if (!findings.none()) return null;

            return bounded(
                    "policy.",
                    () -> new ClinicPolicy(
                            wish.startGridMinutes,
                            wish.minimumNoticeMinutes,
                            wish.horizonDays,
                            wish.bufferBeforeMinutes,
                            wish.bufferAfterMinutes,
                            preset == null
                                    ? Objects.requireNonNull(wish.freeCancellationMinutes)
                                    : preset.freeMinutes(),
                            preset == null
                                    ? Objects.requireNonNull(wish.lateCancellationPercent)
                                    : preset.latePercent(),
                            preset == null ? Objects.requireNonNullElse(wish.noShowPercent, 0) : preset.noShowPercent(),
                            Boolean.TRUE.equals(wish.contactInsideNotice),
                            buffers,
                            Objects.requireNonNullElse(wish.offerMinutes, ClinicPolicy.USUAL_OFFER_MINUTES),
                            Objects.requireNonNullElse(wish.waitlistOrder, WaitlistOrder.FIRST_COME)));
        }

        private @Nullable CancellationPreset preset() {
            var code = wish.cancellation;
            if (code == null || code.equals(CancellationPresets.CUSTOM)) return null;
            var preset = presets.named(code).orElse(null);
            if (preset == null) findings.add("policy.cancellation", "must be one of " + presets.codes());
            return preset;
        }

        private void needed(String field, @Nullable Integer number) {
            if (number != null) return;
            findings.add("policy." + field, "must be there, unless cancellation names a preset");
        }

        private void onlyThat(String field, @Nullable Integer number, int ofPreset, CancellationPreset preset) {
            if (number == null || number == ofPreset) return;
            findings.add(
                    "policy." + field,
                    "must be left out or " + ofPreset + ", because cancellation is " + preset.code()
                            + "; for other numbers leave that out");
        }

        private List<TreatmentBuffer> buffers() {
            var seen = new HashSet<TreatmentCode>();
            var buffers = new ArrayList<TreatmentBuffer>();
            var wishes = given(wish.treatmentBuffers);
            for (int i = 0; i < wishes.size(); i++) {
                var buffer = wishes.get(i);
                var at = "policy.treatmentBuffers[" + i + "].";
                if (!seen.add(buffer.treatment)) {
                    findings.add(at + "treatment", "must be there only once");
                } else if (!isKnown.test(buffer.treatment)) {
                    findings.add(at + "treatment", "must be one of GET /api/v1/treatments");
                }
                var made = bounded(
                        at, () -> new TreatmentBuffer(buffer.treatment, buffer.beforeMinutes, buffer.afterMinutes));
                if (made != null) buffers.add(made);
            }
            return buffers;
        }

        /** What the contract says of its bounds begins with the name of the field. */
        private <T> @Nullable T bounded(String at, Supplier<T> made) {
            try {
                return made.get();
            } catch (IllegalArgumentException e) {
                var message = String.valueOf(e.getMessage());
                var space = message.indexOf(' ');
                findings.add(at + message.substring(0, space), message.substring(space + 1));
                return null;
            }
        }
    }
}
