package io.rhomboid.contracts;

import java.util.Currency;

/**
 * An amount in the currency's minor unit, for example 8900 EUR for 89 euro.
 *
 * @param cents never negative
 * @param currency ISO 4217, three capital letters
 */
public record Money(long cents, String currency) {

    public Money {
        if (cents < 0) throw new IllegalArgumentException("an amount is never negative: " + cents);
        Currency.getInstance(currency);
    }

    /** This share of the amount, rounded half up to a whole cent. */
    public Money percent(int percent) {
        return new Money(Math.floorDiv(Math.addExact(Math.multiplyExact(cents, percent), 50), 100), currency);
    }
}
