package io.rhomboid.booking.voucher;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;

import io.rhomboid.booking.voucher.Account.Line;
import io.rhomboid.booking.voucher.Voucher.Kind;

/**
 * What became of a clinic's vouchers, month by month: reckoned from their statements, so that it can't say anything else
 * than these do.
 *
 * <p>All but {@code sold} and {@code paidCents} is in what the kind counts: sessions of packages, else cents.
 *
 * @param sold how many were issued
 * @param paidCents for those
 * @param loaded what was put on vouchers, when they were issued and later
 * @param redeemed what was paid with them, less what came back
 * @param expired what was left when they ended
 * @param voided what was left when they were declared void
 * @param outstanding what was left on all of them at the end of the month, or of the period if that is sooner
 */
public record Sales(
        long sold, long paidCents, long loaded, long redeemed, long expired, long voided, long outstanding) {

    static final Sales NOTHING = new Sales(0, 0, 0, 0, 0, 0, 0);

    /** Vouchers of one kind in one month; in two currencies, two. */
    public record Group(YearMonth month, Kind kind, String currency) implements Comparable<Group> {

        @Override
        public int compareTo(Group other) {
            int byMonth = month.compareTo(other.month);
            if (byMonth != 0) return byMonth;
            int byKind = kind.compareTo(other.kind);
            return byKind != 0 ? byKind : currency.compareTo(other.currency);
        }
    }

    /**
     * Each month of the period that is not all to come, with the kinds of which anything happened or was left.
     *
     * @param first the first date, on the clinic's wall
     * @param last the last date
     */
    public static Map<Group, Sales> of(Collection<Account> accounts, LocalDate first, LocalDate last, Instant now) {
        var groups = new TreeMap<Group, Sales>();
        for (var account : accounts) {
            var voucher = account.voucher();
            var today = LocalDate.ofInstant(now, voucher.zone());
            var end = last.isAfter(today) ? today : last;
            var statement = account.statement(now);
            for (var month = YearMonth.from(first); !month.atDay(1).isAfter(end); month = month.plusMonths(1)) {
                var from = month.atDay(1).isBefore(first) ? first : month.atDay(1);
                var until = month.atEndOfMonth().isAfter(end) ? end : month.atEndOfMonth();
                var sales = NOTHING;
                long left = 0;
                for (var line : statement) {
                    var day = LocalDate.ofInstant(line.at(), voucher.zone());
                    if (day.isAfter(until)) continue;
                    left = line.balance();
                    if (!day.isBefore(from)) sales = sales.plus(of(line, voucher));
                }
                sales = sales.plus(new Sales(0, 0, 0, 0, 0, 0, left));
                if (!sales.equals(NOTHING)) {
                    groups.merge(new Group(month, voucher.kind(), voucher.currency()), sales, Sales::plus);
                }
            }
        }
        return groups;
    }

    private static Sales of(Line line, Voucher voucher) {
        return switch (line.event()) {
            case ISSUED -> new Sales(1, voucher.paid().cents(), line.change(), 0, 0, 0, 0);
            case ADJUSTED -> new Sales(0, 0, line.change(), 0, 0, 0, 0);
            case REDEEMED, RESTORED -> new Sales(0, 0, 0, -line.change(), 0, 0, 0);
            case EXPIRED -> new Sales(0, 0, 0, 0, -line.change(), 0, 0);
            case VOIDED -> new Sales(0, 0, 0, 0, 0, -line.change(), 0);
        };
    }

    Sales plus(Sales more) {
        return new Sales(
                sold + more.sold,
                Math.addExact(paidCents, more.paidCents),
                Math.addExact(loaded, more.loaded),
                Math.addExact(redeemed, more.redeemed),
                Math.addExact(expired, more.expired),
                Math.addExact(voided, more.voided),
                Math.addExact(outstanding, more.outstanding));
    }
}
