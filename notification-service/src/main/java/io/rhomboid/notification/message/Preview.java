package io.rhomboid.notification.message;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Set;

import io.rhomboid.contracts.Money;
import io.rhomboid.contracts.clinic.Clinic;

/**
 * What a script would say of an example: the clinic as it is, a client, therapist and session that there are not.
 *
 * @param html a whole page
 */
public record Preview(String subject, String brief, String text, String html) {

    private static final LocalTime MORNING = LocalTime.of(10, 15);

    /** Said instead of others, or only of a clinic that has it. */
    private static final Set<String> ABSENT = Set.of("sessions", "over", "gone", "amenities", "contact");

    /** @param now the example's session is on the morning after */
    public static Preview of(Script script, MessageKind kind, Language language, Clinic clinic, Instant now) {
        var facts = example(kind, language, clinic, now);
        var lines = script.lines(facts);
        return new Preview(
                script.subject(facts), script.brief(facts), Page.text(lines, facts), Page.html(lines, facts, language));
    }

    private static Facts example(MessageKind kind, Language language, Clinic clinic, Instant now) {
        var facts = Facts.at(clinic, language);
        var start = LocalDate.ofInstant(now, clinic.zone())
                .plusDays(1)
                .atTime(MORNING)
                .atZone(clinic.zone())
                .toInstant();
        for (var place : Scripts.places(kind)) {
            if (!facts.has(place) && !ABSENT.contains(place)) {
                facts.put(place, said(place, kind, language, clinic, start));
            }
        }
        var day = LocalDate.ofInstant(start, clinic.zone());
        facts.add(new Facts.Entry(language.day(day), language.say("visit", 60, "Mira Vogel", "RH-7K2M9Q"), null));
        return facts;
    }

    private static String said(String place, MessageKind kind, Language language, Clinic clinic, Instant start) {
        ZoneId zone = clinic.zone();
        var day = LocalDate.ofInstant(start, zone);
        return switch (place) {
            case "name" -> "Jo Weber";
            case "host" -> "hooks.example.org";
            case "therapist" -> "Mira Vogel";
            case "formerTherapist" -> "Noa Stern";
            case "treatment" -> "Swedish massage";
            case "minutes" -> "60";
            case "at" -> language.dateAndTime(start, zone);
            case "when" -> Facts.when(start, zone, language);
            case "day" -> language.day(day);
            case "time" -> language.time(start, zone);
            case "lastDay" -> language.day(day.plusMonths(1));
            case "previously", "until", "since", "freeUntil" ->
                Facts.when(start.minus(Duration.ofHours(20)), zone, language);
            case "formerPrice" -> language.money(new Money(79_00, clinic.currency()));
            case "price", "worth" -> language.money(new Money(89_00, clinic.currency()));
            case "covered", "fee" -> language.money(new Money(40_00, clinic.currency()));
            case "toPay" -> language.money(new Money(49_00, clinic.currency()));
            case "lateFee" -> language.money(new Money(44_50, clinic.currency()));
            case "reference" -> "RH-7K2M9Q";
            case "count" -> "2";
            case "freeHours" -> "24";
            case "latePercent" -> "50";
            case "left" -> language.say("days", 30);
            case "ends" -> language.say("licence.ends", language.day(day.plusDays(30)));
            case "licence" -> "BE-4711 (DE)";
            case "roles" -> language.say("role.DESK");
            case "mail" -> "jo@client.example";
            case "code" -> kind == MessageKind.GIFT_CARD ? "GC-EXAM-PLE2-3456" : "12345678";
            case "words" -> "Kim ♥ Jo";
            case "who" -> "Mira Vogel";
            case "happened" -> language.say("happened.MOVED");
            case "link", "unsubscribe" -> "https://example.org/";
            default -> throw new IllegalArgumentException("no example of " + place);
        };
    }
}
