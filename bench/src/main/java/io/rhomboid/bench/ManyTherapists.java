package io.rhomboid.bench;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.rhomboid.booking.availability.Availability;
import io.rhomboid.booking.availability.Claim;
import io.rhomboid.contracts.Hours;
import io.rhomboid.contracts.Money;
import io.rhomboid.contracts.booking.BookingId;
import io.rhomboid.contracts.clinic.Address;
import io.rhomboid.contracts.clinic.Clinic;
import io.rhomboid.contracts.clinic.ClinicId;
import io.rhomboid.contracts.clinic.ClinicPolicy;
import io.rhomboid.contracts.clinic.Coordinates;
import io.rhomboid.contracts.clinic.Room;
import io.rhomboid.contracts.clinic.RoomFeature;
import io.rhomboid.contracts.clinic.RoomId;
import io.rhomboid.contracts.therapist.Licence;
import io.rhomboid.contracts.therapist.LicenceId;
import io.rhomboid.contracts.therapist.Offer;
import io.rhomboid.contracts.therapist.Rota;
import io.rhomboid.contracts.therapist.Rota.TimeOff;
import io.rhomboid.contracts.therapist.Rota.WeeklyHours;
import io.rhomboid.contracts.therapist.Therapist;
import io.rhomboid.contracts.therapist.TherapistId;
import io.rhomboid.contracts.therapist.TimeOffId;
import io.rhomboid.contracts.treatment.Treatment;
import io.rhomboid.contracts.treatment.TreatmentCode;

/**
 * A thousand clinics in six zones with ten therapists and four rooms each, who work forty hours a week and have sixty
 * sessions in the next sixty days. The same in every run.
 */
final class ManyTherapists {

    static final int DAYS = 60;
    static final Instant NOW = Instant.parse("2026-03-02T06:00:00Z");
    static final TreatmentCode TRIGGER_POINT = TreatmentCode.of("TRIGGER_POINT");
    static final int LENGTH_MINUTES = 60;

    static final int PER_CLINIC = 10;
    private static final int ROOMS = 4;
    private static final RoomFeature TABLE = RoomFeature.of("TABLE");
    private static final List<ZoneId> ZONES = Stream.of(
                    "Europe/Berlin",
                    "America/New_York",
                    "Pacific/Auckland",
                    "Asia/Kathmandu",
                    "Australia/Lord_Howe",
                    "America/Sao_Paulo")
            .map(ZoneId::of)
            .toList();

    private final Random random = new Random(1);
    private final Instant now;
    private final int sessions;
    private final int days;

    /** A booking-service's memory of all this. */
    final Availability availability;

    /** The same once more, for who works it out from the facts. */
    final List<Clinic> clinics = new ArrayList<>();

    final List<Therapist> therapists = new ArrayList<>();
    final Map<Record, List<Claim>> claims = new HashMap<>();

    private ManyTherapists(Availability availability, Instant now, int sessions, int days) {
        this.availability = availability;
        this.now = now;
        this.sessions = sessions;
        this.days = days;
    }

    /** So many therapists with so many sessions each in the next sixty days. */
    static ManyTherapists of(int therapists, int sessions, Duration awayFor) {
        return of(therapists, sessions, awayFor, DAYS);
    }

    /** The same for so many days. */
    static ManyTherapists of(int therapists, int sessions, Duration awayFor, int days) {
        var all = new ManyTherapists(new Availability(), NOW, sessions, days);
        all.tell(therapists, awayFor);
        return all;
    }

    /** The same from today on, told to a running service. */
    static ManyTherapists today(Availability availability, int therapists, int sessions) {
        var all = new ManyTherapists(availability, Instant.now(), sessions, DAYS);
        all.tell(therapists, Duration.ZERO);
        return all;
    }

    private void tell(int therapists, Duration awayFor) {
        availability.tell(TRIGGER_POINT, 1, treatment());
        for (int i = 0; i * PER_CLINIC < therapists; i++) {
            clinic(i, Math.min(PER_CLINIC, therapists - i * PER_CLINIC), awayFor);
        }
        availability.catalogueIsComplete();
        availability.diaryIsComplete();
    }

    static ClinicId clinic(int number) {
        return new ClinicId(new UUID(2, number));
    }

    /** The zone of the clinic that this therapist works at. */
    static ZoneId zoneOf(int therapist) {
        return ZONES.get(therapist / PER_CLINIC % ZONES.size());
    }

    static TherapistId therapist(int number) {
        return new TherapistId(new UUID(1, number));
    }

    /** A room of the clinic that this therapist works at. */
    static RoomId roomOf(int therapist) {
        return room(therapist / PER_CLINIC, therapist % PER_CLINIC % ROOMS);
    }

    private static RoomId room(int clinic, int number) {
        return new RoomId(new UUID(3, clinic * ROOMS + number));
    }

    private void clinic(int number, int staff, Duration awayFor) {
        var id = clinic(number);
        var zone = ZONES.get(number % ZONES.size());
        var rooms = IntStream.range(0, ROOMS)
                .mapToObj(i -> new Room(room(number, i), "Room " + i, Set.of(TABLE)))
                .toList();
        var clinic = new Clinic(
                "Clinic " + number,
                zone,
                "DE",
                "EUR",
                new Address("street", null, "city", null, "DE"),
                new Coordinates(0, 0),
                null,
                null,
                rooms,
                List.of(),
                new ClinicPolicy(15, 120, days, 0, 15, 1440, 50));
        clinics.add(clinic);
        availability.tell(id, 1, clinic);
        for (int i = 0; i < staff; i++) {
            var therapist = therapist(number * PER_CLINIC + i);
            var told = therapist(id, awayFor);
            therapists.add(told);
            availability.tell(therapist, 1, told);
            // Each has a half day of a room: four rooms hold ten people who are booked one hour in five.
            book(therapist, rooms.get(i % ROOMS).id(), zone);
        }
    }

    private void book(TherapistId therapist, RoomId room, ZoneId zone) {
        var today = LocalDate.ofInstant(now, zone);
        for (int i = 0; i < sessions; i++) {
            var start = today.plusDays(random.nextInt(days))
                    .atTime(9 + random.nextInt(8), 15 * random.nextInt(4))
                    .atZone(zone)
                    .toInstant();
            var claim = new Claim(
                    Set.of(therapist),
                    Set.of(room),
                    Set.of(),
                    start,
                    start.plus(Duration.ofMinutes(LENGTH_MINUTES + 15)));
            claims.computeIfAbsent(therapist, _ -> new ArrayList<>()).add(claim);
            claims.computeIfAbsent(room, _ -> new ArrayList<>()).add(claim);
            availability.diary().claim(new BookingId(new UUID(random.nextLong(), random.nextLong())), 1, claim);
        }
    }

    /** The clinic that this therapist works at. */
    Clinic clinicOf(int therapist) {
        return clinics.get(therapist / PER_CLINIC);
    }

    private Therapist therapist(ClinicId clinic, Duration awayFor) {
        var weekly = new ArrayList<WeeklyHours>();
        for (var day : DayOfWeek.values()) {
            if (day.getValue() > 5) continue;
            weekly.add(hours(clinic, day, 9, 13));
            weekly.add(hours(clinic, day, 14, 18));
        }
        var away = awayFor.isZero()
                ? List.<TimeOff>of()
                : List.of(new TimeOff(new TimeOffId(new UUID(4, 1)), now, now.plus(awayFor)));
        return new Therapist(
                "Jo Sample",
                Therapist.Listing.LISTED,
                Therapist.Gender.FEMALE,
                List.of("en"),
                null,
                2012,
                List.of(),
                List.of(new Licence(
                        new LicenceId(new UUID(5, 1)),
                        "1",
                        "authority",
                        "DE",
                        LocalDate.of(2020, 1, 1),
                        LocalDate.of(2030, 1, 1),
                        Licence.Status.VERIFIED)),
                List.of(new Offer(clinic, TRIGGER_POINT, LENGTH_MINUTES, new Money(80_00, "EUR"))),
                new Rota(weekly, List.of(), away));
    }

    private static WeeklyHours hours(ClinicId clinic, DayOfWeek day, int from, int to) {
        return new WeeklyHours(clinic, day, new Hours(LocalTime.of(from, 0), LocalTime.of(to, 0)), null, null);
    }

    static Treatment treatment() {
        return new Treatment(
                "Trigger point therapy",
                "how",
                new Treatment.Pressure(Treatment.Pressure.Level.FIRM, Treatment.Pressure.Level.FIRM, false),
                List.of(),
                List.of(),
                null,
                List.of(30, LENGTH_MINUTES, 90),
                Set.of(TABLE),
                Set.of(),
                List.of(),
                List.of());
    }
}
