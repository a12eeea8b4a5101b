package io.rhomboid.notification.message;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

import io.rhomboid.contracts.Money;

/**
 * What the templates may say of a series, each written out in the client's language and each on one line.
 *
 * @param name how the client is addressed; empty when we had better not
 * @param visits the earliest first
 * @param price of all together; absent when they were cancelled
 * @param address the clinic's, a line each
 * @param contact how to reach the clinic
 * @param freeHours until so many hours before it a visit is cancelled free of charge
 * @param latePercent of its price, which it costs after that; 0 for nothing
 * @param fee what the client owes for all together; absent when nothing
 * @param link opens the series to whoever has it; absent where nothing is left to do with it
 */
public record SeriesFacts(
        String name,
        String clinic,
        String treatment,
        List<Line> visits,
        @Nullable String price,
        List<String> address,
        @Nullable String contact,
        long freeHours,
        int latePercent,
        @Nullable String fee,
        @Nullable String link) {

    /**
     * One visit.
     *
     * @param fee what the client owes for it; absent when nothing
     * @param link opens the booking to whoever has it; absent where nothing is left to do with it
     */
    public record Line(
            String when,
            long minutes,
            String therapist,
            String reference,
            @Nullable String fee,
            @Nullable String link) {}

    static SeriesFacts of(
            List<Announcement> visits,
            Language language,
            Function<Announcement, @Nullable URI> links,
            @Nullable URI link) {
        var first = visits.getFirst();
        var clinic = first.clinic();
        var contact = Facts.contact(clinic);
        var currency = first.booking().price().currency();
        long price = visits.stream()
                .filter(visit -> visit.news() instanceof News.Confirmed)
                .mapToLong(visit -> visit.booking().price().cents())
                .sum();
        long fee = visits.stream().mapToLong(SeriesFacts::feeCents).sum();
        return new SeriesFacts(
                OneLine.name(first.client().name()),
                OneLine.of(clinic.name()),
                OneLine.of(first.treatmentName()),
                visits.stream().map(visit -> line(visit, language, links)).toList(),
                price == 0 ? null : language.money(new Money(price, currency)),
                Facts.lines(clinic.address(), language),
                contact.isEmpty() ? null : language.either(contact),
                clinic.policy().freeCancellationMinutes() / 60,
                clinic.policy().lateCancellationPercent(),
                fee == 0 ? null : language.money(new Money(fee, currency)),
                link == null ? null : link.toString());
    }

    private static Line line(Announcement visit, Language language, Function<Announcement, @Nullable URI> links) {
        var booking = visit.booking();
        var link = links.apply(visit);
        return new Line(
                language.dateAndTime(booking.start(), booking.zone()) + " (" + booking.zone() + ")",
                Duration.between(booking.start(), booking.end()).toMinutes(),
                OneLine.of(visit.therapistName()),
                OneLine.of(booking.reference()),
                feeCents(visit) == 0
                        ? null
                        : language.money(
                                new Money(feeCents(visit), booking.price().currency())),
                link == null ? null : link.toString());
    }

    private static long feeCents(Announcement visit) {
        return visit.news() instanceof News.Cancelled(var fee) ? fee.cents() : 0;
    }
}
