package io.rhomboid.notification.message;

import java.util.List;

import org.jspecify.annotations.Nullable;

import io.rhomboid.contracts.clinic.Clinic;
import io.rhomboid.contracts.voucher.GiftCardEvent.GiftCardSent;

/**
 * What the templates may say of a gift card to who is given it, each on one line.
 *
 * @param name how they are addressed; empty when we had better not
 * @param words of who gives it; absent if they said none
 * @param code pays with the card, for whoever knows it
 * @param address the clinic's, a line each
 * @param contact how to reach the clinic
 */
public record GiftCardFacts(
        String name,
        String clinic,
        @Nullable String words,
        String worth,
        String lastDay,
        String code,
        List<String> address,
        @Nullable String contact) {

    static GiftCardFacts of(GiftCardSent event, Clinic clinic, String code, Language language) {
        var contact = Facts.contact(clinic);
        return new GiftCardFacts(
                OneLine.name(event.receiver().name()),
                OneLine.of(clinic.name()),
                event.words() == null ? null : OneLine.of(event.words()),
                language.money(event.worth()),
                language.day(event.lastDay()),
                code,
                Facts.lines(clinic.address(), language),
                contact.isEmpty() ? null : language.either(contact));
    }
}
