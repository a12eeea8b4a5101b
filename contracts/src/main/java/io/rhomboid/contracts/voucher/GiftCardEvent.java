package io.rhomboid.contracts.voucher;

import java.time.Instant;
import java.time.LocalDate;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import org.jspecify.annotations.Nullable;

import io.rhomboid.contracts.Event;
import io.rhomboid.contracts.Money;
import io.rhomboid.contracts.booking.VoucherId;
import io.rhomboid.contracts.client.Client;
import io.rhomboid.contracts.clinic.ClinicId;

/**
 * What booking-service tells about gift cards that go by mail, on topic {@code gift-cards}; Kafka key: {@link
 * #voucherId()}. Without their codes: who may know those can reckon them.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME, property = "type")
public sealed interface GiftCardEvent extends Event {

    VoucherId voucherId();

    @Override
    default String key() {
        return voucherId().toString();
    }

    /**
     * A gift card shall be told to its receiver: it was issued, or has got another code.
     *
     * @param version in which it got the code that it has
     * @param receiver who reads of it, by mail
     * @param words of who gives it; absent if they said none
     * @param worth what was put on it
     * @param lastDay on which a session paid with it may be
     */
    record GiftCardSent(
            VoucherId voucherId,
            long version,
            ClinicId clinicId,
            Client receiver,
            @Nullable String words,
            Money worth,
            LocalDate lastDay,
            Instant occurredAt)
            implements GiftCardEvent {}
}
