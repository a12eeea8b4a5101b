package io.rhomboid.notification.message.link;

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
import io.rhomboid.notification.message.Links;
import io.rhomboid.notification.message.MessageKind;
import io.rhomboid.platform.link.AddressCodes;
import io.rhomboid.platform.link.GiftCardCodes;
import io.rhomboid.platform.link.Guest;
import io.rhomboid.platform.link.GuestLinks;
import io.rhomboid.platform.link.IntakeCodes;
import io.rhomboid.platform.link.InvitationTokens;
import io.rhomboid.platform.link.OptOutTokens;

/** Reckons what booking-service and therapist-service reckon as well; nothing of it is kept or was told. */
public final class ReckonedLinks implements Links {

    private final GuestLinks links;
    private final InvitationTokens invitations;
    private final GiftCardCodes giftCards;
    private final IntakeCodes intakes;
    private final OptOutTokens optOuts;
    private final AddressCodes addresses;
    private final URI app;

    /** @param app where people reach the web app */
    public ReckonedLinks(
            URI app,
            GuestLinks links,
            InvitationTokens invitations,
            GiftCardCodes giftCards,
            IntakeCodes intakes,
            OptOutTokens optOuts,
            AddressCodes addresses) {
        this.app = URI.create(app.toString().replaceFirst("/$", "") + "/");
        this.links = links;
        this.invitations = invitations;
        this.giftCards = giftCards;
        this.intakes = intakes;
        this.optOuts = optOuts;
        this.addresses = addresses;
    }

    @Override
    public URI to(BookingId booking, ClientId client) {
        return links.address(Guest.of(booking, client));
    }

    @Override
    public URI to(SeriesId series, ClientId client) {
        return links.address(Guest.of(series, client));
    }

    @Override
    public URI to(WaitlistEntryId place, ClientId client) {
        return links.address(Guest.of(place, client));
    }

    @Override
    public URI toInvitation(UUID invitation) {
        return invitations.address(invitation);
    }

    @Override
    public URI toUnsubscribe(String person, MessageKind kind) {
        return optOuts.address(kind + " " + person);
    }

    @Override
    public URI toPlan(TreatmentCode treatment, int minutes, ClinicId clinic, @Nullable TherapistId therapist) {
        var wanted = "?treatment=" + treatment + "&minutes=" + minutes;
        return app.resolve(
                therapist == null
                        ? "therapists" + wanted
                        : "therapists/" + therapist + "/times" + wanted + "&clinic=" + clinic);
    }

    @Override
    public URI toStaff() {
        return app.resolve("staff");
    }

    @Override
    public URI toIntake(IntakeCodeId code) {
        return intakes.address(code);
    }

    @Override
    public String toProve(UUID claim) {
        return addresses.code(claim);
    }

    @Override
    public String code(IntakeCodeId code) {
        return intakes.code(code);
    }

    @Override
    public String code(VoucherId giftCard, long version) {
        return giftCards.code(giftCard, version);
    }
}
