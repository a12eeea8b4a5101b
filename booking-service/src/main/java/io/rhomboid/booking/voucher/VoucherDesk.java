package io.rhomboid.booking.voucher;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.random.RandomGenerator;

import org.jspecify.annotations.Nullable;

import io.rhomboid.booking.availability.Availability;
import io.rhomboid.booking.reservation.Actor;
import io.rhomboid.booking.reservation.Bookings;
import io.rhomboid.booking.reservation.Bookings.Saving;
import io.rhomboid.booking.reservation.Cashier;
import io.rhomboid.booking.reservation.Cashier.Cover.Covered;
import io.rhomboid.booking.reservation.Cashier.Cover.NotCovered;
import io.rhomboid.booking.reservation.Op;
import io.rhomboid.booking.reservation.Part;
import io.rhomboid.booking.reservation.Recognition;
import io.rhomboid.booking.reservation.Redemption;
import io.rhomboid.booking.reservation.References;
import io.rhomboid.booking.reservation.Refusal;
import io.rhomboid.booking.reservation.Tender;
import io.rhomboid.booking.voucher.Voucher.Deed;
import io.rhomboid.booking.voucher.Voucher.Entry;
import io.rhomboid.booking.voucher.Voucher.Kind;
import io.rhomboid.booking.voucher.VoucherAnswer.BadLastDay;
import io.rhomboid.booking.voucher.VoucherAnswer.CatalogueUnknown;
import io.rhomboid.booking.voucher.VoucherAnswer.Done;
import io.rhomboid.booking.voucher.VoucherAnswer.KeyReused;
import io.rhomboid.booking.voucher.VoucherAnswer.NoGiftCard;
import io.rhomboid.booking.voucher.VoucherAnswer.Overdrawn;
import io.rhomboid.booking.voucher.VoucherAnswer.TooMuch;
import io.rhomboid.booking.voucher.VoucherAnswer.Unguarded;
import io.rhomboid.booking.voucher.VoucherAnswer.UnknownClinic;
import io.rhomboid.booking.voucher.VoucherAnswer.UnknownPackage;
import io.rhomboid.booking.voucher.VoucherAnswer.UnknownProduct;
import io.rhomboid.booking.voucher.VoucherAnswer.UnknownTherapist;
import io.rhomboid.booking.voucher.VoucherAnswer.UnknownVoucher;
import io.rhomboid.booking.voucher.VoucherAnswer.VersionChanged;
import io.rhomboid.booking.voucher.VoucherAnswer.Voided;
import io.rhomboid.contracts.Money;
import io.rhomboid.contracts.booking.BookingId;
import io.rhomboid.contracts.booking.VoucherId;
import io.rhomboid.contracts.client.ClientId;
import io.rhomboid.contracts.clinic.Clinic;
import io.rhomboid.contracts.clinic.ClinicId;
import io.rhomboid.contracts.therapist.SessionPackage;
import io.rhomboid.contracts.therapist.Therapist;

/** Issues vouchers, changes them, tells what is left, and says to the desk for bookings what one can pay. */
public final class VoucherDesk implements Cashier {

    /** One million of the major unit, or as many sessions as nobody lives to have. */
    static final long MOST = 100_000_000;

    private static final int YEARS_AHEAD = 30;

    /** So often an account may be caught in the middle of somebody's writing. */
    private static final int LOOKS = 100;

    private final Vouchers vouchers;
    private final Bookings bookings;
    private final Recognition clients;
    private final Availability availability;
    private final BooleanSupplier guarded;
    private final RandomGenerator random;
    private final GiftCodes codes;
    private final Clock clock;

    /**
     * @param guarded whether the store refuses a number that somebody has taken
     * @param random for references
     */
    public VoucherDesk(
            Vouchers vouchers,
            Bookings bookings,
            Recognition clients,
            Availability availability,
            BooleanSupplier guarded,
            RandomGenerator random,
            GiftCodes codes,
            Clock clock) {
        this.vouchers = vouchers;
        this.bookings = bookings;
        this.clients = clients;
        this.availability = availability;
        this.guarded = guarded;
        this.random = random;
        this.codes = codes;
        this.clock = clock;
    }

    /** The id is derived from the key, so that a repeat finds what the first one made; without the code. */
    public VoucherAnswer issue(VoucherId id, Op op, IssueVoucher wanted, Actor actor) {
        if (!guarded.getAsBoolean()) return new Unguarded();
        if (!availability.isReady()) return new CatalogueUnknown();
        var made = alreadyMade(id, op);
        if (made.isPresent()) return made.get();
        var catalogue = availability.catalogue();
        var clinic = catalogue.clinic(wanted.clinicId()).orElse(null);
        if (clinic == null) return new UnknownClinic();
        var now = clock.instant();
        var today = LocalDate.ofInstant(now, clinic.zone());
        var paidCents = wanted.paidCents();
        var lastDay = wanted.lastDay();
        var product = wanted.product();
        if (product != null) {
            var lengths = catalogue.lengths(product.treatment(), wanted.clinicId());
            if (!lengths.contains(product.lengthMinutes())) return new UnknownProduct(lengths);
            List<SessionPackage> listed = List.of();
            if (product.therapistId() != null) {
                var therapist = catalogue.therapist(product.therapistId());
                if (therapist.isEmpty()) return new UnknownTherapist();
                listed = packages(therapist.get(), wanted.clinicId());
            }
            var match = listed.stream()
                    .filter(it -> it.treatment().equals(product.treatment())
                            && it.lengthMinutes() == product.lengthMinutes()
                            && it.sessions() == wanted.worth())
                    .findFirst();
            if (paidCents == null)
                paidCents = match.map(it -> it.price().cents()).orElse(null);
            if (lastDay == null)
                lastDay = match.map(it -> today.plusDays(it.validDays())).orElse(null);
            if (paidCents == null || lastDay == null) return new UnknownPackage(listed);
        }
        if (paidCents == null || lastDay == null) throw new IllegalArgumentException("paid what, good until when?");
        if (isBad(lastDay, today)) return new BadLastDay();
        return add(id, op, wanted, clinic, new Money(paidCents, clinic.currency()), lastDay, actor, now);
    }

    private VoucherAnswer add(
            VoucherId id,
            Op op,
            IssueVoucher wanted,
            Clinic clinic,
            Money paid,
            LocalDate lastDay,
            Actor actor,
            Instant now) {
        var code = wanted.kind() == Kind.GIFT_CARD ? codes.of(id, 1) : null;
        var client = wanted.client() == null ? null : clients.recognise(wanted.client());
        while (true) {
            var voucher = new Voucher(
                    id,
                    1,
                    "VC-" + References.signs(6, random),
                    wanted.kind(),
                    wanted.clinicId(),
                    clinic.zone(),
                    clinic.currency(),
                    client,
                    wanted.product(),
                    paid,
                    wanted.payment(),
                    lastDay,
                    List.of(new Entry(1, Deed.ISSUED, wanted.worth(), now, actor, wanted.note())),
                    wanted.receiver(),
                    wanted.words());
            var sent = voucher.sent(now).orElse(null);
            if (vouchers.add(voucher, code, op, sent) == Saving.SAVED) {
                return new Done(new Account(voucher, List.of()), code);
            }
            var made = alreadyMade(id, op);
            if (made.isPresent()) return made.get();
        }
    }

    private static List<SessionPackage> packages(Therapist therapist, ClinicId clinic) {
        return therapist.packages().stream()
                .filter(it -> it.clinicId().equals(clinic))
                .toList();
    }

    private static boolean isBad(LocalDate lastDay, LocalDate today) {
        return lastDay.isBefore(today) || lastDay.isAfter(today.plusYears(YEARS_AHEAD));
    }

    private Optional<VoucherAnswer> alreadyMade(VoucherId id, Op op) {
        return vouchers.find(id)
                .map(kept -> kept.ops().contains(op) ? new Done(settled(id).orElseThrow(), null) : new KeyReused());
    }

    public Optional<Account> find(VoucherId id) {
        return settled(id);
    }

    /** Of whoever has the code. */
    public Optional<Account> find(GiftCode code) {
        return vouchers.openedBy(code).flatMap(voucher -> settled(voucher.id()));
    }

    /** The newest first. */
    public List<Account> of(ClinicId clinic, int most) {
        return accounts(vouchers.of(clinic, most));
    }

    public List<Account> of(ClientId client, int most) {
        return accounts(vouchers.of(client, most));
    }

    /** All that a clinic has ever issued, each as it was a moment ago. */
    public List<Account> allOf(ClinicId clinic) {
        return vouchers.of(clinic, Integer.MAX_VALUE).stream()
                .map(voucher -> whole(voucher.id()).orElseThrow())
                .toList();
    }

    private List<Account> accounts(List<Voucher> some) {
        return some.stream().map(voucher -> settled(voucher.id()).orElseThrow()).toList();
    }

    /**
     * Puts something on a voucher or takes something off, or moves its last day.
     *
     * @param change in cents, or in sessions of a package
     * @param lastDay null leaves it
     */
    public VoucherAnswer adjust(
            VoucherId id, Op op, long change, @Nullable LocalDate lastDay, String reason, Actor actor) {
        return change(id, op, account -> {
            var voucher = account.voucher();
            var now = clock.instant();
            var day = lastDay == null ? voucher.lastDay() : lastDay;
            if (lastDay != null && isBad(lastDay, today(voucher.zone(), now))) return refuse(new BadLastDay());
            long left = account.left(now);
            if (left + change < 0) {
                // It may just have got something back.
                left = settled(id).orElseThrow().left(now);
                if (left + change < 0) return refuse(new Overdrawn(left));
            }
            if (voucher.loaded() + change > MOST) return refuse(new TooMuch(MOST));
            return keep(voucher.with(entry(account, Deed.ADJUSTED, change, reason, actor, now), day), null, op);
        });
    }

    /** Nothing can be paid with it any more; what was paid stays paid. */
    public VoucherAnswer voidIt(VoucherId id, long expected, @Nullable Op op, String reason, Actor actor) {
        return change(id, op, account -> {
            var voucher = account.voucher();
            if (voucher.version() != expected) return refuse(new VersionChanged(voucher.version()));
            var entry = entry(account, Deed.VOIDED, 0, reason, actor, clock.instant());
            return keep(voucher.with(entry, voucher.lastDay()), null, op);
        });
    }

    /** Another code for a gift card whose code was lost; the former opens nothing from now on. */
    public VoucherAnswer changeCode(VoucherId id, long expected) {
        return change(id, null, account -> {
            var voucher = account.voucher();
            if (voucher.kind() != Kind.GIFT_CARD) return refuse(new NoGiftCard());
            if (voucher.version() != expected) return refuse(new VersionChanged(voucher.version()));
            var next = voucher.next();
            return keep(next, codes.of(id, next.version()), null);
        });
    }

    private static Entry entry(Account account, Deed deed, long change, String reason, Actor actor, Instant now) {
        return new Entry(account.nextNumber(), deed, change, now, actor, reason);
    }

    /** Decides on the latest state, and decides again when somebody else was faster. */
    private VoucherAnswer change(VoucherId id, @Nullable Op op, Function<Account, Optional<VoucherAnswer>> command) {
        if (!guarded.getAsBoolean()) return new Unguarded();
        while (true) {
            var kept = vouchers.find(id);
            if (kept.isEmpty()) return new UnknownVoucher();
            if (op != null) {
                var same = kept.get().ops().stream()
                        .filter(done -> done.key().equals(op.key()))
                        .findFirst();
                if (same.isPresent()) {
                    return same.get().equals(op) ? new Done(settled(id).orElseThrow(), null) : new KeyReused();
                }
            }
            var account = whole(id).orElseThrow();
            if (account.voucher().isVoided()) return new Voided();
            var answer = command.apply(account);
            if (answer.isPresent()) return answer.get();
        }
    }

    private static Optional<VoucherAnswer> refuse(VoucherAnswer no) {
        return Optional.of(no);
    }

    /** Empty when somebody else was faster. */
    private Optional<VoucherAnswer> keep(Voucher changed, @Nullable GiftCode code, @Nullable Op op) {
        var sent = code == null ? null : changed.sent(clock.instant()).orElse(null);
        return vouchers.save(changed, code, op, sent) == Saving.SAVED
                ? Optional.of(new Done(settled(changed.id()).orElseThrow(), code))
                : Optional.empty();
    }

    @Override
    public Cover cover(
            Tender tender,
            List<Part> parts,
            Money open,
            ClientId client,
            Collection<BookingId> givingBack,
            Instant now) {
        var voucher = named(tender, client);
        if (voucher.isEmpty()) return new NotCovered(Refusal.UNKNOWN_VOUCHER);
        var id = voucher.get().id();
        var cover = cover(whole(id).orElseThrow(), parts, open, givingBack, now);
        // It may just have got something back.
        return cover instanceof NotCovered ? cover(settled(id).orElseThrow(), parts, open, givingBack, now) : cover;
    }

    private Optional<Voucher> named(Tender tender, ClientId client) {
        return switch (tender) {
            case Tender.Code(var typed) -> GiftCode.parse(typed).flatMap(vouchers::openedBy);
            // Somebody else's looks like none.
            case Tender.Own(var id) ->
                vouchers.find(id).map(Vouchers.Kept::voucher).filter(it -> client.equals(it.clientId()));
        };
    }

    private static Cover cover(
            Account account, List<Part> parts, Money open, Collection<BookingId> givingBack, Instant now) {
        var voucher = account.voucher();
        var product = voucher.product();
        if (voucher.isVoided()) return new NotCovered(Refusal.VOUCHER_VOIDED);
        var first = parts.getFirst().session();
        var ofProduct = product == null
                ? List.<Part>of()
                : parts.stream().filter(part -> product.isOf(part.session())).toList();
        if (!voucher.clinicId().equals(first.clinicId())
                || !voucher.currency().equals(open.currency())
                || product != null && ofProduct.isEmpty()) {
            return new NotCovered(Refusal.VOUCHER_NOT_FOR_THIS);
        }
        if (!now.isBefore(voucher.end()) || !first.slot().start().isBefore(voucher.end())) {
            return new NotCovered(Refusal.VOUCHER_EXPIRED);
        }
        long left = account.left(givingBack, now);
        if (left <= 0) return new NotCovered(Refusal.VOUCHER_EMPTY);
        var paid = ofProduct.stream().limit(left).toList();
        long worth = product == null
                ? left
                : paid.stream().mapToLong(part -> part.price().cents()).sum();
        return new Covered(new Redemption(
                voucher.id(),
                account.nextNumber(),
                new Money(Math.min(worth, open.cents()), open.currency()),
                paid.size(),
                voucher.lastDay(),
                now,
                null));
    }

    private static LocalDate today(ZoneId zone, Instant now) {
        return LocalDate.ofInstant(now, zone);
    }

    /** With every number up to the last one; may be a little old, and then says too little rather than too much. */
    private Optional<Account> whole(VoucherId id) {
        for (int look = 0; look < LOOKS; look++) {
            var account = vouchers.find(id).map(kept -> new Account(kept.voucher(), bookings.paidWith(id)));
            if (account.isEmpty() || account.get().isWhole()) return account;
        }
        throw new IllegalStateException("voucher " + id + " has a redemption that is nowhere to be found");
    }

    /** As it was at one moment: read twice, and nothing was different. */
    private Optional<Account> settled(VoucherId id) {
        var account = whole(id);
        for (int look = 0; look < LOOKS; look++) {
            var again = whole(id);
            if (again.equals(account)) return account;
            account = again;
        }
        return account;
    }
}
