package io.rhomboid.booking.reservation.web;

import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

import org.jspecify.annotations.Nullable;

import io.rhomboid.contracts.client.Client;

/**
 * Who has walked in. A name is enough; who leaves a mail address is known again by it.
 *
 * @param language BCP 47; English by default
 */
record WalkInClient(
        @NotNull @Size(min = 1, max = 100) @Pattern(regexp = ClientRequest.NAME, message = ClientRequest.NAME_MESSAGE)
        String name,

        @Nullable @Size(max = 254) @Email(regexp = ClientRequest.EMAIL, message = ClientRequest.EMAIL_MESSAGE)
        String email,

        @Nullable @Pattern(regexp = ClientRequest.PHONE, message = ClientRequest.PHONE_MESSAGE)
        String phone,

        @Nullable @Pattern(regexp = ClientRequest.LANGUAGE, message = ClientRequest.LANGUAGE_MESSAGE)
        String language) {

    Client toClient() {
        return new Client(name.strip(), email, phone, language == null ? "en" : language);
    }
}
