package io.rhomboid.booking.subscription;

/** What is said to somebody who wants a calendar subscribed. */
public sealed interface SubscriptionAnswer {

    /** Also to a repeat of the request that made it. */
    record Done(Subscription subscription) implements SubscriptionAnswer {}

    record UnknownTherapist() implements SubscriptionAnswer {}

    record TooMany(int most) implements SubscriptionAnswer {}

    /** We don't ask there. */
    record BadAddress(String why) implements SubscriptionAnswer {}

    /** We asked, and it is no calendar that we could read. */
    record Unreadable(String why) implements SubscriptionAnswer {}

    /** The same key came with another request before. */
    record KeyReused() implements SubscriptionAnswer {}

    /** Nothing can be blocked safely right now, or we do not know the therapists yet. */
    record NotReady() implements SubscriptionAnswer {}
}
