package io.rhomboid.booking.intake;

import java.security.MessageDigest;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Function;

import io.rhomboid.booking.intake.Code.Codes;
import io.rhomboid.booking.reservation.Booking;
import io.rhomboid.contracts.client.ClientId;
import io.rhomboid.contracts.intake.IntakeCodeId;
import io.rhomboid.contracts.intake.IntakeEvent.IntakeCodeAsked;

import static java.nio.charset.StandardCharsets.UTF_8;

/** Lets those at their intake who have no account: a code that only their mailbox gets proves who they are. */
public final class CodeDesk {

    private final Codes codes;
    private final Function<IntakeCodeId, String> reckoned;
    private final Clock clock;

    /** @param reckoned what a code is */
    public CodeDesk(Codes codes, Function<IntakeCodeId, String> reckoned, Clock clock) {
        this.codes = codes;
        this.reckoned = reckoned;
        this.clock = clock;
    }

    /** What becomes of the wish for a code. */
    public sealed interface Asked {

        /** It is on its way. */
        record Sent(Code code) implements Asked {}

        /** Nobody comes along, or they left no address. */
        record NoAddress() implements Asked {}

        record TooMany() implements Asked {}
    }

    /**
     * Sends a code; a repeat sends none.
     *
     * @param companion whether it is who comes along whose intake it is
     */
    public Asked ask(IntakeCodeId id, Booking booking, boolean companion) {
        var beside = booking.visit().companion();
        // Who comes along without an address has their name in the booking, and nothing else anywhere.
        if (companion && (beside == null || beside.name() != null)) return new Asked.NoAddress();
        var client = companion ? beside.id() : booking.clientId();
        var now = clock.instant();
        // Of two at the same moment both may count one too few, and one mail more is sent.
        if (codes.others(id, booking.id(), now) >= Code.MOST) return new Asked.TooMany();
        var code = new Code(id, client, booking.id(), now.plus(Code.LASTS));
        var event =
                new IntakeCodeAsked(id, 1, client, booking.session().clinicId(), booking.id(), code.expiresAt(), now);
        codes.add(code, event);
        return new Asked.Sent(code);
    }

    /** Whose intake this code opens; empty if it is wrong, used, over, or was tried too often. */
    public Optional<ClientId> admit(IntakeCodeId id, String said) {
        var code = codes.tryOnce(id, clock.instant());
        boolean right = code != null
                && MessageDigest.isEqual(reckoned.apply(id).getBytes(UTF_8), said.getBytes(UTF_8))
                && codes.use(id);
        return right ? Optional.of(code.client()) : Optional.empty();
    }
}
