package io.rhomboid.notification.message;

import java.net.URI;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import io.rhomboid.contracts.booking.BookingId;
import io.rhomboid.contracts.booking.SeriesId;
import io.rhomboid.contracts.booking.VoucherId;
import io.rhomboid.contracts.client.ClientId;
import io.rhomboid.contracts.clinic.ClinicId;
import io.rhomboid.contracts.intake.IntakeCodeId;
import io.rhomboid.contracts.therapist.TherapistId;
import io.rhomboid.contracts.treatment.TreatmentCode;
import io.rhomboid.contracts.waitlist.WaitlistEntryId;

/** The addresses and codes that open something to whom a mail is for, and to nobody else. */
public interface Links {

    URI to(BookingId booking, ClientId client);

    URI to(SeriesId series, ClientId client);

    /** To a place on the waitlist. */
    URI to(WaitlistEntryId place, ClientId client);

    /** To where an invitation to a clinic's staff is accepted. */
    URI toInvitation(UUID invitation);

    /**
     * Where one click ends this kind of message.
     *
     * @param person as a subject's key names them
     */
    URI toUnsubscribe(String person, MessageKind kind);

    /**
     * To the free times for the next visit of a plan; opens nothing that not everybody may see.
     *
     * @param therapist with whom; null for whoever is free
     */
    URI toPlan(TreatmentCode treatment, int minutes, ClinicId clinic, @Nullable TherapistId therapist);

    /** To where staff sign in. */
    URI toStaff();

    /** To where an intake's code is asked for. */
    URI toIntake(IntakeCodeId code);

    /** The code that proves a claim to an address; no address, but as secret. */
    String toProve(UUID claim);

    /** The code to an intake; no address, but as secret. */
    String code(IntakeCodeId code);

    /** The code of a gift card, which it got in that version; no address, but as secret. */
    String code(VoucherId giftCard, long version);
}
