package io.rhomboid.booking.calendar;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import io.rhomboid.booking.availability.Catalogue;
import io.rhomboid.booking.block.Block;
import io.rhomboid.booking.block.Blocks;
import io.rhomboid.booking.calendar.Calendar.Entry;
import io.rhomboid.booking.reservation.BookingStatus;
import io.rhomboid.booking.reservation.Part;
import io.rhomboid.booking.reservation.TimeSlot;
import io.rhomboid.booking.reservation.Timetable;
import io.rhomboid.booking.reservation.Whose;
import io.rhomboid.contracts.block.BlockedTime;
import io.rhomboid.contracts.client.Client;
import io.rhomboid.contracts.client.ClientId;
import io.rhomboid.contracts.clinic.Clinic;
import io.rhomboid.contracts.clinic.Room;
import io.rhomboid.contracts.therapist.Therapist;
import io.rhomboid.contracts.therapist.TherapistId;
import io.rhomboid.contracts.treatment.Treatment;

/**
 * What each feed shows: sessions from a month ago on, those cancelled for four weeks after.
 *
 * <ol>
 *   <li>A client sees the treatment, the therapist and the clinic's address.
 *   <li>A therapist sees the treatment, the client's initials, the clinic and the room; and their time off. What their
 *       own calendar has told us is not told back to it.
 *   <li>A clinic sees the treatment, the therapist and the room, and nothing of the client.
 * </ol>
 *
 * <p>Each shows the reference, by which the desk finds the rest. Holds are not shown: they are gone before a calendar
 * program looks again.
 */
public final class Calendars {

    private static final Duration PAST = Duration.ofDays(31);
    private static final Duration FUTURE = Duration.ofDays(400);
    private static final Duration CANCELLED_SHOWN = Duration.ofDays(28);

    private final Feeds feeds;
    private final Timetable timetable;
    private final Blocks blocks;
    private final Supplier<Catalogue> catalogue;
    private final Function<Collection<ClientId>, Map<ClientId, Client>> clients;
    private final String domain;
    private final Clock clock;

    /** @param domain ends the entries' ids; as in the mails, so that both mean the same entry */
    public Calendars(
            Feeds feeds,
            Timetable timetable,
            Blocks blocks,
            Supplier<Catalogue> catalogue,
            Function<Collection<ClientId>, Map<ClientId, Client>> clients,
            String domain,
            Clock clock) {
        this.feeds = feeds;
        this.timetable = timetable;
        this.blocks = blocks;
        this.catalogue = catalogue;
        this.clients = clients;
        this.domain = domain;
        this.clock = clock;
    }

    /** Empty if the token opens nothing, or nothing any more. */
    public Optional<Calendar> openedBy(FeedToken token) {
        return feeds.openedBy(token.hash()).map(feed -> show(feed.whose(), clock.instant()));
    }

    private Calendar show(Whose whose, Instant now) {
        var lines = new ArrayList<Timetable.Line>();
        timetable.read(whose, now.minus(PAST), now.plus(FUTURE), line -> {
            if (isShown(line.booking().status(), now)) lines.add(line);
        });
        var words = new Words(catalogue.get(), whose, lines);
        var entries = new ArrayList<Entry>();
        if (whose instanceof Whose.OfTherapist(var id)) {
            for (var block : blocks.standing(id, now.minus(PAST), now.plus(FUTURE))) {
                if (block.time().kind() == BlockedTime.Kind.TIME_OFF) entries.add(words.entry(id, block));
            }
        }
        lines.forEach(line -> entries.addAll(words.entries(line)));
        return new Calendar(words.name(), entries);
    }

    private static boolean isShown(BookingStatus status, Instant now) {
        return switch (status) {
            case BookingStatus.Held _, BookingStatus.Expired _ -> false;
            case BookingStatus.Cancelled cancelled ->
                cancelled.at().plus(CANCELLED_SHOWN).isAfter(now);
            case BookingStatus.Confirmed _,
                    BookingStatus.Arrived _,
                    BookingStatus.Completed _,
                    BookingStatus.Missed _ -> true;
        };
    }

    /** What the entries of one feed say. */
    private final class Words {

        private final Catalogue catalogue;
        private final Whose whose;
        private final Map<ClientId, Client> known;

        Words(Catalogue catalogue, Whose whose, List<Timetable.Line> lines) {
            this.catalogue = catalogue;
            this.whose = whose;
            known = whose instanceof Whose.OfTherapist
                    ? clients.apply(lines.stream()
                            .flatMap(line -> line.booking().parts().stream())
                            .map(Part::clientId)
                            .collect(Collectors.toCollection(HashSet::new)))
                    : Map.of();
        }

        String name() {
            var of = switch (whose) {
                case Whose.OfClient _ -> null;
                case Whose.OfTherapist(var id) ->
                    catalogue.therapist(id).map(Therapist::name).orElse(null);
                case Whose.OfClinic(var id) ->
                    catalogue.clinic(id).map(Clinic::name).orElse(null);
            };
            return listed(" · ", "Rhomboid", of);
        }

        /** The whole visit for who comes; for who treats, each of their sessions. */
        List<Entry> entries(Timetable.Line line) {
            var parts = line.booking().parts();
            return switch (whose) {
                case Whose.OfClient _ ->
                    List.of(entry(
                            line,
                            parts.getFirst(),
                            line.booking().slot(),
                            parts.stream()
                                    .map(part -> listed(" · ", treatment(part), therapist(part)))
                                    .collect(Collectors.joining(" + "))));
                case Whose.OfTherapist(var id) ->
                    parts.stream()
                            .filter(part -> part.session().therapistId().equals(id))
                            .map(part ->
                                    entry(line, part, slot(part), listed(" · ", treatment(part), initials(line, part))))
                            .toList();
                case Whose.OfClinic _ ->
                    parts.stream()
                            .map(part -> entry(
                                    line,
                                    part,
                                    slot(part),
                                    listed(" · ", treatment(part), therapist(part), room(part))))
                            .toList();
            };
        }

        private Entry entry(Timetable.Line line, Part part, TimeSlot slot, String summary) {
            var booking = line.booking();
            var session = part.session();
            var clinic = catalogue.clinic(session.clinicId()).orElse(null);
            var place = clinic == null ? null : clinic.name();
            return new Entry(
                    booking.id() + (part.number() == 1 ? "" : "-" + part.number()) + "@" + domain,
                    booking.version(),
                    line.changedAt(),
                    slot,
                    session.zone(),
                    booking.status() instanceof BookingStatus.Cancelled,
                    summary,
                    switch (whose) {
                        case Whose.OfClient _ -> listed(", ", place, clinic == null ? null : address(clinic));
                        case Whose.OfTherapist _ -> listed(", ", room(part), place);
                        case Whose.OfClinic _ -> listed(", ", room(part));
                    },
                    whose instanceof Whose.OfClient && clinic != null
                            ? listed(" · ", booking.reference(), clinic.phone(), clinic.email())
                            : booking.reference());
        }

        private static TimeSlot slot(Part part) {
            return part.session().slot();
        }

        private String treatment(Part part) {
            var code = part.session().treatment();
            return catalogue.treatment(code).map(Treatment::name).orElse(code.toString());
        }

        private @Nullable String therapist(Part part) {
            return catalogue
                    .therapist(part.session().therapistId())
                    .map(Therapist::name)
                    .orElse(null);
        }

        private @Nullable String room(Part part) {
            var session = part.session();
            return catalogue.clinic(session.clinicId()).map(Clinic::rooms).orElse(List.of()).stream()
                    .filter(room -> room.id().equals(session.roomId()))
                    .map(Room::name)
                    .findFirst()
                    .orElse(null);
        }

        Entry entry(TherapistId therapist, Block block) {
            var time = block.time();
            return new Entry(
                    "block-" + block.id() + "@" + domain,
                    block.version(),
                    // It never changes; when it was entered is nobody's business.
                    Instant.EPOCH,
                    new TimeSlot(time.start(), time.end()),
                    catalogue.clinicsOf(therapist).stream()
                            .findFirst()
                            .flatMap(catalogue::clinic)
                            .map(Clinic::zone)
                            .orElse(ZoneId.of("UTC")),
                    false,
                    "Time off",
                    "",
                    null);
        }

        private @Nullable String initials(Timetable.Line line, Part part) {
            var client = known.get(part.clientId());
            if (client != null) return Calendars.initials(client.name());
            var companion = line.booking().visit().companion();
            return companion == null || companion.name() == null || part.number() == 1
                    ? null
                    : Calendars.initials(companion.name());
        }
    }

    /** For example {@code J. W.}; at most the first and the last. */
    static String initials(String name) {
        var words = name.strip().split("[\\s\\p{Z}]+");
        return Stream.of(words[0], words.length > 1 ? words[words.length - 1] : "")
                .filter(word -> !word.isEmpty())
                .map(word -> word.substring(0, word.offsetByCodePoints(0, 1)) + ".")
                .collect(Collectors.joining(" "));
    }

    private static String address(Clinic clinic) {
        var address = clinic.address();
        var city = listed(" ", address.postalCode(), address.city());
        return listed(", ", address.street(), city, address.region(), address.country());
    }

    private static String listed(String separator, @Nullable String... parts) {
        return Stream.of(parts).filter(Objects::nonNull).collect(Collectors.joining(separator));
    }
}
