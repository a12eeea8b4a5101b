package io.rhomboid.booking.voucher;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import io.rhomboid.booking.reservation.Actor;
import io.rhomboid.booking.reservation.Actor.Role;
import io.rhomboid.booking.voucher.Sales.Group;
import io.rhomboid.booking.voucher.Voucher.Deed;
import io.rhomboid.booking.voucher.Voucher.Entry;
import io.rhomboid.booking.voucher.Voucher.Kind;
import io.rhomboid.booking.voucher.Voucher.Payment;
import io.rhomboid.contracts.Money;
import io.rhomboid.contracts.booking.VoucherId;
import io.rhomboid.contracts.clinic.ClinicId;

import static org.assertj.core.api.Assertions.assertThat;

class CountingVouchersTest {

    static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");
    static final LocalDate FIRST = LocalDate.parse("2026-08-15");
    static final LocalDate LAST = LocalDate.parse("2026-12-31");

    @Test
    void each_month_says_what_happened_in_it_and_what_was_left_at_its_end() {
        var sold = card("2026-09-30T22:30:00Z", 100_00, "2027-01-01");
        var ended = card("2026-08-20T10:00:00Z", 40_00, "2026-10-15");
        var before = card("2026-08-01T10:00:00Z", 7_00, "2027-01-01");

        var sales = Sales.of(List.of(sold, ended, before), FIRST, LAST, NOW);

        assertThat(sales)
                .containsOnlyKeys(group("2026-08"), group("2026-09"), group("2026-10"), group("2026-11"))
                .containsEntry(group("2026-08"), new Sales(1, 40_00, 40_00, 0, 0, 0, 47_00))
                .containsEntry(group("2026-09"), new Sales(0, 0, 0, 0, 0, 0, 47_00))
                // Half past midnight in Berlin: already October there.
                .containsEntry(group("2026-10"), new Sales(1, 100_00, 100_00, 0, 40_00, 0, 107_00))
                .containsEntry(group("2026-11"), new Sales(0, 0, 0, 0, 0, 0, 107_00));
    }

    @Test
    void what_is_voided_or_adjusted_is_no_longer_outstanding_as_much() {
        var card = card("2026-09-01T10:00:00Z", 100_00, "2027-01-01");
        var less = with(card, Deed.ADJUSTED, -30_00, "2026-09-10T10:00:00Z");
        var none = with(less, Deed.VOIDED, 0, "2026-10-10T10:00:00Z");

        assertThat(Sales.of(List.of(none), FIRST, LAST, NOW))
                .containsOnlyKeys(group("2026-09"), group("2026-10"))
                .containsEntry(group("2026-09"), new Sales(1, 100_00, 70_00, 0, 0, 0, 70_00))
                .containsEntry(group("2026-10"), new Sales(0, 0, 0, 0, 0, 70_00, 0));
    }

    /** Whatever happens: what came in less what went out is what is outstanding at the end. */
    @Test
    void nothing_is_lost_on_the_way() {
        long seed = new Random().nextLong();
        var random = new Random(seed);
        var cards = new ArrayList<Account>();
        for (int i = 0; i < 200; i++) {
            var day = FIRST.plusDays(random.nextInt(90));
            var card = card(
                    day + "T09:00:00Z",
                    1 + random.nextInt(10_000),
                    day.plusDays(random.nextInt(120)).toString());
            if (random.nextBoolean()) card = with(card, Deed.ADJUSTED, random.nextInt(5_000), day + "T10:00:00Z");
            if (random.nextInt(4) == 0) card = with(card, Deed.VOIDED, 0, day + "T11:00:00Z");
            cards.add(card);
        }
        var sales = Sales.of(cards, FIRST, LAST, NOW);

        long left = 0;
        for (var month = YearMonth.from(FIRST);
                !month.isAfter(YearMonth.from(NOW.atZone(BERLIN)));
                month = month.plusMonths(1)) {
            var of = sales.getOrDefault(group(month.toString()), Sales.NOTHING);
            left += of.loaded() - of.redeemed() - of.expired() - of.voided();
            assertThat(of.outstanding()).as("%s, seed %d", month, seed).isEqualTo(left);
        }
        assertThat(left)
                .as("seed %d", seed)
                .isEqualTo(cards.stream().mapToLong(card -> card.balance(NOW)).sum());
        assertThat(sales.values().stream().mapToLong(Sales::sold).sum()).isEqualTo(200);
    }

    private static Group group(String month) {
        return new Group(YearMonth.parse(month), Kind.GIFT_CARD, "EUR");
    }

    private static Account card(String issued, long cents, String lastDay) {
        return new Account(
                new Voucher(
                        new VoucherId(UUID.randomUUID()),
                        1,
                        "VC-7K2M9Q",
                        Kind.GIFT_CARD,
                        new ClinicId(new UUID(1, 1)),
                        BERLIN,
                        "EUR",
                        null,
                        null,
                        new Money(cents, "EUR"),
                        Payment.CASH,
                        LocalDate.parse(lastDay),
                        List.of(new Entry(1, Deed.ISSUED, cents, Instant.parse(issued), Actor.some(Role.DESK), null)),
                        null,
                        null),
                List.of());
    }

    private static Account with(Account account, Deed deed, long change, String at) {
        var voucher = account.voucher();
        var entry = new Entry(account.nextNumber(), deed, change, Instant.parse(at), Actor.some(Role.DESK), "because");
        return new Account(voucher.with(entry, voucher.lastDay()), List.of());
    }
}
