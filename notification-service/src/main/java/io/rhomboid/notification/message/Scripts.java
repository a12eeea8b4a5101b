package io.rhomboid.notification.message;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import io.rhomboid.notification.message.Script.Shared;

import static java.nio.charset.StandardCharsets.UTF_8;

/** The scripts of the house: one for each kind in every language, in {@code mail/<tag>/scripts.txt}. */
public final class Scripts {

    private static final Set<String> OF_CLINIC = Set.of("clinic", "address", "where", "contact", "amenities");
    private static final Set<String> OF_SESSION = Set.of(
            "name", "therapist", "treatment", "minutes", "at", "when", "day", "time", "price", "link", "unsubscribe");
    private static final Set<String> OF_BOOKING = Set.of(
            "previously",
            "formerTherapist",
            "formerPrice",
            "sessions",
            "covered",
            "toPay",
            "reference",
            "freeUntil",
            "lateFee",
            "fee",
            "until");

    private static final Map<Language, Map<String, List<String>>> SECTIONS = new HashMap<>();
    private static final Map<Language, Map<MessageKind, Script>> ALL = new HashMap<>();

    static {
        for (var language : Language.all()) {
            SECTIONS.put(language, sections(language));
            var scripts = new HashMap<MessageKind, Script>();
            for (var kind : MessageKind.values()) scripts.put(kind, parse(kind, language, text(kind, language)));
            ALL.put(language, scripts);
        }
    }

    private Scripts() {}

    public static Script of(MessageKind kind, Language language) {
        return Objects.requireNonNull(ALL.get(language).get(kind));
    }

    /** As it is written, to begin one's own with. */
    public static String text(MessageKind kind, Language language) {
        var lines = SECTIONS.get(language).get(kind.key());
        if (lines == null) throw new IllegalStateException("no script for " + kind + " in " + language.locale());
        return String.join("\n", lines);
    }

    /** @throws Script.Unusable with the line and what would be right */
    public static Script parse(MessageKind kind, Language language, String text) {
        return Script.parse(text, shared(language), places(kind));
    }

    /** The places that a script of this kind may name. */
    public static Set<String> places(MessageKind kind) {
        return switch (kind) {
            case SERIES, SERIES_CANCELLATION ->
                with(
                        OF_CLINIC,
                        Set.of(
                                "name",
                                "treatment",
                                "count",
                                "at",
                                "when",
                                "day",
                                "time",
                                "price",
                                "fee",
                                "freeHours",
                                "latePercent",
                                "link"));
            case ADDRESS_CODE -> Set.of("code");
            case WEBHOOK_DISABLED -> with(OF_CLINIC, Set.of("host", "since", "gone", "link"));
            case LICENCE -> with(OF_CLINIC, Set.of("therapist", "licence", "lastDay", "ends", "left", "over"));
            case OFFER -> with(OF_CLINIC, OF_SESSION, OF_BOOKING);
            case INVITATION -> with(OF_CLINIC, Set.of("roles", "until", "mail", "link"));
            case GIFT_CARD -> with(OF_CLINIC, Set.of("name", "words", "worth", "lastDay", "code"));
            case PLAN_NUDGE -> with(OF_CLINIC, Set.of("name", "treatment", "minutes", "day", "link", "unsubscribe"));
            case INTAKE_CODE -> with(OF_CLINIC, Set.of("name", "code", "until", "link"));
            case GLASS_BROKEN -> with(OF_CLINIC, Set.of("who", "reference", "when", "until"));
            case FAREWELL -> Set.of("day");
            case DAY_SHEET -> with(OF_CLINIC, Set.of("name", "day", "count", "unsubscribe"));
            case ALERT -> with(OF_CLINIC, OF_SESSION, OF_BOOKING, Set.of("happened"));
            case CONFIRMATION, CHANGE, CANCELLATION, HOLD_LAPSING, REMINDER, ARRIVAL, INTAKE_DUE, THANKS ->
                with(OF_CLINIC, OF_SESSION, OF_BOOKING);
        };
    }

    @SafeVarargs
    private static Set<String> with(Set<String>... sets) {
        var all = new java.util.TreeSet<String>();
        for (var set : sets) all.addAll(set);
        return Set.copyOf(all);
    }

    private static Shared shared(Language language) {
        var sections = SECTIONS.get(language);
        return new Shared() {
            @Override
            public List<String> lines(String name) {
                return sections.getOrDefault("@" + name, List.of());
            }

            @Override
            public Set<String> names() {
                var names = new java.util.TreeSet<String>();
                for (var name : sections.keySet()) if (name.startsWith("@")) names.add(name);
                return names;
            }
        };
    }

    private static Map<String, List<String>> sections(Language language) {
        var path = "/mail/" + language.locale().toLanguageTag() + "/scripts.txt";
        try (var in = Scripts.class.getResourceAsStream(path)) {
            if (in == null) throw new IllegalStateException("no scripts at " + path);
            var sections = new LinkedHashMap<String, List<String>>();
            var lines = new ArrayList<String>();
            for (var line : new String(in.readAllBytes(), UTF_8).lines().toList()) {
                if (line.startsWith("[") && line.endsWith("]")) {
                    lines = new ArrayList<>();
                    sections.put(line.substring(1, line.length() - 1), lines);
                } else if (!line.isBlank()) {
                    lines.add(line);
                }
            }
            return sections;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
