package io.rhomboid.booking.voucher;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import io.rhomboid.booking.reservation.Booking;
import io.rhomboid.booking.reservation.Coverage;
import io.rhomboid.booking.reservation.Coverage.Share;
import io.rhomboid.booking.voucher.Voucher.Entry;
import io.rhomboid.contracts.booking.BookingId;

/**
 * A voucher and the bookings that were ever paid with it; from both together follows what is left.
 *
 * <p>Whatever makes less of it – being redeemed, adjusted, voided – takes the next number, and no two can take the same.
 * What makes more of it again takes none: a booking gives back by being cancelled. So an account that has every number
 * up to its last one never says that there is more than there is, however old it may be; and what is taken by the next
 * number after it was all seen.
 *
 * @param bookings in any order
 */
public record Account(Voucher voucher, List<Booking> bookings) {

    /** What a line of the statement is about. */
    public enum Event {
        ISSUED,
        REDEEMED,
        RESTORED,
        ADJUSTED,
        VOIDED,
        EXPIRED
    }

    /**
     * One line of the statement; in cents, or in sessions of a package.
     *
     * @param change less than nothing when it makes the balance less
     * @param balance after it
     * @param booking that it was redeemed with
     * @param reason in the desk's words
     */
    public record Line(
            Instant at,
            Event event,
            long change,
            long balance,
            @Nullable Booking booking,
            @Nullable String reason) {}

    /** Whether it can still be paid with. */
    public enum Status {
        OPEN,
        USED_UP,
        EXPIRED,
        VOIDED
    }

    public Account {
        bookings = List.copyOf(bookings);
    }

    /** Whether no number is missing: else somebody is just writing one, or was when the bookings were read. */
    boolean isWhole() {
        var numbers = numbers().sorted().toArray();
        return IntStream.range(0, numbers.length).allMatch(i -> numbers[i] == i + 1);
    }

    int nextNumber() {
        return numbers().max().orElse(0) + 1;
    }

    private IntStream numbers() {
        return IntStream.concat(
                voucher.entries().stream().mapToInt(Entry::number),
                bookings.stream()
                        .flatMap(booking -> booking.redemptions().stream())
                        .filter(redemption -> redemption.voucherId().equals(voucher.id()))
                        .mapToInt(redemption -> redemption.number()));
    }

    public Status status(Instant now) {
        if (voucher.isVoided()) return Status.VOIDED;
        if (!now.isBefore(voucher.end())) return Status.EXPIRED;
        return left(now) > 0 ? Status.OPEN : Status.USED_UP;
    }

    /** What can be paid with it, in cents or sessions; nothing once it is over. */
    public long balance(Instant now) {
        return status(now) == Status.OPEN ? left(now) : 0;
    }

    /** What is left whether or not it is over. */
    long left(Instant now) {
        return left(List.of(), now);
    }

    /** @param without bookings that give back what they have */
    long left(Collection<BookingId> without, Instant now) {
        long used = bookings.stream()
                .filter(booking -> !without.contains(booking.id()))
                .flatMap(booking -> shares(booking, now))
                .mapToLong(Share::used)
                .sum();
        return voucher.loaded() - used;
    }

    private Stream<Share> shares(Booking booking, Instant now) {
        return Coverage.of(booking, now).stream()
                .filter(share -> share.redemption().voucherId().equals(voucher.id()));
    }

    /** All that has made the balance more or less, the first thing first; never below nothing. */
    public List<Line> statement(Instant now) {
        return new Statement(now).lines;
    }

    private record Taking(Booking booking, Share share) {}

    /** Writes down what took a number in the order of these, and what was given back in between, as time has it. */
    private final class Statement {

        private final List<Line> lines = new ArrayList<>();
        private final PriorityQueue<Line> restored = new PriorityQueue<>(Comparator.comparing(Line::at));
        private boolean voided;
        private long balance;

        Statement(Instant now) {
            record Numbered(
                    int number,
                    @Nullable Entry entry,
                    @Nullable Taking taking) {}
            Stream.concat(
                            voucher.entries().stream().map(entry -> new Numbered(entry.number(), entry, null)),
                            bookings.stream()
                                    .flatMap(booking -> shares(booking, now).map(share -> new Taking(booking, share)))
                                    .map(taking -> new Numbered(
                                            taking.share().redemption().number(), null, taking)))
                    .sorted(Comparator.comparingInt(Numbered::number))
                    .forEach(next -> {
                        if (next.entry() != null) enter(next.entry());
                        if (next.taking() != null) enter(next.taking());
                    });
            while (!restored.isEmpty()) restore();
            if (!voided && balance > 0 && !now.isBefore(voucher.end())) {
                write(latest(voucher.end()), Event.EXPIRED, -balance, null, null);
            }
        }

        private void enter(Entry entry) {
            restoreUntil(entry.at(), entry.change());
            switch (entry.deed()) {
                case ISSUED -> write(entry.at(), Event.ISSUED, entry.change(), null, entry.reason());
                case ADJUSTED -> write(entry.at(), Event.ADJUSTED, entry.change(), null, entry.reason());
                case VOIDED -> {
                    voided = true;
                    write(entry.at(), Event.VOIDED, -balance, null, entry.reason());
                }
            }
        }

        private void enter(Taking taking) {
            var share = taking.share();
            var at = share.redemption().takenAt();
            restoreUntil(at, -share.taken());
            write(at, Event.REDEEMED, -share.taken(), taking.booking(), null);
            if (share.restoredAt() != null) {
                long back = share.taken() - share.used();
                restored.add(new Line(share.restoredAt(), Event.RESTORED, back, 0, taking.booking(), null));
            }
        }

        /** Clocks differ a little: what must have been given back before was. */
        private void restoreUntil(Instant at, long change) {
            while (!restored.isEmpty() && (restored.peek().at().isBefore(at) || balance + change < 0)) restore();
        }

        private void restore() {
            var next = restored.remove();
            write(next.at(), Event.RESTORED, next.change(), next.booking(), null);
            if (voided) write(next.at(), Event.VOIDED, -next.change(), null, null);
        }

        private void write(Instant at, Event event, long change, @Nullable Booking booking, @Nullable String reason) {
            balance += change;
            lines.add(new Line(at, event, change, balance, booking, reason));
        }

        private Instant latest(Instant end) {
            var last = lines.isEmpty() ? end : lines.getLast().at();
            return last.isAfter(end) ? last : end;
        }
    }
}
