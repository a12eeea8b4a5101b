package io.rhomboid.booking;

import java.security.SecureRandom;
import java.time.Clock;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import io.rhomboid.booking.availability.Availability;
import io.rhomboid.booking.client.Clients;
import io.rhomboid.booking.reservation.Bookings;
import io.rhomboid.booking.reservation.mongo.ClaimsIndex;
import io.rhomboid.booking.voucher.GiftCode;
import io.rhomboid.booking.voucher.VoucherDesk;
import io.rhomboid.booking.voucher.Vouchers;
import io.rhomboid.platform.link.GiftCardCodes;

/** Puts the vouchers together. */
@Configuration(proxyBeanMethods = false)
class VoucherPart {

    @Bean
    VoucherDesk voucherDesk(
            Vouchers vouchers,
            Bookings bookings,
            Clients clients,
            Availability availability,
            ClaimsIndex index,
            GiftCardCodes codes,
            Clock clock) {
        return new VoucherDesk(
                vouchers,
                bookings,
                clients,
                availability,
                index::isThere,
                new SecureRandom(),
                (voucher, version) ->
                        GiftCode.parse(codes.code(voucher, version)).orElseThrow(),
                clock);
    }
}
