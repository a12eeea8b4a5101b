package io.rhomboid.booking.session;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;

import io.rhomboid.booking.disclosure.Disclosure.Ground;
import io.rhomboid.booking.disclosure.Disclosures;
import io.rhomboid.booking.disclosure.ReadingTime;
import io.rhomboid.booking.intake.Form;
import io.rhomboid.booking.reservation.Actor;
import io.rhomboid.booking.reservation.Booking;
import io.rhomboid.booking.reservation.BookingStatus.Arrived;
import io.rhomboid.booking.reservation.BookingStatus.Completed;
import io.rhomboid.booking.reservation.BookingStatus.Confirmed;
import io.rhomboid.booking.reservation.Part;
import io.rhomboid.booking.session.SessionAnswer.Forgotten;
import io.rhomboid.booking.session.SessionAnswer.NotArrived;
import io.rhomboid.booking.session.SessionAnswer.NotNow;
import io.rhomboid.booking.session.SessionAnswer.NotTheMoment;
import io.rhomboid.booking.session.SessionAnswer.Opened;
import io.rhomboid.booking.session.SessionAnswer.ReasonMissing;
import io.rhomboid.booking.session.SessionAnswer.Shown;
import io.rhomboid.booking.session.SessionAnswer.UnknownArea;
import io.rhomboid.booking.session.SessionAnswer.UnknownSession;
import io.rhomboid.booking.session.SessionAnswer.VersionChanged;
import io.rhomboid.booking.session.SessionAnswer.Written;
import io.rhomboid.booking.session.SessionRecord.Entry;
import io.rhomboid.booking.vault.SealedFields;
import io.rhomboid.booking.vault.SealedFields.Texts;
import io.rhomboid.booking.vault.Seals;
import io.rhomboid.booking.vault.Vault;
import io.rhomboid.contracts.booking.BookingId;
import io.rhomboid.contracts.client.ClientId;
import io.rhomboid.contracts.therapist.TherapistId;

/** Takes down what belongs to a session, and shows it to who treats and, in part, to the client. */
public final class SessionDesk {

    /** As what a note's fields are sealed, and what the record of readings calls it. */
    private static final String NOTE = "note";

    private static final String AMENDMENT = "amendment";
    private static final String REASON = "reason";
    private static final String PAIN = "pain";
    private static final String LEVEL = "level";
    private static final int SCHEMA = 1;

    private final Form form;
    private final SessionRecords records;
    private final Vault vault;
    private final Disclosures disclosures;
    private final Texts<Note> texts;
    private final Clock clock;

    public SessionDesk(
            Form form, SessionRecords records, Vault vault, Disclosures disclosures, Texts<Note> texts, Clock clock) {
        this.form = form;
        this.records = records;
        this.vault = vault;
        this.disclosures = disclosures;
        this.texts = texts;
        this.clock = clock;
    }

    /**
     * Writes the note of a session, or amends it: what was written before stays readable.
     *
     * @param as whom the writer treats
     * @param because why it is amended
     */
    public SessionAnswer write(
            Booking booking,
            int number,
            long expected,
            Note note,
            @Nullable String because,
            Actor by,
            Collection<TherapistId> as) {
        var session = session(booking, number)
                .filter(part -> as.contains(part.session().therapistId()));
        if (session.isEmpty()) return new UnknownSession();
        if (!(booking.status() instanceof Arrived || booking.status() instanceof Completed)) return new NotArrived();
        var areas = form.areas().stream().map(Form.Area::code).toList();
        if (!areas.containsAll(note.areas())) return new UnknownArea(areas);
        var there = records.find(booking.id(), number);
        if (because == null
                && there.filter(record -> !record.entries().isEmpty()).isPresent()) {
            return new ReasonMissing();
        }
        return keep(session.get(), booking, seals -> {
            var fields = SealedFields.seal(seals, NOTE, SCHEMA, texts.of(note));
            var why = because == null ? null : SealedFields.seal(seals, AMENDMENT, SCHEMA, Map.of(REASON, because));
            var entry = new Entry(String.valueOf(by.id()), clock.instant(), why, fields);
            return records.append(booking.id(), session.get(), expected, entry);
        });
    }

    /** What the client says of their own pain, 0 to 10; again is a correction. */
    public SessionAnswer say(Booking booking, int number, long expected, Moment moment, int level) {
        var session = session(booking, number).filter(part -> part.clientId().equals(booking.clientId()));
        if (session.isEmpty()) return new UnknownSession();
        var slot = session.get().session().slot();
        var from = moment.from(slot);
        var until = moment.until(slot);
        var now = clock.instant();
        boolean stands = booking.status() instanceof Confirmed
                || booking.status() instanceof Arrived
                || booking.status() instanceof Completed;
        if (!stands || now.isBefore(from) || !now.isBefore(until)) return new NotTheMoment(from, until);
        return keep(session.get(), booking, seals -> {
            var sealed = SealedFields.seal(seals, PAIN, SCHEMA, Map.of(LEVEL, Integer.toString(level)));
            return records.keepPain(booking.id(), session.get(), expected, moment, sealed);
        });
    }

    /** What was written down of a guest in this visit is the account's client's from now on; again changes nothing. */
    public void handOver(BookingId visit, ClientId former, ClientId account) {
        for (var record : records.of(former)) {
            if (!record.bookingId().equals(visit)) continue;
            var before = vault.toOpen(former);
            var after = vault.toSeal(account);
            if (before.isEmpty() || after.isEmpty()) return;
            try (var from = before.get();
                    var to = after.get()) {
                while (!handedOver(visit, record.number(), former, account, from, to)) {}
            }
        }
    }

    private boolean handedOver(BookingId visit, int number, ClientId former, ClientId account, Seals from, Seals to) {
        var record = records.find(visit, number).orElseThrow();
        if (!record.client().equals(former)) return true;
        var entries = record.entries().stream()
                .map(entry -> new Entry(
                        entry.by(),
                        entry.at(),
                        SealedFields.handOver(entry.because(), AMENDMENT, from, to),
                        SealedFields.handOver(entry.fields(), NOTE, from, to)))
                .toList();
        var pain = new EnumMap<Moment, SealedFields>(Moment.class);
        record.pain().forEach((moment, level) -> pain.put(moment, SealedFields.handOver(level, PAIN, from, to)));
        return records.handOver(
                new SessionRecord(visit, number, account, record.version(), record.start(), entries, pain));
    }

    private SessionAnswer keep(Part session, Booking booking, Predicate<Seals> write) {
        // What was begun for who came as a guest stays theirs as a whole until it is handed over.
        var owner = records.find(booking.id(), session.number())
                .map(SessionRecord::client)
                .orElse(session.clientId());
        var seals = vault.toSeal(owner);
        if (seals.isEmpty()) return new Forgotten();
        try (var open = seals.get()) {
            boolean written = write.test(open);
            var record = records.find(booking.id(), session.number());
            return written
                    ? new Opened(List.of(shown(open, record.orElseThrow())))
                    : new VersionChanged(record.map(SessionRecord::version).orElse(0L));
        }
    }

    /**
     * What was written down of those whom somebody treats in this visit, of former sessions too, the first one first.
     *
     * @param as whom the reader treats
     */
    public SessionAnswer forVisit(Booking booking, Actor reader, Collection<TherapistId> as) {
        var treated = booking.clientsOf(as);
        if (treated.isEmpty()) return new UnknownSession();
        if (!ReadingTime.isNow(booking, clock.instant())) {
            var time = ReadingTime.of(booking);
            return new NotNow(time.from(), time.until());
        }
        var all = new ArrayList<Shown>();
        for (var client : treated) {
            var sessions = records.of(client);
            if (sessions.isEmpty()) continue;
            var seals = vault.toOpen(client);
            if (seals.isEmpty()) return new Forgotten();
            try (var open = seals.get()) {
                disclosures.record(client, reader, NOTE, Ground.TREATMENT, booking.id(), null);
                for (var session : sessions) all.add(shown(open, session));
            }
        }
        return new Opened(all);
    }

    /** A client's own sessions, the first one first. */
    public SessionAnswer own(ClientId client, Actor reader) {
        var sessions = records.of(client);
        if (sessions.isEmpty()) return new Opened(List.of());
        var seals = vault.toOpen(client);
        if (seals.isEmpty()) return new Forgotten();
        try (var open = seals.get()) {
            disclosures.record(client, reader, NOTE, Ground.OWN, null, null);
            return new Opened(
                    sessions.stream().map(session -> shown(open, session)).toList());
        }
    }

    /**
     * How much it hurt after each visit of this client, or before it if that is all they said. Not on record: whoever
     * shows it to somebody puts that on record.
     *
     * @return empty once the client was forgotten
     */
    public Optional<Map<BookingId, Integer>> painLevels(ClientId client) {
        var said = records.of(client).stream()
                .filter(session -> !session.pain().isEmpty())
                .toList();
        if (said.isEmpty()) return Optional.of(Map.of());
        return vault.toOpen(client).map(seals -> {
            try (seals) {
                var levels = new HashMap<BookingId, Integer>();
                for (var session : said) {
                    var pain = pain(seals, session);
                    levels.put(session.bookingId(), pain.getOrDefault(Moment.AFTER, pain.get(Moment.BEFORE)));
                }
                return levels;
            }
        });
    }

    private Shown shown(Seals seals, SessionRecord session) {
        var notes =
                session.entries().stream().map(entry -> written(seals, entry)).toList();
        return new Shown(session, notes, pain(seals, session));
    }

    private Written written(Seals seals, Entry entry) {
        var because = entry.because();
        return new Written(
                entry.by(),
                entry.at(),
                because == null
                        ? null
                        : because.open(seals, AMENDMENT).get(REASON).stripTrailing(),
                texts.from(entry.fields().open(seals, NOTE)));
    }

    private static Map<Moment, Integer> pain(Seals seals, SessionRecord session) {
        var pain = new EnumMap<Moment, Integer>(Moment.class);
        session.pain()
                .forEach((moment, level) -> pain.put(
                        moment,
                        Integer.valueOf(level.open(seals, PAIN).get(LEVEL).strip())));
        return pain;
    }

    private static Optional<Part> session(Booking booking, int number) {
        return booking.parts().stream().filter(part -> part.number() == number).findFirst();
    }
}
