package io.rhomboid.notification.message;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import io.rhomboid.contracts.Money;
import io.rhomboid.contracts.clinic.Address;
import io.rhomboid.contracts.clinic.Clinic;

/**
 * What the templates may say, each written out in the client's language and each on one line.
 *
 * @param name how the client is addressed; empty when we had better not
 * @param therapist who gives it; of a visit all who do, for example {@code Mira and Noa}
 * @param minutes from the beginning to the end, of a visit all of it
 * @param sessions of a visit of several: each with its time, in a sentence; empty for a session by itself
 * @param when the beginning in the clinic's time, for example {@code Tuesday 24 November 2026, 09:15 (Europe/Berlin)}
 * @param previously when it would have been; only of a session that was moved
 * @param price absent when the session was cancelled
 * @param covered what vouchers pay of the price; absent when none does, or when the session was cancelled
 * @param toPay what is left to pay of the price; absent as {@code covered} is
 * @param address the clinic's, a line each
 * @param contact how to reach the clinic, for example {@code +49 30 5550100 or mitte@rhomboid.example}
 * @param freeUntil until when cancelling costs nothing; absent when that has passed or when it never costs anything
 * @param lateFee what cancelling costs after that; absent when nothing
 * @param fee what the client owes for what they were late with; absent when nothing
 * @param link opens the booking to whoever has it; absent where nothing is left to do with it
 */
public record Facts(
        String name,
        String clinic,
        String therapist,
        String treatment,
        String when,
        @Nullable String previously,
        long minutes,
        @Nullable String price,
        @Nullable String covered,
        @Nullable String toPay,
        String reference,
        List<String> address,
        @Nullable String contact,
        @Nullable String phone,
        @Nullable String email,
        @Nullable String freeUntil,
        @Nullable String lateFee,
        @Nullable String fee,
        @Nullable String link,
        List<String> sessions) {

    public static Facts of(Announcement announcement, Language language, @Nullable URI link, Instant now) {
        var booking = announcement.booking();
        var clinic = announcement.clinic();
        var policy = clinic.policy();
        var deadline = booking.start().minus(Duration.ofMinutes(policy.freeCancellationMinutes()));
        var lateFee = booking.price().percent(policy.lateCancellationPercent());
        var contact = contact(clinic);
        var covered =
                Optional.ofNullable(booking.covered()).filter(_ -> !(announcement.news() instanceof News.Cancelled));
        return new Facts(
                OneLine.name(announcement.client().name()),
                OneLine.of(clinic.name()),
                therapists(announcement, language),
                OneLine.of(announcement.treatmentName()),
                when(booking.start(), announcement, language),
                announcement.news() instanceof News.Moved moved
                        ? when(moved.previousStart(), announcement, language)
                        : null,
                Duration.between(booking.start(), booking.visitEnd()).toMinutes(),
                announcement.news() instanceof News.Cancelled ? null : language.money(booking.price()),
                covered.map(language::money).orElse(null),
                covered.map(amount -> rest(booking.price(), amount))
                        .map(language::money)
                        .orElse(null),
                OneLine.of(booking.reference()),
                lines(clinic.address(), language),
                contact.isEmpty() ? null : language.either(contact),
                clinic.phone() == null ? null : OneLine.of(clinic.phone()),
                clinic.email() == null ? null : OneLine.of(clinic.email()),
                lateFee.cents() > 0 && now.isBefore(deadline) ? when(deadline, announcement, language) : null,
                lateFee.cents() > 0 ? language.money(lateFee) : null,
                fee(announcement.news())
                        .filter(fee -> fee.cents() > 0)
                        .map(language::money)
                        .orElse(null),
                link == null ? null : link.toString(),
                sessions(announcement, language));
    }

    private static String therapists(Announcement announcement, Language language) {
        var names = new LinkedHashSet<String>();
        names.add(OneLine.of(announcement.therapistName()));
        for (var further : announcement.further()) names.add(OneLine.of(further.therapistName()));
        return language.all(List.copyOf(names));
    }

    private static List<String> sessions(Announcement announcement, Language language) {
        var booking = announcement.booking();
        if (announcement.further().isEmpty()) return List.of();
        var all = new ArrayList<String>();
        all.add(language.say(
                "session",
                language.time(booking.start(), booking.zone()),
                OneLine.of(announcement.treatmentName()),
                Duration.between(booking.start(), booking.end()).toMinutes(),
                OneLine.of(announcement.therapistName())));
        for (var further : announcement.further()) {
            var session = further.session();
            all.add(language.say(
                    session.clientId().equals(booking.clientId()) ? "session" : "session.companion",
                    language.time(session.start(), booking.zone()),
                    OneLine.of(further.treatmentName()),
                    Duration.between(session.start(), session.end()).toMinutes(),
                    OneLine.of(further.therapistName())));
        }
        return all;
    }

    private static Money rest(Money price, Money covered) {
        return new Money(Math.max(0, price.cents() - covered.cents()), price.currency());
    }

    private static Optional<Money> fee(News news) {
        return switch (news) {
            case News.Cancelled cancelled -> Optional.of(cancelled.fee());
            case News.Moved moved -> Optional.of(moved.fee());
            case News.Confirmed _ -> Optional.empty();
        };
    }

    private static String when(Instant instant, Announcement announcement, Language language) {
        var zone = announcement.booking().zone();
        return language.dateAndTime(instant, zone) + " (" + zone + ")";
    }

    static List<String> contact(Clinic clinic) {
        var ways = new ArrayList<String>();
        if (clinic.phone() != null) ways.add(OneLine.of(clinic.phone()));
        if (clinic.email() != null) ways.add(OneLine.of(clinic.email()));
        return ways;
    }

    /** Street, then place, then country, as a letter would have it. */
    static List<String> lines(Address address, Language language) {
        var place = new ArrayList<String>();
        if (address.postalCode() != null) place.add(OneLine.of(address.postalCode()));
        place.add(OneLine.of(address.city()));
        if (address.region() != null) place.add(OneLine.of(address.region()));
        return List.of(
                OneLine.of(address.street()),
                String.join(" ", place),
                Locale.of("", OneLine.of(address.country())).getDisplayCountry(language.locale()));
    }
}
