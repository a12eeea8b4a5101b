package io.rhomboid.booking.disclosure.web;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import io.rhomboid.booking.disclosure.Disclosure;
import io.rhomboid.booking.disclosure.Disclosures;
import io.rhomboid.booking.disclosure.Reasons;
import io.rhomboid.booking.reservation.Actor;
import io.rhomboid.contracts.booking.BookingId;
import io.rhomboid.contracts.client.ClientId;
import io.rhomboid.platform.identity.AboutHealth;
import io.rhomboid.platform.identity.Allowed;
import io.rhomboid.platform.web.CanRefuse;

import static io.rhomboid.platform.identity.Who.CLIENT;

/** Shows clients who has read what they said. */
@AboutHealth
@RestController
@RequestMapping("/api/v1/clients/{id}/disclosures")
class DisclosureController {

    private final Disclosures disclosures;
    private final Reasons reasons;

    DisclosureController(Disclosures disclosures, Reasons reasons) {
        this.disclosures = disclosures;
        this.reasons = reasons;
    }

    /** @param whole whether nothing was changed in it or taken out of it since it was written, as far as it goes */
    record DisclosureList(List<DisclosureView> disclosures, boolean whole) {}

    /**
     * @param at UTC
     * @param role as what they read it
     * @param reader who exactly: the subject of their account
     * @param words why somebody broke the glass
     */
    record DisclosureView(
            long number,
            OffsetDateTime at,
            Actor.Role role,
            @Nullable String reader,
            String what,
            Disclosure.Ground ground,
            @Nullable BookingId bookingId,
            @Nullable String words) {

        static DisclosureView of(Reasons.Read read) {
            var entry = read.entry();
            return new DisclosureView(
                    entry.number(),
                    entry.at().atOffset(ZoneOffset.UTC),
                    entry.reader().role(),
                    entry.reader().id(),
                    entry.what(),
                    entry.ground(),
                    entry.bookingId(),
                    read.why());
        }
    }

    /** 200 with every reading, and every breaking of the glass with why, the first one first. */
    @Allowed(value = CLIENT, of = "client")
    @GetMapping
    @CanRefuse("404 unknown-client: it is not you")
    DisclosureList list(@PathVariable ClientId id) {
        var record = disclosures.of(id);
        return new DisclosureList(
                reasons.opened(id, record).stream().map(DisclosureView::of).toList(), Disclosure.isWhole(record));
    }
}
