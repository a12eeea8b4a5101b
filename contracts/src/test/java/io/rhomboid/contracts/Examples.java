package io.rhomboid.contracts;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import io.rhomboid.contracts.alert.AlertEvent;
import io.rhomboid.contracts.alert.AlertEvent.GlassBroken;
import io.rhomboid.contracts.alert.AlertId;
import io.rhomboid.contracts.block.BlockEvent;
import io.rhomboid.contracts.block.BlockEvent.TimeBlocked;
import io.rhomboid.contracts.block.BlockEvent.TimeFreed;
import io.rhomboid.contracts.block.BlockId;
import io.rhomboid.contracts.block.BlockedTime;
import io.rhomboid.contracts.booking.BookingEvent;
import io.rhomboid.contracts.booking.BookingEvent.BookingArrived;
import io.rhomboid.contracts.booking.BookingEvent.BookingCancelled;
import io.rhomboid.contracts.booking.BookingEvent.BookingClaimed;
import io.rhomboid.contracts.booking.BookingEvent.BookingCompleted;
import io.rhomboid.contracts.booking.BookingEvent.BookingConfirmed;
import io.rhomboid.contracts.booking.BookingEvent.BookingCovered;
import io.rhomboid.contracts.booking.BookingEvent.BookingExpired;
import io.rhomboid.contracts.booking.BookingEvent.BookingHeld;
import io.rhomboid.contracts.booking.BookingEvent.BookingMissed;
import io.rhomboid.contracts.booking.BookingEvent.BookingNoted;
import io.rhomboid.contracts.booking.BookingEvent.BookingRescheduled;
import io.rhomboid.contracts.booking.BookingEvent.BookingReviewed;
import io.rhomboid.contracts.booking.BookingEvent.BookingRoomChanged;
import io.rhomboid.contracts.booking.BookingId;
import io.rhomboid.contracts.booking.BookingSnapshot;
import io.rhomboid.contracts.booking.FurtherSession;
import io.rhomboid.contracts.booking.SeriesEvent;
import io.rhomboid.contracts.booking.SeriesEvent.SeriesCancelled;
import io.rhomboid.contracts.booking.SeriesEvent.SeriesConfirmed;
import io.rhomboid.contracts.booking.SeriesEvent.Visit;
import io.rhomboid.contracts.booking.SeriesId;
import io.rhomboid.contracts.booking.VoucherId;
import io.rhomboid.contracts.client.Client;
import io.rhomboid.contracts.client.ClientEvent;
import io.rhomboid.contracts.client.ClientEvent.ClientChanged;
import io.rhomboid.contracts.client.ClientId;
import io.rhomboid.contracts.client.ErasureEvent;
import io.rhomboid.contracts.client.ErasureEvent.ErasureConfirmed;
import io.rhomboid.contracts.client.FarewellEvent;
import io.rhomboid.contracts.client.FarewellEvent.ErasureCompleted;
import io.rhomboid.contracts.clinic.Address;
import io.rhomboid.contracts.clinic.Clinic;
import io.rhomboid.contracts.clinic.Clinic.Amenity;
import io.rhomboid.contracts.clinic.Clinic.Closure;
import io.rhomboid.contracts.clinic.Clinic.OpeningHours;
import io.rhomboid.contracts.clinic.Clinic.TreatmentLengths;
import io.rhomboid.contracts.clinic.ClinicEvent;
import io.rhomboid.contracts.clinic.ClinicEvent.ClinicChanged;
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
import io.rhomboid.contracts.clinic.WaitlistOrder;
import io.rhomboid.contracts.intake.AnswerEvent;
import io.rhomboid.contracts.intake.AnswerEvent.IntakeAnswered;
import io.rhomboid.contracts.intake.IntakeCodeId;
import io.rhomboid.contracts.intake.IntakeEvent;
import io.rhomboid.contracts.intake.IntakeEvent.IntakeCodeAsked;
import io.rhomboid.contracts.plan.PlanEvent;
import io.rhomboid.contracts.plan.PlanEvent.PlanNudged;
import io.rhomboid.contracts.plan.PlanId;
import io.rhomboid.contracts.review.Marks;
import io.rhomboid.contracts.review.ReviewEvent;
import io.rhomboid.contracts.review.ReviewEvent.ReviewChanged;
import io.rhomboid.contracts.review.ReviewEvent.ReviewHidden;
import io.rhomboid.contracts.review.ReviewEvent.ReviewPublished;
import io.rhomboid.contracts.review.ReviewId;
import io.rhomboid.contracts.review.ReviewSnapshot;
import io.rhomboid.contracts.staff.InvitationEvent;
import io.rhomboid.contracts.staff.InvitationEvent.PersonInvited;
import io.rhomboid.contracts.staff.Membership;
import io.rhomboid.contracts.staff.StaffEvent;
import io.rhomboid.contracts.staff.StaffEvent.MembershipsChanged;
import io.rhomboid.contracts.staff.StaffRole;
import io.rhomboid.contracts.therapist.DiaryRules;
import io.rhomboid.contracts.therapist.Licence;
import io.rhomboid.contracts.therapist.LicenceEvent;
import io.rhomboid.contracts.therapist.LicenceEvent.LicenceExpiring;
import io.rhomboid.contracts.therapist.LicenceId;
import io.rhomboid.contracts.therapist.Offer;
import io.rhomboid.contracts.therapist.Rota;
import io.rhomboid.contracts.therapist.Rota.DateOverride;
import io.rhomboid.contracts.therapist.Rota.TimeOff;
import io.rhomboid.contracts.therapist.Rota.WeeklyHours;
import io.rhomboid.contracts.therapist.SessionPackage;
import io.rhomboid.contracts.therapist.Specialization;
import io.rhomboid.contracts.therapist.Therapist;
import io.rhomboid.contracts.therapist.TherapistEvent;
import io.rhomboid.contracts.therapist.TherapistEvent.TherapistChanged;
import io.rhomboid.contracts.therapist.TherapistId;
import io.rhomboid.contracts.therapist.TimeOffId;
import io.rhomboid.contracts.treatment.Contraindication;
import io.rhomboid.contracts.treatment.ContraindicationCode;
import io.rhomboid.contracts.treatment.Treatment;
import io.rhomboid.contracts.treatment.Treatment.Pressure;
import io.rhomboid.contracts.treatment.TreatmentCode;
import io.rhomboid.contracts.treatment.TreatmentEvent;
import io.rhomboid.contracts.treatment.TreatmentEvent.TreatmentChanged;
import io.rhomboid.contracts.voucher.GiftCardEvent;
import io.rhomboid.contracts.voucher.GiftCardEvent.GiftCardSent;
import io.rhomboid.contracts.waitlist.LapseReason;
import io.rhomboid.contracts.waitlist.OfferedSlot;
import io.rhomboid.contracts.waitlist.WaitlistEntryId;
import io.rhomboid.contracts.waitlist.WaitlistEvent;
import io.rhomboid.contracts.waitlist.WaitlistEvent.EntryCancelled;
import io.rhomboid.contracts.waitlist.WaitlistEvent.EntryJoined;
import io.rhomboid.contracts.waitlist.WaitlistEvent.EntryLapsed;
import io.rhomboid.contracts.waitlist.WaitlistEvent.OfferDeclined;
import io.rhomboid.contracts.waitlist.WaitlistEvent.OfferLapsed;
import io.rhomboid.contracts.waitlist.WaitlistEvent.OfferMade;
import io.rhomboid.contracts.waitlist.WaitlistEvent.OfferTaken;
import io.rhomboid.contracts.waitlist.WaitlistEvent.OfferWithdrawn;
import io.rhomboid.contracts.waitlist.WaitlistWish;

/** One of each event, as its golden file has it. */
final class Examples {

    private static final Instant NOW = Instant.parse("2026-03-01T09:00:00Z");
    private static final ClinicId CLINIC = ClinicId.of("c1000000-0000-4000-8000-000000000001");
    private static final RoomId ROOM = RoomId.of("a0000000-0000-4000-8000-000000000001");
    private static final EquipmentId KIT = EquipmentId.of("e0000000-0000-4000-8000-000000000001");
    private static final TherapistId THERAPIST = TherapistId.of("10000000-0000-4000-8000-000000000001");
    private static final ClientId CLIENT = ClientId.of("20000000-0000-4000-8000-000000000001");
    private static final BookingId BOOKING = BookingId.of("b0000000-0000-4000-8000-000000000001");
    private static final SeriesId SERIES = SeriesId.of("5e000000-0000-4000-8000-000000000001");
    private static final ReviewId REVIEW = ReviewId.of("90000000-0000-4000-8000-000000000001");
    private static final TreatmentCode HOT_STONE = TreatmentCode.of("HOT_STONE");
    private static final Money PRICE = new Money(89_00, "EUR");

    private Examples() {}

    private static final BookingSnapshot SNAPSHOT = new BookingSnapshot(
            "RH-7K2M9Q",
            CLINIC,
            THERAPIST,
            ROOM,
            List.of(KIT),
            CLIENT,
            HOT_STONE,
            Instant.parse("2026-03-02T10:00:00Z"),
            Instant.parse("2026-03-02T11:00:00Z"),
            0,
            15,
            ZoneId.of("Europe/Berlin"),
            new Money(159_00, "EUR"),
            List.of(new FurtherSession(
                    TherapistId.of("10000000-0000-4000-8000-000000000002"),
                    RoomId.of("a0000000-0000-4000-8000-000000000002"),
                    List.of(),
                    ClientId.of("20000000-0000-4000-8000-000000000002"),
                    TreatmentCode.of("SWEDISH"),
                    Instant.parse("2026-03-02T10:00:00Z"),
                    Instant.parse("2026-03-02T11:30:00Z"),
                    5,
                    10,
                    new Money(70_00, "EUR"))),
            SERIES,
            new Money(50_00, "EUR"));

    private static final Clinic BERLIN = new Clinic(
            "Rhomboid Mitte",
            ZoneId.of("Europe/Berlin"),
            "DE",
            "EUR",
            new Address("Torstraße 1", "10119", "Berlin", null, "DE"),
            new Coordinates(52.5286, 13.4106),
            "+49 30 5550100",
            "mitte@rhomboid.example",
            List.of(new Room(ROOM, "Linde", Set.of(RoomFeature.of("TABLE")))),
            List.of(new Equipment(KIT, EquipmentKind.of("HOT_STONE_KIT"), "Kit 1")),
            new ClinicPolicy(
                    15,
                    120,
                    60,
                    0,
                    15,
                    1440,
                    50,
                    100,
                    true,
                    List.of(new TreatmentBuffer(HOT_STONE, 15, 30)),
                    45,
                    WaitlistOrder.BEST_FIT),
            List.of(new OpeningHours(DayOfWeek.MONDAY, new Hours(LocalTime.of(8, 0), LocalTime.of(20, 0)))),
            List.of(new Closure(LocalDate.of(2026, 12, 24), LocalDate.of(2026, 12, 26), "Christmas")),
            Set.of(Amenity.STEP_FREE, Amenity.QUIET),
            List.of("/api/v1/photos/ab12"),
            List.of(new TreatmentLengths(HOT_STONE, List.of(75))));

    private static final Treatment TREATMENT = new Treatment(
            "Hot stone massage",
            "smooth stones heated to 43–54 °C, placed on the body and used for strokes",
            new Pressure(Pressure.Level.LIGHT, Pressure.Level.MODERATE, true),
            List.of("muscle tension"),
            List.of("circulation"),
            null,
            List.of(60, 90),
            Set.of(RoomFeature.of("TABLE")),
            Set.of(EquipmentKind.of("HOT_STONE_KIT")),
            List.of(new Contraindication(
                    ContraindicationCode.of("DIABETES"),
                    Contraindication.Level.NOT_THIS_TECHNIQUE,
                    "diabetes",
                    "Choose a technique without heat, or ask your doctor.",
                    "003")),
            List.of("001", "003"),
            CLINIC);

    private static final Therapist MIRA = new Therapist(
            "Mira Albrecht",
            Therapist.Listing.LISTED,
            Therapist.Gender.FEMALE,
            List.of("de", "en"),
            "Quiet hands.",
            2012,
            List.of(new Specialization(HOT_STONE, 9)),
            List.of(new Licence(
                    LicenceId.of("d0000000-0000-4000-8000-000000000001"),
                    "BE-4711",
                    "Gesundheitsamt Berlin-Mitte",
                    "DE",
                    LocalDate.of(2024, 1, 1),
                    LocalDate.of(2027, 12, 31),
                    Licence.Status.VERIFIED)),
            List.of(new Offer(CLINIC, HOT_STONE, 60, PRICE, List.of("Hot towels"))),
            new Rota(
                    List.of(new WeeklyHours(
                            CLINIC,
                            DayOfWeek.MONDAY,
                            new Hours(LocalTime.of(9, 0), LocalTime.MIDNIGHT),
                            null,
                            LocalDate.of(2026, 12, 31))),
                    List.of(new DateOverride(CLINIC, LocalDate.of(2026, 3, 9), List.of())),
                    List.of(new TimeOff(
                            TimeOffId.of("f0000000-0000-4000-8000-000000000001"),
                            Instant.parse("2026-04-01T00:00:00Z"),
                            Instant.parse("2026-04-08T00:00:00Z"))),
                    new DiaryRules(5, null, 20, true, false, 10)),
            List.of("VPT"),
            "/api/v1/photos/cd34",
            List.of(new SessionPackage(
                    "Five for the price of four", CLINIC, HOT_STONE, 60, 5, new Money(356_00, "EUR"), 365)));

    /** An event and the family that it is read as. */
    record Example(Class<? extends Event> family, Event event) {}

    static Map<String, Example> all() {
        var all = new LinkedHashMap<String, Example>();
        for (var event : List.<ClinicEvent>of(new ClinicChanged(CLINIC, 3, BERLIN, NOW))) {
            all.put(event.getClass().getSimpleName(), new Example(ClinicEvent.class, event));
        }
        for (var event : List.<TreatmentEvent>of(new TreatmentChanged(HOT_STONE, 1, TREATMENT, NOW))) {
            all.put(event.getClass().getSimpleName(), new Example(TreatmentEvent.class, event));
        }
        for (var event : List.<TherapistEvent>of(new TherapistChanged(THERAPIST, 7, MIRA, NOW))) {
            all.put(event.getClass().getSimpleName(), new Example(TherapistEvent.class, event));
        }
        for (var event : List.<StaffEvent>of(new MembershipsChanged(
                "5f1c9a0e-7c0b-3d6b-8a70-2a2f2f0c1d11",
                2,
                List.of(new Membership(CLINIC, Set.of(StaffRole.DESK, StaffRole.THERAPIST), THERAPIST)),
                NOW))) {
            all.put(event.getClass().getSimpleName(), new Example(StaffEvent.class, event));
        }
        for (var event : List.<LicenceEvent>of(new LicenceExpiring(
                LicenceId.of("d0000000-0000-4000-8000-000000000001"),
                2,
                THERAPIST,
                "BE-4711",
                "DE",
                LocalDate.of(2026, 3, 31),
                30,
                List.of(CLINIC),
                NOW))) {
            all.put(event.getClass().getSimpleName(), new Example(LicenceEvent.class, event));
        }
        for (var event : List.<ClientEvent>of(new ClientChanged(
                CLIENT, 1, new Client("Jo Weber", "jo@client.example", "+49 30 5550199", "de"), NOW))) {
            all.put(event.getClass().getSimpleName(), new Example(ClientEvent.class, event));
        }
        all.put(
                "ErasureCompleted",
                new Example(FarewellEvent.class, new ErasureCompleted(CLIENT, 1, "jo@client.example", "en", NOW)));
        for (var event : List.<ErasureEvent>of(new ErasureConfirmed(CLIENT, 1, "notification-service", NOW))) {
            all.put(event.getClass().getSimpleName(), new Example(ErasureEvent.class, event));
        }
        for (var event : List.of(
                new BookingHeld(BOOKING, 1, SNAPSHOT, NOW.plusSeconds(600), NOW),
                new BookingConfirmed(BOOKING, 2, SNAPSHOT, NOW),
                new BookingRescheduled(
                        BOOKING,
                        3,
                        SNAPSHOT,
                        Instant.parse("2026-03-02T08:00:00Z"),
                        Instant.parse("2026-03-02T09:00:00Z"),
                        new Money(44_50, "EUR"),
                        NOW),
                new BookingRoomChanged(BOOKING, 4, SNAPSHOT, RoomId.of("a0000000-0000-4000-8000-000000000002"), NOW),
                new BookingNoted(BOOKING, 5, SNAPSHOT, NOW),
                new BookingReviewed(BOOKING, 5, SNAPSHOT, NOW),
                new BookingCovered(BOOKING, 6, SNAPSHOT, NOW),
                new BookingClaimed(BOOKING, 7, SNAPSHOT, ClientId.of("20000000-0000-4000-8000-000000000003"), NOW),
                new BookingCancelled(BOOKING, 4, SNAPSHOT, new Money(44_50, "EUR"), true, false, true, NOW),
                new BookingExpired(BOOKING, 2, SNAPSHOT, NOW),
                new BookingArrived(BOOKING, 3, SNAPSHOT, NOW),
                new BookingCompleted(BOOKING, 4, SNAPSHOT, NOW),
                new BookingMissed(BOOKING, 3, SNAPSHOT, new Money(89_00, "EUR"), NOW))) {
            all.put(event.getClass().getSimpleName(), new Example(BookingEvent.class, event));
        }
        all.put(
                "PersonInvited",
                new Example(
                        InvitationEvent.class,
                        new PersonInvited(
                                UUID.fromString("40000000-0000-4000-8000-000000000001"),
                                1,
                                ClinicId.of("c1000000-0000-4000-8000-000000000001"),
                                "dana@staff.example",
                                Set.of(StaffRole.DESK),
                                NOW.plusSeconds(604_800),
                                NOW)));
        all.put(
                "GiftCardSent",
                new Example(
                        GiftCardEvent.class,
                        new GiftCardSent(
                                VoucherId.of("41000000-0000-4000-8000-000000000001"),
                                1,
                                ClinicId.of("c1000000-0000-4000-8000-000000000001"),
                                new Client("Kim Lee", "kim@client.example", null, "en"),
                                "Happy birthday!",
                                new Money(50_00, "EUR"),
                                LocalDate.parse("2027-03-01"),
                                NOW)));
        for (var event : List.of(
                new SeriesConfirmed(
                        SERIES, 3, CLIENT, List.of(new Visit(BOOKING, 3, SNAPSHOT, new Money(0, "EUR"))), NOW),
                new SeriesCancelled(
                        SERIES, 4, CLIENT, List.of(new Visit(BOOKING, 4, SNAPSHOT, new Money(44_50, "EUR"))), NOW))) {
            all.put(event.getClass().getSimpleName(), new Example(SeriesEvent.class, event));
        }
        var block = BlockId.of("bb000000-0000-4000-8000-000000000001");
        var easter = Instant.parse("2026-04-03T06:00:00Z");
        for (var event : List.of(
                new TimeBlocked(block, 1, BlockedTime.timeOff(THERAPIST, easter, easter.plusSeconds(86_400)), NOW),
                new TimeFreed(
                        block, 2, BlockedTime.roomClosed(CLINIC, ROOM, easter, easter.plusSeconds(7_200)), NOW))) {
            all.put(event.getClass().getSimpleName(), new Example(BlockEvent.class, event));
        }
        var entry = WaitlistEntryId.of("aa000000-0000-4000-8000-000000000001");
        var wish = new WaitlistWish(
                CLIENT,
                CLINIC,
                HOT_STONE,
                List.of(60, 90),
                THERAPIST,
                LocalDate.of(2026, 3, 2),
                LocalDate.of(2026, 3, 6));
        var slot = new OfferedSlot(
                BOOKING,
                THERAPIST,
                Instant.parse("2026-03-02T10:00:00Z"),
                Instant.parse("2026-03-02T11:00:00Z"),
                ZoneId.of("Europe/Berlin"),
                PRICE,
                NOW.plusSeconds(1_800));
        for (var event : List.of(
                new EntryJoined(entry, 1, wish, NOW),
                new OfferMade(entry, 3, wish, slot, NOW),
                new OfferDeclined(entry, 4, wish, slot, NOW),
                new OfferLapsed(entry, 4, wish, slot, NOW),
                new OfferWithdrawn(entry, 4, wish, slot, NOW),
                new OfferTaken(entry, 4, wish, slot, NOW),
                new EntryLapsed(entry, 5, wish, LapseReason.DATES_OVER, NOW),
                new EntryCancelled(entry, 5, wish, NOW))) {
            all.put(event.getClass().getSimpleName(), new Example(WaitlistEvent.class, event));
        }
        all.put(
                "IntakeCodeAsked",
                new Example(
                        IntakeEvent.class,
                        new IntakeCodeAsked(
                                IntakeCodeId.of("c0000000-0000-4000-8000-000000000001"),
                                1,
                                CLIENT,
                                CLINIC,
                                BOOKING,
                                NOW.plusSeconds(1_800),
                                NOW)));
        all.put(
                "IntakeAnswered",
                new Example(AnswerEvent.class, new IntakeAnswered(CLIENT, 2, NOW.plusSeconds(31_536_000), NOW)));
        all.put(
                "GlassBroken",
                new Example(
                        AlertEvent.class,
                        new GlassBroken(
                                AlertId.of("a1000000-0000-4000-8000-000000000001"),
                                1,
                                CLINIC,
                                BOOKING,
                                "RH-7K2M9Q",
                                "kai",
                                "Kai Sommer",
                                THERAPIST,
                                NOW.plusSeconds(3_600),
                                NOW)));
        all.put(
                "PlanNudged",
                new Example(
                        PlanEvent.class,
                        new PlanNudged(
                                PlanId.of("70000000-0000-4000-8000-000000000001"),
                                4,
                                CLIENT,
                                CLINIC,
                                THERAPIST,
                                HOT_STONE,
                                60,
                                LocalDate.of(2026, 2, 27),
                                1,
                                NOW)));
        var review = new ReviewSnapshot(THERAPIST, CLINIC, HOT_STONE, new Marks(5, 4, 5, 3, 4), false);
        for (var event : List.of(
                new ReviewPublished(REVIEW, 1, review, NOW),
                new ReviewChanged(REVIEW, 2, review, NOW),
                new ReviewHidden(REVIEW, 3, review, NOW))) {
            all.put(event.getClass().getSimpleName(), new Example(ReviewEvent.class, event));
        }
        return all;
    }
}
