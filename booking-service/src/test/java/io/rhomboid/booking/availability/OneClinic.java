package io.rhomboid.booking.availability;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import io.rhomboid.contracts.Hours;
import io.rhomboid.contracts.Money;
import io.rhomboid.contracts.booking.BookingId;
import io.rhomboid.contracts.clinic.Address;
import io.rhomboid.contracts.clinic.Clinic;
import io.rhomboid.contracts.clinic.Clinic.Closure;
import io.rhomboid.contracts.clinic.Clinic.OpeningHours;
import io.rhomboid.contracts.clinic.Clinic.TreatmentLengths;
import io.rhomboid.contracts.clinic.ClinicId;
import io.rhomboid.contracts.clinic.ClinicPolicy;
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
import io.rhomboid.contracts.therapist.Therapist;
import io.rhomboid.contracts.therapist.TherapistId;
import io.rhomboid.contracts.therapist.TimeOffId;
import io.rhomboid.contracts.treatment.Treatment;
import io.rhomboid.contracts.treatment.TreatmentCode;

/**
 * One clinic in Berlin with two rooms and one stone kit, and Mira, who works there from nine to twelve every day.
 * A test changes what its rule is about and leaves the rest.
 */
public final class OneClinic {

    public static final ClinicId MITTE = ClinicId.of("c1000000-0000-4000-8000-000000000001");
    public static final RoomId LINDE = RoomId.of("a0000000-0000-4000-8000-000000000001");
    public static final RoomId AHORN = RoomId.of("a0000000-0000-4000-8000-000000000002");
    public static final EquipmentId STONES = EquipmentId.of("e0000000-0000-4000-8000-000000000001");
    public static final TherapistId MIRA = TherapistId.of("10000000-0000-4000-8000-000000000001");
    public static final TreatmentCode SWEDISH = TreatmentCode.of("SWEDISH");
    public static final TreatmentCode HOT_STONE = TreatmentCode.of("HOT_STONE");
    public static final EquipmentKind STONE_KIT = EquipmentKind.of("HOT_STONE_KIT");
    public static final Money PRICE = new Money(70_00, "EUR");

    private static final RoomFeature TABLE = RoomFeature.of("TABLE");
    private static final RoomFeature HEAT = RoomFeature.of("HEAT_SOURCE");

    public ZoneId zone = ZoneId.of("Europe/Berlin");
    public String name = "Mitte";
    ClinicPolicy policy = new ClinicPolicy(30, 0, 60, 0, 0, 0, 0);
    List<Room> rooms = List.of(new Room(LINDE, "Linde", Set.of(TABLE)), new Room(AHORN, "Ahorn", Set.of(TABLE, HEAT)));
    List<Equipment> equipment = List.of(new Equipment(STONES, STONE_KIT, "stones"));
    public Therapist.Listing listing = Therapist.Listing.LISTED;
    List<Offer> offers = new ArrayList<>(
            List.of(new Offer(MITTE, SWEDISH, 60, PRICE), new Offer(MITTE, HOT_STONE, 60, new Money(95_00, "EUR"))));
    List<Licence> licences = List.of(licence("DE", "2020-01-01", "2030-12-31", Licence.Status.VERIFIED));
    List<WeeklyHours> weekly = everyDay("09:00", "12:00");
    List<DateOverride> overrides = List.of();
    List<TimeOff> timeOff = List.of();
    DiaryRules rules = DiaryRules.NONE;
    List<OpeningHours> openingHours = List.of();
    List<Closure> closures = List.of();
    List<TreatmentLengths> treatmentLengths = List.of();
    Diary diary = new Diary();
    Instant now = Instant.parse("2026-03-01T06:00:00Z");

    static Licence licence(String jurisdiction, String from, String until, Licence.Status status) {
        return new Licence(
                new LicenceId(new UUID(0, 1)),
                "1",
                "authority",
                jurisdiction,
                LocalDate.parse(from),
                LocalDate.parse(until),
                status);
    }

    static List<WeeklyHours> everyDay(String from, String to) {
        return Arrays.stream(DayOfWeek.values())
                .map(day -> new WeeklyHours(MITTE, day, hours(from, to), null, null))
                .toList();
    }

    static Hours hours(String from, String to) {
        return new Hours(LocalTime.parse(from), LocalTime.parse(to));
    }

    void away(String from, String to) {
        timeOff = List.of(new TimeOff(new TimeOffId(new UUID(0, 1)), Instant.parse(from), Instant.parse(to)));
    }

    /** A session of Mira's in a room of its own; times with their offset. */
    void session(String from, String to) {
        var start = Instant.parse(from);
        diary.claim(
                new BookingId(UUID.randomUUID()),
                1,
                new Claim(
                        Set.of(MIRA), Set.of(), Set.of(), start, Instant.parse(to), LocalDate.ofInstant(start, zone)));
    }

    /** Somebody else's session; times with their offset. */
    void taken(Set<TherapistId> therapists, Set<RoomId> rooms, Set<EquipmentId> equipment, String from, String to) {
        diary.claim(
                new BookingId(UUID.randomUUID()),
                1,
                new Claim(therapists, rooms, equipment, Instant.parse(from), Instant.parse(to)));
    }

    public Clinic clinic() {
        return new Clinic(
                name,
                zone,
                "DE",
                "EUR",
                new Address("street", null, "city", null, "DE"),
                new Coordinates(0, 0),
                null,
                null,
                rooms,
                equipment,
                policy,
                openingHours,
                closures,
                Set.of(),
                List.of(),
                treatmentLengths);
    }

    public Therapist mira() {
        return new Therapist(
                "Mira",
                listing,
                Therapist.Gender.FEMALE,
                List.of("de"),
                null,
                2012,
                List.of(),
                licences,
                offers,
                new Rota(weekly, overrides, timeOff, rules));
    }

    static Treatment treatment(Set<RoomFeature> roomNeeds, Set<EquipmentKind> equipmentNeeds) {
        var pressure = new Treatment.Pressure(Treatment.Pressure.Level.LIGHT, Treatment.Pressure.Level.FIRM, false);
        return new Treatment(
                "name",
                "how",
                pressure,
                List.of(),
                List.of(),
                null,
                List.of(30, 60, 90),
                roomNeeds,
                equipmentNeeds,
                List.of(),
                List.of());
    }

    public static Treatment swedish() {
        return treatment(Set.of(TABLE), Set.of());
    }

    Catalogue catalogue() {
        return Catalogue.of(
                Map.of(MITTE, new Versioned<>(1, clinic())),
                Map.of(
                        SWEDISH, new Versioned<>(1, swedish()),
                        HOT_STONE, new Versioned<>(1, treatment(Set.of(TABLE, HEAT), Set.of(STONE_KIT)))),
                Map.of(MIRA, new Versioned<>(1, mira())));
    }

    FreeSlots freeSlots() {
        return new FreeSlots(catalogue(), diary);
    }

    /** The free starts of that date as the clock on the wall shows them, with the offset where a test asks for it. */
    List<String> starts(TreatmentCode treatment, String date) {
        return slots(treatment, date).stream()
                .map(slot -> slot.start().atZone(zone).toLocalTime().toString())
                .toList();
    }

    List<FreeSlot> slots(TreatmentCode treatment, String date) {
        var day = new When.Day(LocalDate.parse(date));
        return freeSlots()
                .find(new SlotSearch(treatment, 60, null, null, day, day, 1_000), now)
                .slots();
    }

    AskedStart asked(String start) {
        return new AskedStart(MIRA, MITTE, SWEDISH, 60, Instant.parse(start));
    }

    StartAnswer check(String start) {
        return check(asked(start));
    }

    StartAnswer check(AskedStart asked) {
        return new StartCheck(catalogue(), diary).check(asked, now);
    }
}
