package io.rhomboid.booking.reservation.web;

import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

import org.jspecify.annotations.Nullable;

import io.rhomboid.contracts.client.Client;

/**
 * Who comes, and how to reach them.
 *
 * @param language BCP 47; English by default
 */
public record ClientRequest(
        @NotNull @Size(min = 1, max = 100) @Pattern(regexp = NAME, message = NAME_MESSAGE)
        String name,

        @NotNull @Size(max = 254) @Email(regexp = EMAIL, message = EMAIL_MESSAGE)
        String email,

        @Nullable @Pattern(regexp = PHONE, message = PHONE_MESSAGE)
        String phone,

        @Nullable @Pattern(regexp = LANGUAGE, message = LANGUAGE_MESSAGE)
        String language) {

    static final String NAME = "[^\\p{Cntrl}]*\\S[^\\p{Cntrl}]*";
    static final String NAME_MESSAGE = "must be a name on one line";
    static final String EMAIL = "[^@\\s\\p{Cntrl}]+@[^@\\s\\p{Cntrl}.]+(\\.[^@\\s\\p{Cntrl}.]+)+";
    static final String EMAIL_MESSAGE = "must be a mail address";
    static final String PHONE = "\\+?[0-9 ()/.-]{5,30}";
    static final String PHONE_MESSAGE = "must be a phone number, for example +49 30 5550100";
    static final String LANGUAGE = "[a-zA-Z]{2,3}(-[a-zA-Z0-9]{2,8})*";
    static final String LANGUAGE_MESSAGE = "must be a language tag, for example de or en-NZ";

    public Client toClient() {
        return new Client(name.strip(), email, phone, language == null ? "en" : language);
    }
}
