package io.rhomboid.booking.intake;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import io.rhomboid.booking.disclosure.Disclosure.Ground;
import io.rhomboid.booking.disclosure.Disclosure.Words;
import io.rhomboid.booking.disclosure.Disclosures;
import io.rhomboid.booking.disclosure.ReadingTime;
import io.rhomboid.booking.disclosure.Reasons;
import io.rhomboid.booking.intake.Intake.HandedIn;
import io.rhomboid.booking.intake.IntakeAnswer.BehindGlass;
import io.rhomboid.booking.intake.IntakeAnswer.ConsentNeeded;
import io.rhomboid.booking.intake.IntakeAnswer.Forgotten;
import io.rhomboid.booking.intake.IntakeAnswer.Incomplete;
import io.rhomboid.booking.intake.IntakeAnswer.NotNow;
import io.rhomboid.booking.intake.IntakeAnswer.NothingHandedIn;
import io.rhomboid.booking.intake.IntakeAnswer.Opened;
import io.rhomboid.booking.intake.IntakeAnswer.Own;
import io.rhomboid.booking.intake.IntakeAnswer.Senseless;
import io.rhomboid.booking.intake.IntakeAnswer.Shown;
import io.rhomboid.booking.intake.IntakeAnswer.VersionChanged;
import io.rhomboid.booking.reservation.Actor;
import io.rhomboid.booking.reservation.Booking;
import io.rhomboid.booking.reservation.Part;
import io.rhomboid.booking.vault.SealedFields;
import io.rhomboid.booking.vault.SealedFields.Texts;
import io.rhomboid.booking.vault.Seals;
import io.rhomboid.booking.vault.Vault;
import io.rhomboid.contracts.alert.AlertEvent.GlassBroken;
import io.rhomboid.contracts.alert.AlertId;
import io.rhomboid.contracts.booking.BookingId;
import io.rhomboid.contracts.client.ClientId;
import io.rhomboid.contracts.therapist.TherapistId;

/** Takes in what clients say about their bodies, and shows it to those who may read it. */
public final class IntakeDesk {

    /** As what its fields are sealed, and what the record of readings calls it. */
    private static final String NAME = "intake";

    /** What the record of readings calls it that somebody may read, before they do. */
    private static final String GLASS = "glass";

    private static final int SCHEMA = 1;

    private final Form form;
    private final Intakes intakes;
    private final Vault vault;
    private final Disclosures disclosures;
    private final Reasons reasons;
    private final Glass.Panes panes;
    private final Texts<Said> texts;
    private final Clock clock;

    public IntakeDesk(
            Form form,
            Intakes intakes,
            Vault vault,
            Disclosures disclosures,
            Reasons reasons,
            Glass.Panes panes,
            Texts<Said> texts,
            Clock clock) {
        this.form = form;
        this.intakes = intakes;
        this.vault = vault;
        this.disclosures = disclosures;
        this.reasons = reasons;
        this.panes = panes;
        this.texts = texts;
        this.clock = clock;
    }

    public Form form() {
        return form;
    }

    /** The client's own, of version 0 if they never said anything. */
    public IntakeAnswer own(ClientId client, Actor reader) {
        var intake = intakes.find(client).orElseGet(() -> Intake.none(client));
        if (intake.version() == 0) return new Own(intake, null, null);
        disclosures.record(client, reader, NAME, Ground.OWN, null, null);
        return opened(intake);
    }

    /** Keeps what is not complete yet. What was handed in before stays what counts. */
    public IntakeAnswer keepDraft(ClientId client, long expected, Said said) {
        var wrong = form.wrong(said);
        if (!wrong.isEmpty()) return new Senseless(wrong);
        return keep(client, said, fields -> intakes.keepDraft(client, expected, fields));
    }

    /** @param consent version of the words that the client agrees to */
    public IntakeAnswer handIn(ClientId client, long expected, Said said, @Nullable String consent) {
        var wrong = form.wrong(said);
        if (!wrong.isEmpty()) return new Senseless(wrong);
        var missing = form.missing(said);
        if (!missing.isEmpty()) return new Incomplete(missing);
        if (!form.consent().version().equals(consent)) return new ConsentNeeded(form.consent());
        var now = clock.instant();
        return keep(
                client,
                said,
                fields -> intakes.handIn(client, expected, new HandedIn(fields, now, aYearAfter(now), consent)));
    }

    private static Instant aYearAfter(Instant now) {
        return LocalDate.ofInstant(now, ZoneOffset.UTC)
                .plusYears(1)
                .plusDays(1)
                .atStartOfDay(ZoneOffset.UTC)
                .toInstant();
    }

    private IntakeAnswer keep(ClientId client, Said said, Predicate<SealedFields> write) {
        var seals = vault.toSeal(client);
        if (seals.isEmpty()) return new Forgotten();
        try (var open = seals.get()) {
            if (!write.test(SealedFields.seal(open, NAME, SCHEMA, texts.of(said)))) return versionChanged(client);
        }
        return opened(intakes.find(client).orElseThrow());
    }

    /**
     * What somebody said before they had an account is what they say with it from now on, unless they said something later
     * there. What they said before stays where it is until they are forgotten; again changes nothing.
     *
     * @param reader who puts it there: that it was read is on record
     */
    public void handOver(ClientId former, ClientId account, Actor reader) {
        var said = intakes.find(former).orElse(null);
        if (said == null || said.version() == 0) return;
        var before = vault.toOpen(former);
        var after = vault.toSeal(account);
        if (before.isEmpty() || after.isEmpty()) return;
        disclosures.record(former, reader, NAME, Ground.OWN, null, null);
        try (var from = before.get();
                var to = after.get()) {
            while (!handedOver(said, account, from, to)) {}
        }
    }

    /** One step of it; true when there is none left. */
    private boolean handedOver(Intake said, ClientId account, Seals from, Seals to) {
        var there = intakes.find(account).orElseGet(() -> Intake.none(account));
        var handedIn = said.handedIn();
        if (handedIn != null
                && (there.handedIn() == null || there.handedIn().at().isBefore(handedIn.at()))) {
            var fields = SealedFields.handOver(handedIn.fields(), NAME, from, to);
            intakes.handIn(
                    account,
                    there.version(),
                    new HandedIn(fields, handedIn.at(), handedIn.validUntil(), handedIn.consent()));
            return false;
        }
        boolean counts = handedIn != null
                && there.handedIn() != null
                && there.handedIn().at().equals(handedIn.at());
        for (var visit : counts
                ? said.confirmed().entrySet()
                : Map.<BookingId, Instant>of().entrySet()) {
            if (there.confirmed().containsKey(visit.getKey())) continue;
            intakes.confirm(account, there.version(), visit.getKey(), visit.getValue());
            return false;
        }
        if (said.draft() != null && there.draft() == null && (counts || there.handedIn() == null)) {
            intakes.keepDraft(account, there.version(), SealedFields.handOver(said.draft(), NAME, from, to));
            return false;
        }
        return true;
    }

    /** "Nothing has changed" since it was handed in, for this visit; again is no harm. */
    public IntakeAnswer confirmUnchanged(ClientId client, long expected, Booking visit) {
        var now = clock.instant();
        var intake = intakes.find(client).orElseGet(() -> Intake.none(client));
        if (intake.handedIn() == null || !intake.handedIn().isValid(now)) return new NothingHandedIn();
        return intakes.confirm(client, expected, visit.id(), now)
                ? opened(intakes.find(client).orElseThrow())
                : versionChanged(client);
    }

    private VersionChanged versionChanged(ClientId client) {
        return new VersionChanged(intakes.find(client).map(Intake::version).orElse(0L));
    }

    private IntakeAnswer opened(Intake intake) {
        var seals = vault.toOpen(intake.client());
        if (seals.isEmpty()) return new Forgotten();
        try (var open = seals.get()) {
            return new Own(
                    intake,
                    said(open, intake.draft()),
                    intake.handedIn() == null
                            ? null
                            : said(open, intake.handedIn().fields()));
        }
    }

    private @Nullable Said said(Seals seals, @Nullable SealedFields fields) {
        return fields == null ? null : texts.from(fields.open(seals, NAME));
    }

    /**
     * What those whom somebody treats in this visit have handed in.
     *
     * @param as whom the reader treats; nobody for a clinic's admin
     */
    public IntakeAnswer forVisit(Booking booking, Actor reader, Collection<TherapistId> as) {
        var now = clock.instant();
        var treated = booking.clientsOf(as);
        if (!treated.isEmpty() && ReadingTime.isNow(booking, now)) {
            return shown(booking, treated, client -> record(client, reader, Ground.TREATMENT, booking, null));
        }
        // What was broken for who came before is not broken for who has the booking now.
        var glass = panes.last(booking.id(), subject(reader))
                .filter(it -> now.isBefore(it.until()))
                .filter(it -> clients(booking).anyMatch(it.words()::containsKey));
        if (glass.isPresent()) {
            var words = glass.get().words();
            var all = clients(booking).filter(words::containsKey).toList();
            return shown(
                    booking, all, client -> record(client, reader, Ground.BROKEN_GLASS, booking, words.get(client)));
        }
        var time = ReadingTime.of(booking);
        return treated.isEmpty() ? new BehindGlass() : new NotNow(time.from(), time.until());
    }

    private static Stream<ClientId> clients(Booking booking) {
        return booking.parts().stream().map(Part::clientId).distinct();
    }

    private void record(ClientId client, Actor reader, Ground ground, Booking booking, @Nullable SealedFields words) {
        disclosures.record(client, reader, NAME, ground, booking.id(), words == null ? null : new Words.Sealed(words));
    }

    private IntakeAnswer shown(Booking booking, List<ClientId> clients, Consumer<ClientId> record) {
        var all = new ArrayList<Shown>();
        for (var client : clients) {
            var intake = intakes.find(client).orElseGet(() -> Intake.none(client));
            if (intake.handedIn() == null) {
                all.add(new Shown(intake, null, null));
                continue;
            }
            var seals = vault.toOpen(client);
            if (seals.isEmpty()) return new Forgotten();
            try (var open = seals.get()) {
                record.accept(client);
                all.add(new Shown(
                        intake,
                        said(open, intake.handedIn().fields()),
                        intake.confirmed().get(booking.id())));
            }
        }
        return new Opened(all);
    }

    /**
     * The clinic is told, and it stands in the record of each client of the visit. From now on this person may read for
     * an hour what belongs to the visit, whatever the time. A repeat breaks no other one.
     *
     * @param id the same for each repeat
     * @param name as their account calls them; null if it does not
     * @param as whom they treat in this clinic; null if they treat nobody there
     * @return empty once all clients of the visit were forgotten
     */
    public Optional<Glass> breakGlass(
            AlertId id, Booking booking, Actor by, @Nullable String name, @Nullable TherapistId as, String why) {
        var there = panes.find(id);
        if (there.isPresent()) return there;
        var words = new HashMap<ClientId, SealedFields>();
        clients(booking).forEach(client -> reasons.seal(client, why).ifPresent(fields -> words.put(client, fields)));
        if (words.isEmpty()) return Optional.empty();
        var glass = new Glass(booking.id(), subject(by), words, clock.instant());
        words.forEach((client, fields) ->
                disclosures.record(client, by, GLASS, Ground.BROKEN_GLASS, booking.id(), new Words.Sealed(fields)));
        var alert = new GlassBroken(
                id,
                1,
                booking.session().clinicId(),
                booking.id(),
                booking.reference(),
                glass.subject(),
                name,
                as,
                glass.until(),
                glass.brokenAt());
        return panes.add(glass, alert) ? Optional.of(glass) : panes.find(id);
    }

    private static String subject(Actor actor) {
        if (actor.id() == null) throw new IllegalArgumentException("only who has signed in reads what others said");
        return actor.id();
    }
}
