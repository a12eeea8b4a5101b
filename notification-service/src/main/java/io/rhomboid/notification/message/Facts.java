package io.rhomboid.notification.message;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

import io.rhomboid.contracts.Money;
import io.rhomboid.contracts.alert.AlertEvent.GlassBroken;
import io.rhomboid.contracts.clinic.Address;
import io.rhomboid.contracts.clinic.Clinic;
import io.rhomboid.contracts.intake.IntakeEvent.IntakeCodeAsked;
import io.rhomboid.contracts.plan.PlanEvent.PlanNudged;
import io.rhomboid.contracts.staff.InvitationEvent.PersonInvited;
import io.rhomboid.contracts.staff.StaffRole;
import io.rhomboid.contracts.therapist.LicenceEvent.LicenceExpiring;
import io.rhomboid.contracts.treatment.TreatmentCode;
import io.rhomboid.contracts.voucher.GiftCardEvent.GiftCardSent;
import io.rhomboid.contracts.waitlist.WaitlistEvent.OfferMade;

/**
 * What a script may say: for each place its text, written out in the reader's language, on one line (an address and the
 * sessions of a visit on several). A place that has nothing to say is not there.
 *
 * <p>Of a booking: {@code name} of the client, {@code clinic}, {@code therapist} (of a visit all who treat),
 * {@code treatment}, {@code minutes} from the beginning to the end, {@code at} (the beginning in the clinic's time),
 * {@code when} (that with the zone), {@code day} and {@code time} of it, {@code previously}, {@code formerTherapist} and
 * {@code formerPrice} (of one that was moved, as far as it is another now),
 * {@code sessions} (of a visit of several, a line each), {@code price}, {@code covered} by vouchers, {@code toPay},
 * {@code reference}, {@code address}, {@code where} (the clinic and its address), {@code contact}, {@code amenities}, {@code freeUntil}, {@code lateFee},
 * {@code fee}, {@code until} (a hold lasts), {@code link}.
 */
public final class Facts {

    private final Map<String, String> said = new LinkedHashMap<>();
    private final Map<String, String> html = new LinkedHashMap<>();
    private final List<Entry> entries = new ArrayList<>();

    /**
     * One of a list.
     *
     * @param link opens it to whoever has it; absent where nothing is left to do with it
     */
    public record Entry(String when, String said, @Nullable URI link) {}

    Facts() {}

    Facts put(String place, @Nullable String text) {
        if (text != null && !text.isEmpty()) said.put(place, text);
        return this;
    }

    Facts add(Entry entry) {
        entries.add(entry);
        return this;
    }

    public boolean has(String place) {
        return said.containsKey(place);
    }

    boolean hasAll(Collection<String> places) {
        return said.keySet().containsAll(places);
    }

    /** Empty when there is nothing. */
    public String get(String place) {
        return said.getOrDefault(place, "");
    }

    /** As markup. */
    String html(String place) {
        var own = html.get(place);
        return own == null ? Page.escaped(get(place)) : own;
    }

    public Set<String> places() {
        return Set.copyOf(said.keySet());
    }

    List<Entry> entries() {
        return entries;
    }

    public static Facts of(Announcement announcement, Language language, @Nullable URI link, Instant now) {
        var booking = announcement.booking();
        var clinic = announcement.clinic();
        var policy = clinic.policy();
        var zone = booking.zone();
        var cancelled = announcement.news() instanceof News.Cancelled;
        var deadline = booking.start().minus(Duration.ofMinutes(policy.freeCancellationMinutes()));
        var lateFee = booking.price().percent(policy.lateCancellationPercent());
        var covered = Optional.ofNullable(booking.covered()).filter(_ -> !cancelled);
        var facts = at(clinic, language)
                .put("name", OneLine.name(announcement.client().name()))
                .put("therapist", therapists(announcement, language))
                .put("treatment", OneLine.of(announcement.treatmentName()))
                .put(
                        "minutes",
                        String.valueOf(Duration.between(booking.start(), booking.visitEnd())
                                .toMinutes()))
                .put("sessions", sessions(announcement, language))
                .put("price", cancelled ? null : language.money(booking.price()))
                .put("covered", covered.map(language::money).orElse(null))
                .put(
                        "toPay",
                        covered.map(amount -> rest(booking.price(), amount))
                                .map(language::money)
                                .orElse(null))
                .put("reference", OneLine.of(booking.reference()))
                .put("freeUntil", lateFee.cents() > 0 && now.isBefore(deadline) ? when(deadline, zone, language) : null)
                .put("lateFee", lateFee.cents() > 0 ? language.money(lateFee) : null)
                .put("link", link == null ? null : link.toString())
                .start(booking.start(), zone, language);
        switch (announcement.news()) {
            case News.Cancelled news -> facts.owed(news.fee(), language);
            case News.Moved news -> {
                var sameTime = news.previousStart().equals(booking.start())
                        && news.previousEnd().equals(booking.end());
                facts.owed(news.fee(), language)
                        .put("previously", sameTime ? null : when(news.previousStart(), zone, language))
                        .put("formerTherapist", news.therapist() == null ? null : OneLine.of(news.therapist()))
                        .put("formerPrice", news.price() == null ? null : language.money(news.price()));
            }
            case News.Ahead news -> facts.put("until", when(news.until(), zone, language));
            case News.Confirmed _ -> {}
        }
        return facts;
    }

    private Facts owed(Money fee, Language language) {
        return put("fee", fee.cents() > 0 ? language.money(fee) : null);
    }

    private Facts start(Instant start, ZoneId zone, Language language) {
        return put("at", language.dateAndTime(start, zone))
                .put("when", when(start, zone, language))
                .put("day", language.day(start.atZone(zone).toLocalDate()))
                .put("time", language.time(start, zone));
    }

    /** What can be said of the place, whatever the news. */
    static Facts at(Clinic clinic, Language language) {
        var facts = new Facts()
                .put("clinic", OneLine.of(clinic.name()))
                .put("address", String.join("\n", lines(clinic.address(), language)))
                .put("where", OneLine.of(clinic.name()) + "\n" + String.join("\n", lines(clinic.address(), language)))
                .put(
                        "amenities",
                        language.all(clinic.amenities().stream()
                                .map(amenity -> language.say("amenity." + amenity.name()))
                                .toList()));
        var ways = new ArrayList<String>();
        var links = new ArrayList<String>();
        if (clinic.phone() != null) {
            var phone = OneLine.of(clinic.phone());
            ways.add(phone);
            links.add(linked("tel:" + phone.replace(" ", ""), phone));
        }
        if (clinic.email() != null) {
            var email = OneLine.of(clinic.email());
            ways.add(email);
            links.add(linked("mailto:" + email, email));
        }
        facts.html.put("contact", language.either(links));
        return facts.put("contact", language.either(ways));
    }

    private static String linked(String address, String said) {
        return "<a href=\"" + Page.escaped(address) + "\">" + Page.escaped(said) + "</a>";
    }

    /**
     * Of a series: as of its first visit, {@code count} of all, {@code price} and {@code fee} of all together,
     * {@code freeHours} and {@code latePercent} of cancelling one, and the visits as entries.
     */
    static Facts of(
            List<Announcement> visits,
            Language language,
            Function<Announcement, @Nullable URI> links,
            @Nullable URI link) {
        var first = visits.getFirst();
        var booking = first.booking();
        var policy = first.clinic().policy();
        var currency = booking.price().currency();
        long price = visits.stream()
                .filter(visit -> visit.news() instanceof News.Confirmed)
                .mapToLong(visit -> visit.booking().price().cents())
                .sum();
        long fee = visits.stream().mapToLong(Facts::feeCents).sum();
        var facts = at(first.clinic(), language)
                .put("name", OneLine.name(first.client().name()))
                .put("treatment", OneLine.of(first.treatmentName()))
                .put("count", String.valueOf(visits.size()))
                .put("price", price == 0 ? null : language.money(new Money(price, currency)))
                .put("freeHours", String.valueOf(policy.freeCancellationMinutes() / 60))
                .put(
                        "latePercent",
                        policy.lateCancellationPercent() == 0 ? null : String.valueOf(policy.lateCancellationPercent()))
                .put("link", link == null ? null : link.toString())
                .owed(new Money(fee, currency), language)
                .start(booking.start(), booking.zone(), language);
        for (var visit : visits) {
            var one = visit.booking();
            var with = OneLine.of(visit.therapistName());
            var reference = OneLine.of(one.reference());
            long owed = feeCents(visit);
            String said = switch (visit.news()) {
                case News.Cancelled _
                when owed > 0 ->
                    language.say("visit.cancelled.fee", with, reference, language.money(new Money(owed, currency)));
                case News.Cancelled _ -> language.say("visit.cancelled", with, reference);
                default ->
                    language.say(
                            "visit", Duration.between(one.start(), one.end()).toMinutes(), with, reference);
            };
            facts.add(new Entry(when(one.start(), one.zone(), language), said, links.apply(visit)));
        }
        return facts;
    }

    private static long feeCents(Announcement visit) {
        return visit.news() instanceof News.Cancelled(var fee) ? fee.cents() : 0;
    }

    /** As of a booking, without a reference: there is none yet; {@code until} when it is the next one's. */
    static Facts of(
            OfferMade event,
            String name,
            Clinic clinic,
            String therapistName,
            String treatmentName,
            URI link,
            Language language) {
        var offer = event.offer();
        return at(clinic, language)
                .put("name", OneLine.name(name))
                .put("therapist", OneLine.of(therapistName))
                .put("treatment", OneLine.of(treatmentName))
                .put(
                        "minutes",
                        String.valueOf(
                                Duration.between(offer.start(), offer.end()).toMinutes()))
                .put("price", language.money(offer.price()))
                .put("until", when(offer.until(), offer.zone(), language))
                .put("link", link.toString())
                .start(offer.start(), offer.zone(), language);
    }

    /** {@code roles}, {@code until} when it is over, {@code mail} that they have to sign in with, {@code link}. */
    static Facts of(PersonInvited event, Clinic clinic, URI link, Language language) {
        var roles = event.roles().stream()
                .sorted()
                .map(role -> language.say("role." + role.name()))
                .toList();
        return at(clinic, language)
                .put("roles", language.all(roles))
                .put("until", when(event.expiresAt(), clinic.zone(), language))
                .put("mail", OneLine.of(event.mail()))
                .put("link", link.toString());
    }

    /** {@code worth}, {@code code}, {@code lastDay}, and {@code words} of who gives it. */
    static Facts of(GiftCardSent event, Clinic clinic, String code, Language language) {
        return at(clinic, language)
                .put("name", OneLine.name(event.receiver().name()))
                .put("words", OneLine.of(event.words()))
                .put("worth", language.money(event.worth()))
                .put("lastDay", language.day(event.lastDay()))
                .put("code", code);
    }

    /** {@code code}, {@code until} when it is over, {@code link}. */
    static Facts of(IntakeCodeAsked event, String name, Clinic clinic, String code, URI link, Language language) {
        return at(clinic, language)
                .put("name", OneLine.name(name))
                .put("code", code)
                .put("until", when(event.expiresAt(), clinic.zone(), language))
                .put("link", link.toString());
    }

    /** As of a booking, without the client's name; {@code happened} to it, {@code previously} if it was moved. */
    static Facts of(Announcement announcement, String happened, Language language) {
        var facts = of(announcement, language, null, announcement.occurredAt());
        facts.said.remove("name");
        return facts.put("happened", language.say("happened." + happened));
    }

    /** {@code name} of the therapist, {@code day}, {@code count}; the sessions as entries. */
    static Facts of(
            DaySheet sheet, String name, Clinic clinic, Function<TreatmentCode, String> names, Language language) {
        var facts = at(clinic, language)
                .put("name", OneLine.name(name))
                .put("day", language.day(sheet.day()))
                .put("count", language.say("sessions", sheet.sessions().size()));
        for (var session : sheet.sessions()) {
            facts.add(new Entry(
                    language.time(session.start(), sheet.zone()),
                    language.say(
                            "sheet",
                            OneLine.of(names.apply(session.treatment())),
                            session.minutes(),
                            OneLine.of(session.reference())),
                    null));
        }
        return facts;
    }

    /** {@code name}, {@code treatment}, {@code minutes}, {@code day} on which the visit was due, {@code link}. */
    static Facts of(PlanNudged event, String name, Clinic clinic, String treatmentName, URI link, Language language) {
        return at(clinic, language)
                .put("name", OneLine.name(name))
                .put("treatment", OneLine.of(treatmentName))
                .put("minutes", String.valueOf(event.lengthMinutes()))
                .put("day", language.day(event.dueOn()))
                .put("link", link.toString());
    }

    /** {@code host} of the system, {@code since} when it is told nothing, {@code gone} if it wanted that, {@code link}. */
    static Facts of(WebhookDisabled event, Clinic clinic, URI link, Language language) {
        return at(clinic, language)
                .put("host", OneLine.of(event.host()))
                .put("since", when(event.occurredAt(), clinic.zone(), language))
                .put("gone", event.gone() ? "gone" : null)
                .put("link", link.toString());
    }

    /** {@code who} did it, {@code reference} of the booking, {@code when}, {@code until} when it is over. */
    static Facts of(GlassBroken event, @Nullable String name, Clinic clinic, Language language) {
        var role = event.therapistId() == null ? StaffRole.CLINIC_ADMIN : StaffRole.THERAPIST;
        var who = name != null ? name : Objects.requireNonNullElse(event.name(), event.by());
        return at(clinic, language)
                .put("who", OneLine.of(who) + " (" + language.say("role." + role) + ")")
                .put("reference", OneLine.of(event.reference()))
                .put("when", when(event.occurredAt(), clinic.zone(), language))
                .put("until", when(event.until(), clinic.zone(), language));
    }

    /** {@code licence} with its jurisdiction, {@code lastDay}, {@code ends} with it, {@code left} until then; {@code over} once it is. */
    static Facts of(LicenceExpiring event, Clinic clinic, String therapistName, Language language) {
        var over = event.daysLeft() < 0;
        return at(clinic, language)
                .put("therapist", OneLine.of(therapistName))
                .put("licence", OneLine.of(event.number()) + " (" + OneLine.of(event.jurisdiction()) + ")")
                .put("lastDay", language.day(event.validUntil()))
                .put("ends", language.say(over ? "licence.ended" : "licence.ends", language.day(event.validUntil())))
                .put("left", over ? null : language.say("days", event.daysLeft()))
                .put("over", over ? "over" : null);
    }

    private static String therapists(Announcement announcement, Language language) {
        var names = new LinkedHashSet<String>();
        names.add(OneLine.of(announcement.therapistName()));
        for (var further : announcement.further()) names.add(OneLine.of(further.therapistName()));
        return language.all(List.copyOf(names));
    }

    private static @Nullable String sessions(Announcement announcement, Language language) {
        var booking = announcement.booking();
        if (announcement.further().isEmpty()) return null;
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
        return String.join("\n", all);
    }

    private static Money rest(Money price, Money covered) {
        return new Money(Math.max(0, price.cents() - covered.cents()), price.currency());
    }

    static String when(Instant instant, ZoneId zone, Language language) {
        return language.dateAndTime(instant, zone) + " (" + zone + ")";
    }

    /** Street, then place, then country, as a letter would have it. */
    private static List<String> lines(Address address, Language language) {
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
