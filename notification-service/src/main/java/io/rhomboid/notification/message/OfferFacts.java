package io.rhomboid.notification.message;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

import io.rhomboid.contracts.client.Client;
import io.rhomboid.contracts.clinic.Clinic;
import io.rhomboid.contracts.waitlist.WaitlistEvent.OfferMade;

/**
 * What the templates may say of a slot that is kept for somebody on the waitlist, each on one line.
 *
 * @param name how the client is addressed; empty when we had better not
 * @param when the beginning in the clinic's time
 * @param until when it is the next one's, in the clinic's time
 * @param address the clinic's, a line each
 * @param contact how to reach the clinic
 * @param link where they say yes or no
 * @param reference null: there is no booking yet
 * @param sessions none beside the one that is offered
 * @param covered null, as {@code toPay}: nothing is paid yet
 */
public record OfferFacts(
        String name,
        String clinic,
        String therapist,
        String treatment,
        String when,
        String until,
        long minutes,
        String price,
        List<String> address,
        @Nullable String contact,
        @Nullable String phone,
        @Nullable String email,
        URI link,
        @Nullable String reference,
        List<String> sessions,
        @Nullable String covered,
        @Nullable String toPay) {

    static OfferFacts of(
            OfferMade event,
            Client client,
            Clinic clinic,
            String therapistName,
            String treatmentName,
            URI link,
            Language language) {
        var offer = event.offer();
        var contact = Facts.contact(clinic);
        return new OfferFacts(
                OneLine.name(client.name()),
                OneLine.of(clinic.name()),
                OneLine.of(therapistName),
                OneLine.of(treatmentName),
                when(offer.start(), event, language),
                when(offer.until(), event, language),
                Duration.between(offer.start(), offer.end()).toMinutes(),
                language.money(offer.price()),
                Facts.lines(clinic.address(), language),
                contact.isEmpty() ? null : language.either(contact),
                clinic.phone() == null ? null : OneLine.of(clinic.phone()),
                clinic.email() == null ? null : OneLine.of(clinic.email()),
                link,
                null,
                List.of(),
                null,
                null);
    }

    private static String when(Instant instant, OfferMade event, Language language) {
        var zone = event.offer().zone();
        return language.dateAndTime(instant, zone) + " (" + zone + ")";
    }
}
