package io.rhomboid.booking.reservation.web;

import java.util.List;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

import io.rhomboid.booking.reservation.BookSession.Guest;
import io.rhomboid.booking.screening.web.ScreeningRequest;
import io.rhomboid.contracts.client.Client;
import io.rhomboid.contracts.therapist.TherapistId;
import io.rhomboid.contracts.treatment.TreatmentCode;

/**
 * Who comes along, and what they have beside the client.
 *
 * @param email by which they are known as a client of their own; without it they are known by this booking alone
 * @param language BCP 47; English by default
 * @param sessions one after the other; the first begins with the visit
 * @param screening what they answer for themselves
 */
record CompanionRequest(
        @NotNull @Size(min = 1, max = 100) @Pattern(regexp = ClientRequest.NAME, message = ClientRequest.NAME_MESSAGE)
        String name,

        @Nullable @Size(max = 254) @Email(regexp = ClientRequest.EMAIL, message = ClientRequest.EMAIL_MESSAGE)
        String email,

        @Nullable @Pattern(regexp = ClientRequest.PHONE, message = ClientRequest.PHONE_MESSAGE)
        String phone,

        @Nullable @Pattern(regexp = ClientRequest.LANGUAGE, message = ClientRequest.LANGUAGE_MESSAGE)
        String language,

        @NotEmpty @Size(max = 3) List<@NotNull @Valid SessionRequest> sessions,

        @JsonProperty(access = JsonProperty.Access.WRITE_ONLY) @Nullable @Valid
        ScreeningRequest screening) {

    /**
     * A session of a visit that begins when the former one of the same person ends.
     *
     * @param lengthMinutes one of the treatment's lengths
     */
    record SessionRequest(
            @NotNull TherapistId therapistId,
            @NotNull TreatmentCode treatment,
            @NotNull Integer lengthMinutes) {}

    Guest toGuest() {
        return new Guest(
                name.strip(),
                email == null ? null : new Client(name.strip(), email, phone, language == null ? "en" : language));
    }
}
