package io.rhomboid.booking.availability.web;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

import io.rhomboid.booking.availability.Around;
import io.rhomboid.booking.availability.Availability;
import io.rhomboid.booking.availability.FreeSlot;
import io.rhomboid.booking.availability.FreeSlots.Found;
import io.rhomboid.booking.availability.OneClinic;
import io.rhomboid.booking.availability.web.AvailabilityController.AvailabilityView;
import io.rhomboid.booking.availability.web.AvailabilityController.FreeOfferView;
import io.rhomboid.booking.availability.web.AvailabilityController.StartView;
import io.rhomboid.booking.availability.web.AvailabilityController.StartsView;
import io.rhomboid.contracts.Money;
import io.rhomboid.contracts.clinic.Coordinates;

import static io.rhomboid.booking.availability.OneClinic.MIRA;
import static io.rhomboid.booking.availability.OneClinic.MITTE;
import static org.assertj.core.api.Assertions.assertThat;

/** Held against what Jackson would write. A failure names its seed. */
class SlotTextTest {

    final JsonMapper json = new JsonMapper();
    final SlotText text = new SlotText(json);

    @Test
    void slots_read_as_jackson_writes_them() {
        for (long seed = 1; seed <= 200; seed++) {
            var random = new Random(seed);
            var mitte = new OneClinic();
            mitte.zone = ZoneId.of(
                    List.of("Europe/Berlin", "UTC", "Asia/Kathmandu", "Australia/Lord_Howe", "America/St_Johns")
                            .get(random.nextInt(5)));
            mitte.name = "Zum \"start\":\" ä \n";
            var availability = new Availability();
            availability.tell(MITTE, 1, mitte.clinic());
            availability.tell(MIRA, 1, mitte.mira());
            var catalogue = availability.catalogue();
            var around = random.nextBoolean() ? null : new Around(new Coordinates(52.5, 13.4), 100);
            var slots = slots(random);
            var found = new Found(slots, random.nextBoolean());

            var due = new AvailabilityView(
                    "2026-03-02",
                    "2026-04-02",
                    slots.stream()
                            .map(slot -> SlotText.view(slot, around, catalogue))
                            .toList(),
                    found.truncated());
            assertThat(new String(
                            text.slots("2026-03-02", "2026-04-02", found, around, catalogue), StandardCharsets.UTF_8))
                    .as("seed %d", seed)
                    .isEqualTo(json.writeValueAsString(due));
            assertThat(new String(
                            text.starts("2026-03-02", "2026-04-02", 60, found, around, catalogue),
                            StandardCharsets.UTF_8))
                    .as("seed %d", seed)
                    .isEqualTo(json.writeValueAsString(starts(due)));
        }
    }

    private static StartsView starts(AvailabilityView due) {
        var first = due.slots().getFirst();
        return new StartsView(
                due.from(),
                due.to(),
                60,
                List.of(new FreeOfferView(
                        first.therapistId(),
                        first.therapistName(),
                        first.clinicId(),
                        first.clinicName(),
                        first.zone(),
                        first.price(),
                        first.distanceKm())),
                due.slots().stream().map(slot -> new StartView(slot.start(), 0)).toList(),
                due.truncated());
    }

    /** Ascending, around the year's changes of the clocks. */
    private static List<FreeSlot> slots(Random random) {
        var slots = new ArrayList<FreeSlot>();
        var at = Instant.parse("2026-03-01T00:00:00Z");
        for (int i = 0; i < 1 + random.nextInt(60); i++) {
            at = at.plus(Duration.ofMinutes(5L * random.nextInt(3_000)));
            slots.add(new FreeSlot(MIRA, MITTE, at, at.plus(Duration.ofMinutes(60)), new Money(70_00, "EUR")));
        }
        return slots;
    }
}
