package io.rhomboid.contracts;

/**
 * The Kafka topics and who writes them. Names are forever: another meaning gets another topic.
 *
 * <p>Compacted topics carry the full current state under its id, the others carry facts; passing ones for a week, for
 * they name people of whom nobody could have them erased.
 */
public final class Topics {

    /** Compacted; written by therapist-service. */
    public static final String CLINICS = "clinics";

    /** Compacted; written by therapist-service. */
    public static final String TREATMENTS = "treatments";

    /** Compacted; written by therapist-service. */
    public static final String THERAPISTS = "therapists";

    /** Facts; written by therapist-service. */
    public static final String LICENCES = "licences";

    /** Compacted; written by booking-service. The only lasting one with personal data; a tombstone erases. */
    public static final String CLIENTS = "clients";

    /** Facts; written by every service that keeps something of clients. That nothing of one is left. */
    public static final String ERASURES = "erasures";

    /** Facts; written by booking-service. */
    public static final String BOOKINGS = "bookings";

    /** Facts; written by booking-service. */
    public static final String SERIES = "series";

    /** Facts; written by booking-service. */
    public static final String BLOCKS = "blocks";

    /** Facts; written by booking-service. */
    public static final String WAITLIST = "waitlist";

    /** Facts; written by booking-service. */
    public static final String PLANS = "plans";

    /** Facts; written by booking-service. */
    public static final String ALERTS = "alerts";

    /** Facts; written by therapist-service. */
    public static final String REVIEWS = "reviews";

    /** Compacted; written by therapist-service. People by the id that signs them in, and what they are where. */
    public static final String MEMBERS = "members";

    /** Passing; written by therapist-service. With the mail addresses of who is invited to a clinic's staff. */
    public static final String INVITATIONS = "invitations";

    /** Passing; written by booking-service. With the mail addresses of who is given a gift card. */
    public static final String GIFT_CARDS = "gift-cards";

    /** Facts; written by booking-service. That an intake was handed in, and until when it holds. */
    public static final String INTAKES = "intakes";

    /** Passing; written by booking-service. Whose code was good for half an hour is nobody's affair later. */
    public static final String INTAKE_CODES = "intake-codes";

    /** Passing; written by booking-service. With the mail addresses of who is told that they were forgotten. */
    public static final String FAREWELLS = "farewells";

    private Topics() {}

    /** Where a consumer group puts what it can never process, with the cause in the headers. */
    public static String deadLetters(String topic, String group) {
        return topic + "." + group + ".dlt";
    }
}
