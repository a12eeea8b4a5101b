package io.rhomboid.booking.account;

import java.time.Clock;

import org.jspecify.annotations.Nullable;

import io.rhomboid.booking.account.FormerSelves.FormerSelf;
import io.rhomboid.booking.intake.IntakeDesk;
import io.rhomboid.booking.reservation.Answer;
import io.rhomboid.booking.reservation.Answer.Done;
import io.rhomboid.booking.reservation.Answer.No;
import io.rhomboid.booking.reservation.BookingDesk;
import io.rhomboid.booking.reservation.Cause;
import io.rhomboid.booking.reservation.Op;
import io.rhomboid.booking.reservation.Recognition;
import io.rhomboid.booking.reservation.Refusal;
import io.rhomboid.booking.screening.ScreeningDesk;
import io.rhomboid.booking.session.SessionDesk;
import io.rhomboid.contracts.booking.BookingId;
import io.rhomboid.contracts.client.Client;
import io.rhomboid.contracts.client.ClientId;

/**
 * Puts what a guest has booked into an account. What they answered for that visit, and what was written down of it, is
 * sealed for the account's client from then on. Their intake goes along only if they prove that the guest's mailbox is
 * theirs: a link is passed on, and with it would go what somebody said about their whole body.
 */
public final class AccountDesk {

    private final BookingDesk bookings;
    private final Recognition clients;
    private final ScreeningDesk screening;
    private final IntakeDesk intakes;
    private final SessionDesk sessions;
    private final FormerSelves selves;
    private final Clock clock;

    public AccountDesk(
            BookingDesk bookings,
            Recognition clients,
            ScreeningDesk screening,
            IntakeDesk intakes,
            SessionDesk sessions,
            FormerSelves selves,
            Clock clock) {
        this.bookings = bookings;
        this.clients = clients;
        this.screening = screening;
        this.intakes = intakes;
        this.sessions = sessions;
        this.selves = selves;
        this.clock = clock;
    }

    /**
     * Each step but the booking's own write can be made again, and is when the request is.
     *
     * @param from whose it is, as the guest's link says
     * @param account whose it will be
     * @param proven whether the mailbox of who it was is theirs
     */
    public Answer claim(
            BookingId id, long expected, @Nullable Op op, ClientId from, Client account, boolean proven, Cause cause) {
        var booking = bookings.find(id).orElse(null);
        if (booking == null) return new No(Refusal.UNKNOWN_BOOKING);
        if (proven && booking.clientId().equals(from)) {
            var claimant = clients.known(account).orElseGet(() -> clients.recognise(account));
            if (!claimant.equals(from)) {
                // Before the booking goes, for with it goes who the guest was.
                selves.join(new FormerSelf(from, true), claimant, clock.instant());
                intakes.handOver(from, claimant, cause.actor());
            }
        }
        var answer = bookings.claim(id, expected, op, from, account, screening::handOver, cause);
        if (answer instanceof Done(var claimed) && !claimed.clientId().equals(from)) {
            selves.join(new FormerSelf(from, false), claimed.clientId(), clock.instant());
            sessions.handOver(id, from, claimed.clientId());
        }
        return answer;
    }
}
