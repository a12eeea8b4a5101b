package io.rhomboid.notification.message;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

import io.rhomboid.contracts.Money;

/**
 * A language that we can write in: its words, its way of writing dates and money. Each is a folder {@code mail/<tag>}
 * with {@code words.properties} and {@code scripts.txt} for every {@link MessageKind}, and one more line here.
 */
public final class Language {

    public static final Language ENGLISH = load("en");
    public static final Language GERMAN = load("de");
    public static final Language SPANISH = load("es");

    private static final Map<Locale, Language> ALL = byLocale(ENGLISH, GERMAN, SPANISH);

    private final Locale locale;
    private final Properties words;

    private Language(Locale locale, Properties words) {
        this.locale = locale;
        this.words = words;
    }

    /** The nearest that we have for a BCP 47 tag, as {@code en} for {@code en-NZ}; English when there is none. */
    public static Language nearest(String tag) {
        try {
            var found = Locale.lookup(Locale.LanguageRange.parse(tag), ALL.keySet());
            return found == null ? ENGLISH : ALL.get(found);
        } catch (IllegalArgumentException e) {
            return ENGLISH;
        }
    }

    /** All that there are. */
    public static Collection<Language> all() {
        return ALL.values();
    }

    /** Exactly this one; empty when we don't write it. */
    public static Optional<Language> of(String tag) {
        return Optional.ofNullable(ALL.get(Locale.forLanguageTag(tag)));
    }

    private static Map<Locale, Language> byLocale(Language... languages) {
        var all = new LinkedHashMap<Locale, Language>();
        for (var language : languages) all.put(language.locale, language);
        return all;
    }

    private static Language load(String tag) {
        try (var in = Language.class.getResourceAsStream("/mail/" + tag + "/words.properties")) {
            if (in == null) throw new IllegalStateException("no words for the language " + tag);
            var words = new Properties();
            words.load(new InputStreamReader(in, StandardCharsets.UTF_8));
            return new Language(Locale.forLanguageTag(tag), words);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Locale locale() {
        return locale;
    }

    /** The phrase with its places filled, in {@link MessageFormat}'s notation. */
    public String say(String key, Object... arguments) {
        return new MessageFormat(phrase(key), locale).format(arguments);
    }

    /** For example {@code Tuesday 24 November 2026, 09:15}. */
    public String dateAndTime(Instant instant, ZoneId zone) {
        return DateTimeFormatter.ofPattern(phrase("date"), locale).format(instant.atZone(zone));
    }

    /** For example {@code 09:15}. */
    public String time(Instant instant, ZoneId zone) {
        return DateTimeFormatter.ofPattern(phrase("time"), locale).format(instant.atZone(zone));
    }

    /** For example {@code Tuesday 24 November 2026}. */
    public String day(LocalDate day) {
        return DateTimeFormatter.ofPattern(phrase("day"), locale).format(day);
    }

    /** For example {@code €89.00}. */
    public String money(Money money) {
        var currency = Currency.getInstance(money.currency());
        var digits = Math.max(0, currency.getDefaultFractionDigits());
        var format = NumberFormat.getCurrencyInstance(locale);
        format.setCurrency(currency);
        format.setMinimumFractionDigits(digits);
        format.setMaximumFractionDigits(digits);
        return format.format(BigDecimal.valueOf(money.cents(), digits));
    }

    /** One way or the other, for example {@code a phone number or an address}. */
    String either(List<String> ways) {
        return String.join(" " + phrase("or") + " ", ways);
    }

    /** All of them, for example {@code Mira, Noa and Tom}. */
    String all(List<String> names) {
        if (names.size() < 2) return String.join("", names);
        var before = String.join(", ", names.subList(0, names.size() - 1));
        return before + " " + phrase("and") + " " + names.getLast();
    }

    private String phrase(String key) {
        var phrase = words.getProperty(key);
        if (phrase == null) throw new IllegalArgumentException("no words for " + key + " in " + locale);
        return phrase;
    }
}
