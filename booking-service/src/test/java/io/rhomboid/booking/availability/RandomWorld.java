package io.rhomboid.booking.availability;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import io.rhomboid.contracts.Hours;
import io.rhomboid.contracts.Money;
import io.rhomboid.contracts.booking.BookingId;
import io.rhomboid.contracts.clinic.Address;
import io.rhomboid.contracts.clinic.Clinic;
import io.rhomboid.contracts.clinic.Clinic.Closure;
import io.rhomboid.contracts.clinic.Clinic.OpeningHours;
import io.rhomboid.contracts.clinic.ClinicId;
import io.rhomboid.contracts.clinic.ClinicPolicy;
import io.rhomboid.contracts.clinic.ClinicPolicy.TreatmentBuffer;
import io.rhomboid.contracts.clinic.Coordinates;
import io.rhomboid.contracts.clinic.Equipment;
import io.rhomboid.contracts.clinic.EquipmentId;
import io.rhomboid.contracts.clinic.EquipmentKind;
import io.rhomboid.contracts.clinic.Room;
import io.rhomboid.contracts.clinic.RoomFeature;
import io.rhomboid.contracts.clinic.RoomId;
import io.rhomboid.contracts.therapist.DiaryRules;
import io.rhomboid.contracts.therapist.Licence;
import io.rhomboid.contracts.therapist.LicenceId;
import io.rhomboid.contracts.therapist.Offer;
import io.rhomboid.contracts.therapist.Rota;
import io.rhomboid.contracts.therapist.Rota.DateOverride;
import io.rhomboid.contracts.therapist.Rota.TimeOff;
import io.rhomboid.contracts.therapist.Rota.WeeklyHours;
import io.rhomboid.contracts.therapist.Specialization;
import io.rhomboid.contracts.therapist.Therapist;
import io.rhomboid.contracts.therapist.TherapistId;
import io.rhomboid.contracts.therapist.TimeOffId;
import io.rhomboid.contracts.treatment.Treatment;
import io.rhomboid.contracts.treatment.TreatmentCode;

/** A small chain of clinics around one moment, everything about it drawn by lot from one seed. */
final class RandomWorld {

    static final TreatmentCode PLAIN = TreatmentCode.of("SWEDISH");
    static final TreatmentCode DEMANDING = TreatmentCode.of("HOT_STONE");

    private static final RoomFeature TABLE = RoomFeature.of("TABLE");
    private static final RoomFeature HEAT = RoomFeature.of("HEAT_SOURCE");
    private static final EquipmentKind KIT = EquipmentKind.of("HOT_STONE_KIT");
    private static final EquipmentKind LAMP = EquipmentKind.of("LAMP");

    final Map<ClinicId, Clinic> clinics = new LinkedHashMap<>();
    final Map<TreatmentCode, Treatment> treatments = new LinkedHashMap<>();
    final Map<TherapistId, Therapist> therapists = new LinkedHashMap<>();
    final List<Claim> claims = new ArrayList<>();
    final Instant around;
    final Instant now;

    private final Random random;

    /** @param zones of the clinics, one each */
    RandomWorld(long seed, Instant around, ZoneId... zones) {
        random = new Random(seed);
        this.around = around;
        now = around.minusSeconds(86_400 + random.nextInt(2 * 86_400));
        for (var zone : zones) clinics.put(new ClinicId(uuid()), clinic(zone));
        treatments.put(PLAIN, treatment(List.of(30, 60), Set.of(TABLE), Set.of()));
        treatments.put(DEMANDING, treatment(List.of(45, 90), Set.of(TABLE, HEAT), Set.of(KIT, LAMP)));
        int people = 2 + random.nextInt(3);
        for (int i = 0; i < people; i++) therapists.put(new TherapistId(uuid()), therapist());
        takeSlots();
    }

    Oracle oracle() {
        return new Oracle(clinics, treatments, therapists, claims);
    }

    Catalogue catalogue() {
        return Catalogue.of(versioned(clinics), versioned(treatments), versioned(therapists));
    }

    Diary diary() {
        var diary = new Diary();
        for (var claim : claims) diary.claim(new BookingId(uuid()), 1, claim);
        return diary;
    }

    private static <K, V> Map<K, Versioned<V>> versioned(Map<K, V> states) {
        var all = new LinkedHashMap<K, Versioned<V>>();
        states.forEach((id, state) -> all.put(id, new Versioned<>(1, state)));
        return all;
    }

    private UUID uuid() {
        return new UUID(random.nextLong(), random.nextLong());
    }

    private boolean oneIn(int n) {
        return random.nextInt(n) == 0;
    }

    private int oneOf(int... choices) {
        return choices[random.nextInt(choices.length)];
    }

    private Clinic clinic(ZoneId zone) {
        var rooms = new ArrayList<Room>();
        for (int i = 1 + random.nextInt(3); i > 0; i--) {
            var features = new HashSet<>(oneIn(3) ? Set.of(TABLE) : Set.of(TABLE, HEAT));
            if (oneIn(3)) features.add(RoomFeature.DOUBLE);
            rooms.add(new Room(new RoomId(uuid()), "room", features));
        }
        var equipment = new ArrayList<Equipment>();
        for (int i = oneIn(8) ? 0 : 1 + random.nextInt(2); i > 0; i--) {
            equipment.add(new Equipment(new EquipmentId(uuid()), KIT, "kit"));
        }
        equipment.add(new Equipment(new EquipmentId(uuid()), LAMP, "lamp"));
        var policy = new ClinicPolicy(
                oneOf(5, 15, 15, 20, 25, 30, 60),
                oneOf(0, 60, 125, 24 * 60),
                oneIn(3) ? 1 + random.nextInt(4) : 60,
                oneOf(0, 0, 5, 10),
                oneOf(0, 10, 15),
                0,
                0,
                0,
                false,
                oneIn(3)
                        ? List.of(new TreatmentBuffer(oneIn(2) ? PLAIN : DEMANDING, oneOf(0, 5, 20), oneOf(0, 10, 30)))
                        : List.of());
        return new Clinic(
                "clinic",
                zone,
                "X",
                "EUR",
                new Address("street", null, "city", null, "DE"),
                new Coordinates(0, 0),
                null,
                null,
                rooms,
                equipment,
                policy,
                oneIn(2) ? List.of() : openingHours(),
                oneIn(4) ? List.of(closure()) : List.of(),
                Set.of(),
                List.of());
    }

    private List<OpeningHours> openingHours() {
        var all = new ArrayList<OpeningHours>();
        for (var day : DayOfWeek.values()) {
            for (int i = random.nextInt(3); i > 0; i--) all.add(new OpeningHours(day, hours()));
        }
        // Somewhere a clinic must be open.
        all.add(new OpeningHours(DayOfWeek.of(1 + random.nextInt(7)), hours()));
        return all;
    }

    private Closure closure() {
        var from = LocalDate.ofInstant(around, ZoneId.of("UTC")).plusDays(random.nextInt(5) - 2);
        return new Closure(from, from.plusDays(random.nextInt(2)), oneIn(2) ? "holiday" : null);
    }

    private DiaryRules rules() {
        if (oneIn(2)) return DiaryRules.NONE;
        return new DiaryRules(
                oneIn(2) ? null : oneOf(1, 2, 4, 8),
                oneIn(2) ? null : oneOf(0, 5, 15),
                oneIn(2) ? null : oneOf(0, 15, 20),
                oneIn(2),
                oneIn(3),
                oneIn(2) ? 0 : oneOf(10, 50, 90));
    }

    private static Treatment treatment(List<Integer> lengths, Set<RoomFeature> needs, Set<EquipmentKind> equipment) {
        var pressure = new Treatment.Pressure(Treatment.Pressure.Level.LIGHT, Treatment.Pressure.Level.FIRM, false);
        return new Treatment(
                "name", "how", pressure, List.of(), List.of(), null, lengths, needs, equipment, List.of(), List.of());
    }

    private Therapist therapist() {
        var offers = new ArrayList<Offer>();
        for (var clinic : clinics.keySet()) {
            treatments.forEach((code, treatment) -> treatment.lengthsMinutes().forEach(length -> {
                if (!oneIn(4)) {
                    offers.add(new Offer(clinic, code, length, new Money(random.nextInt(9_999), "EUR")));
                }
            }));
        }
        return new Therapist(
                "name",
                oneIn(10) ? Therapist.Listing.PAUSED : Therapist.Listing.LISTED,
                Therapist.Gender.FEMALE,
                List.of("en"),
                null,
                2000,
                List.of(new Specialization(PLAIN, 1)),
                licences(),
                offers,
                new Rota(weekly(), overrides(), timeOff(), rules()));
    }

    private List<Licence> licences() {
        var day = LocalDate.ofInstant(around, ZoneId.of("UTC"));
        return switch (random.nextInt(8)) {
            case 0 -> List.of(licence("X", day.minusDays(9), day.plusDays(random.nextInt(3) - 1), true));
            case 1 ->
                List.of(
                        licence("X", day.minusDays(9), day.minusDays(1), true),
                        licence("X", day.plusDays(random.nextInt(2)), day.plusDays(9), true));
            case 2 -> oneIn(2) ? List.of() : List.of(licence("Y", day.minusDays(9), day.plusDays(9), true));
            case 3 -> List.of(licence("X", day.minusDays(9), day.plusDays(9), oneIn(2)));
            default -> List.of(licence("X", day.minusDays(999), day.plusDays(999), true));
        };
    }

    private Licence licence(String jurisdiction, LocalDate from, LocalDate until, boolean verified) {
        return new Licence(
                new LicenceId(uuid()),
                "1",
                "authority",
                jurisdiction,
                from,
                until,
                verified ? Licence.Status.VERIFIED : Licence.Status.SUBMITTED);
    }

    /** Also through the night, where the clocks change. */
    private Hours hours() {
        int from = random.nextInt(24 * 12);
        int to = from + 1 + random.nextInt(24 * 12 - from);
        if (oneIn(3)) to = 24 * 12;
        if (oneIn(3)) from = 0;
        return new Hours(LocalTime.MIDNIGHT.plusMinutes(from * 5L), LocalTime.MIDNIGHT.plusMinutes(to * 5L));
    }

    private List<WeeklyHours> weekly() {
        var all = new ArrayList<WeeklyHours>();
        var day = LocalDate.ofInstant(around, ZoneId.of("UTC"));
        for (var clinic : clinics.keySet()) {
            for (var weekday : EnumSet.allOf(DayOfWeek.class)) {
                for (int i = random.nextInt(3); i >= 0; i--) {
                    all.add(new WeeklyHours(clinic, weekday, hours(), nearOrNull(day), nearOrNull(day)));
                }
            }
        }
        return all;
    }

    private @Nullable LocalDate nearOrNull(LocalDate day) {
        return oneIn(5) ? day.plusDays(random.nextInt(7) - 3) : null;
    }

    private List<DateOverride> overrides() {
        var all = new ArrayList<DateOverride>();
        var day = LocalDate.ofInstant(around, ZoneId.of("UTC"));
        for (var clinic : clinics.keySet()) {
            var dates = new HashSet<LocalDate>();
            for (int i = random.nextInt(3); i > 0; i--) {
                var date = day.plusDays(random.nextInt(5) - 2);
                if (!dates.add(date)) continue;
                all.add(new DateOverride(clinic, date, oneIn(3) ? List.of() : List.of(hours(), hours())));
            }
        }
        return all;
    }

    private List<TimeOff> timeOff() {
        var all = new ArrayList<TimeOff>();
        for (int i = random.nextInt(3); i > 0; i--) {
            var start = around.plusSeconds(random.nextInt(5 * 86_400) - 2 * 86_400L);
            all.add(new TimeOff(new TimeOffId(uuid()), start, start.plusSeconds(1 + random.nextInt(12 * 3600))));
        }
        return all;
    }

    /** Sessions that were booked before: on five minutes, as everything that claims is. */
    private void takeSlots() {
        for (int i = random.nextInt(60); i > 0; i--) {
            var clinic = List.copyOf(clinics.values()).get(random.nextInt(clinics.size()));
            var from = CellSet.startOf(CellSet.cellOf(around) + random.nextInt(4 * 288) - 2 * 288);
            var therapist = List.copyOf(therapists.keySet()).get(random.nextInt(therapists.size()));
            var equipment = new HashSet<EquipmentId>();
            for (var piece : clinic.equipment()) if (oneIn(2)) equipment.add(piece.id());
            claims.add(new Claim(
                    Set.of(therapist),
                    Set.of(clinic.rooms()
                            .get(random.nextInt(clinic.rooms().size()))
                            .id()),
                    equipment,
                    from,
                    from.plus(Duration.ofMinutes(5L * (1 + random.nextInt(30)))),
                    // Some of what takes time is no session.
                    oneIn(4) ? null : LocalDate.ofInstant(from, clinic.zone())));
        }
    }
}
