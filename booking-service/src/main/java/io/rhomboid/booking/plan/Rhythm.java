package io.rhomboid.booking.plan;

import java.time.Duration;

import io.rhomboid.booking.series.Phase;

/**
 * How visits follow each other, the most frequent first. Pain is 0 to 10.
 *
 * <p>More pain is answered at once, less of it step by step: nobody goes from twice a week to once a month because of
 * one good day.
 */
public enum Rhythm {
    TWICE_A_WEEK(7, 4, 2, 5, new Phase.Rhythm.TwiceAWeek(), "While the pain is severe: up to twice a week.", "004"),
    WEEKLY(4, 4, 5, 9, new Phase.Rhythm.EveryWeeks(1), "Weekly to start.", "001, 002"),
    EVERY_TWO_WEEKS(2, 3, 11, 17, new Phase.Rhythm.EveryWeeks(2), "Once it is better: every 2 to 4 weeks.", "001"),
    EVERY_THREE_WEEKS(1, 2, 18, 24, new Phase.Rhythm.EveryWeeks(3), "Once it is better: every 2 to 4 weeks.", "001"),
    MONTHLY(0, 3, 25, 31, new Phase.Rhythm.EveryWeeks(4), "Then at least monthly, or the knots come back.", "004");

    private final int painFrom;
    private final int visits;
    private final int leastDays;
    private final int mostDays;
    private final Phase.Rhythm phase;
    private final String says;
    private final String source;

    Rhythm(int painFrom, int visits, int leastDays, int mostDays, Phase.Rhythm phase, String says, String source) {
        this.painFrom = painFrom;
        this.visits = visits;
        this.leastDays = leastDays;
        this.mostDays = mostDays;
        this.phase = phase;
        this.says = says;
        this.source = source;
    }

    /** What this much pain asks for. */
    static Rhythm fitting(int pain) {
        for (var rhythm : values()) if (pain >= rhythm.painFrom) return rhythm;
        throw new IllegalArgumentException("pain is 0 to 10: " + pain);
    }

    /** What follows a session after which it hurts this much. */
    Rhythm after(int pain) {
        var fitting = fitting(pain);
        return fitting.compareTo(this) <= 0 ? fitting : values()[ordinal() + 1];
    }

    /** So many visits are proposed before the next rhythm; whether they are enough the pain will say. */
    Phase proposed() {
        return new Phase(visits, phase);
    }

    /** Fewest days from one visit to the next, by the clinic's calendar. */
    public int leastDays() {
        return leastDays;
    }

    /** Most days from one visit to the next, by the clinic's calendar. */
    public int mostDays() {
        return mostDays;
    }

    Duration longest() {
        return Duration.ofDays(mostDays);
    }

    /** In words, for clients. */
    public String says() {
        return says;
    }

    /** The articles that it is from. */
    public String source() {
        return source;
    }
}
