package io.rhomboid.contracts;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

import io.rhomboid.contracts.alert.AlertEvent;
import io.rhomboid.contracts.alert.AlertEvent.GlassBroken;
import io.rhomboid.contracts.block.BlockEvent;
import io.rhomboid.contracts.booking.BookingEvent;
import io.rhomboid.contracts.booking.BookingEvent.BookingCancelled;
import io.rhomboid.contracts.booking.BookingEvent.BookingRescheduled;
import io.rhomboid.contracts.booking.SeriesEvent;
import io.rhomboid.contracts.client.ClientEvent;
import io.rhomboid.contracts.client.ErasureEvent;
import io.rhomboid.contracts.client.FarewellEvent;
import io.rhomboid.contracts.clinic.ClinicEvent;
import io.rhomboid.contracts.clinic.ClinicEvent.ClinicChanged;
import io.rhomboid.contracts.clinic.ClinicPolicy;
import io.rhomboid.contracts.clinic.WaitlistOrder;
import io.rhomboid.contracts.intake.AnswerEvent;
import io.rhomboid.contracts.intake.IntakeEvent;
import io.rhomboid.contracts.plan.PlanEvent;
import io.rhomboid.contracts.review.ReviewEvent;
import io.rhomboid.contracts.staff.InvitationEvent;
import io.rhomboid.contracts.staff.StaffEvent;
import io.rhomboid.contracts.therapist.DiaryRules;
import io.rhomboid.contracts.therapist.LicenceEvent;
import io.rhomboid.contracts.therapist.TherapistEvent;
import io.rhomboid.contracts.therapist.TherapistEvent.TherapistChanged;
import io.rhomboid.contracts.treatment.TreatmentEvent;
import io.rhomboid.contracts.treatment.TreatmentEvent.TreatmentChanged;
import io.rhomboid.contracts.voucher.GiftCardEvent;
import io.rhomboid.contracts.waitlist.WaitlistEvent;

import static org.assertj.core.api.Assertions.assertThat;

/** The golden files are what is on the topics today, somewhere: they are added to, never changed. */
class WireFormatTest {

    private static final List<Class<? extends Event>> FAMILIES = List.of(
            ClinicEvent.class,
            TreatmentEvent.class,
            TherapistEvent.class,
            LicenceEvent.class,
            ClientEvent.class,
            ErasureEvent.class,
            FarewellEvent.class,
            BookingEvent.class,
            SeriesEvent.class,
            BlockEvent.class,
            ReviewEvent.class,
            WaitlistEvent.class,
            PlanEvent.class,
            AlertEvent.class,
            IntakeEvent.class,
            AnswerEvent.class,
            StaffEvent.class,
            InvitationEvent.class,
            GiftCardEvent.class);

    private final JsonMapper json = JsonMapper.builder()
            .disable(
                    DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
                    DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .build();

    @TestFactory
    Stream<DynamicTest> an_event_is_written_as_its_golden_file() {
        return Examples.all().entrySet().stream()
                .map(e -> DynamicTest.dynamicTest(
                        e.getKey(),
                        () -> assertThat(json.readTree(
                                        json.writeValueAsString(e.getValue().event())))
                                .isEqualTo(json.readTree(golden(e.getKey())))));
    }

    @TestFactory
    Stream<DynamicTest> a_golden_file_is_read_as_its_event() {
        return Examples.all().entrySet().stream()
                .map(e -> DynamicTest.dynamicTest(
                        e.getKey(),
                        () -> assertThat(json.readValue(
                                        golden(e.getKey()), e.getValue().family()))
                                .isEqualTo(e.getValue().event())));
    }

    @Test
    void every_event_has_a_golden_file() {
        var events = FAMILIES.stream()
                .flatMap(family -> Arrays.stream(family.getPermittedSubclasses()))
                .map(Class::getSimpleName)
                .toList();

        assertThat(Examples.all().keySet()).containsExactlyInAnyOrderElementsOf(events);
    }

    @Test
    void a_field_that_is_not_known_yet_is_passed_over() {
        var newer = golden("ClientChanged").replaceFirst("\\{", "{\"addedLater\":1,");

        assertThat(json.readValue(newer, ClientEvent.class))
                .isEqualTo(Examples.all().get("ClientChanged").event());
    }

    @Test
    void what_was_written_before_a_field_was_there_is_still_read() {
        var clinic = json.readValue(golden("earlier/ClinicChanged-1"), ClinicChanged.class)
                .clinic();
        assertThat(clinic.openingHours()).isEmpty();
        assertThat(clinic.closures()).isEmpty();
        assertThat(clinic.amenities()).isEmpty();
        assertThat(clinic.photos()).isEmpty();
        assertThat(clinic.policy()).isEqualTo(new ClinicPolicy(15, 120, 60, 0, 15, 1440, 50));

        var open = json.readValue(golden("earlier/ClinicChanged-2"), ClinicChanged.class)
                .clinic();
        assertThat(open.treatmentLengths()).isEmpty();

        var unhurried = json.readValue(golden("earlier/ClinicChanged-3"), ClinicChanged.class)
                .clinic()
                .policy();
        assertThat(unhurried.offerMinutes()).isEqualTo(30);
        assertThat(unhurried.waitlistOrder()).isEqualTo(WaitlistOrder.FIRST_COME);

        var therapist = json.readValue(golden("earlier/TherapistChanged-1"), TherapistChanged.class)
                .therapist();
        assertThat(therapist.rota().rules()).isEqualTo(DiaryRules.NONE);
        assertThat(therapist.professionalBodies()).isEmpty();
        assertThat(therapist.photo()).isNull();

        var mira = json.readValue(golden("earlier/TherapistChanged-2"), TherapistChanged.class)
                .therapist();
        assertThat(mira.offers().getFirst().included()).isEmpty();
        assertThat(mira.packages()).isEmpty();

        var treatment = json.readValue(golden("earlier/TreatmentChanged-1"), TreatmentChanged.class)
                .treatment();
        assertThat(treatment.clinicId()).isNull();

        var moved = (BookingRescheduled) json.readValue(golden("earlier/BookingRescheduled-1"), BookingEvent.class);
        assertThat(moved.fee()).isEqualTo(new Money(0, "EUR"));
        var cancelled = (BookingCancelled) json.readValue(golden("earlier/BookingCancelled-1"), BookingEvent.class);
        assertThat(cancelled.grace()).isFalse();
        var alone = json.readValue(golden("earlier/BookingConfirmed-1"), BookingEvent.class)
                .booking();
        assertThat(alone.further()).isEmpty();
        assertThat(alone.visitEnd()).isEqualTo(alone.end());
        assertThat(alone.seriesId()).isNull();
        var byItself = (BookingCancelled) json.readValue(golden("earlier/BookingCancelled-2"), BookingEvent.class);
        assertThat(byItself.withSeries()).isFalse();
        assertThat(alone.covered()).isNull();
        var broken = (GlassBroken) json.readValue(golden("earlier/GlassBroken-1"), AlertEvent.class);
        assertThat(broken.therapistId()).isNull();
        var nameless = (GlassBroken) json.readValue(golden("earlier/GlassBroken-2"), AlertEvent.class);
        assertThat(nameless.name()).isNull();
    }

    private static String golden(String name) {
        try (var in = WireFormatTest.class.getResourceAsStream("/golden/" + name + ".json")) {
            return new String(in.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
