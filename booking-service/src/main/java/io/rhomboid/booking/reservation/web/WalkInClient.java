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
        @NotNull
        @Size(min = 1, max = 100)
        @Pattern(regexp = "[^\\p{Cntrl}]*\\S[^\\p{Cntrl}]*", message = "must be a name on one line")
        String name,

        @Nullable
        @Size(max = 254)
        @Email(
                regexp = "[^@\\s\\p{Cntrl}]+@[^@\\s\\p{Cntrl}.]+(\\.[^@\\s\\p{Cntrl}.]+)+",
                message = "must be a mail address")
        String email,

        @Nullable
        @Pattern(regexp = "\\+?[0-9 ()/.-]{5,30}", message = "must be a phone number, for example +49 30 5550100")
        String phone,

        @Nullable
        @Pattern(
                regexp = "[a-zA-Z]{2,3}(-[a-zA-Z0-9]{2,8})*",
                message = "must be a language tag, for example de or en-NZ")
        String language) {

    Client toClient() {
        return new Client(name.strip(), email, phone, language == null ? "en" : language);
    }
}
