package io.rhomboid.notification.address;

import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

import io.rhomboid.notification.delivery.Notice;
import io.rhomboid.notification.delivery.Teller;
import io.rhomboid.notification.message.AddressClaimed;
import io.rhomboid.notification.message.Channel;
import io.rhomboid.notification.message.Occasion;
import io.rhomboid.notification.message.Occasion.OfAddress;
import io.rhomboid.notification.recipient.Bounces;
import io.rhomboid.notification.recipient.Subject;

import static java.nio.charset.StandardCharsets.UTF_8;

/** Sends codes to addresses, and takes an address for somebody's who knows the code. */
public final class AddressDesk {

    private static final Duration KEPT = Duration.ofDays(1);

    private final Addresses addresses;
    private final Bounces bounces;
    private final Function<UUID, String> codes;
    private final Teller teller;
    private final Clock clock;

    /** @param codes what a claim's code is */
    public AddressDesk(Addresses addresses, Bounces bounces, Function<UUID, String> codes, Teller teller, Clock clock) {
        this.addresses = addresses;
        this.bounces = bounces;
        this.codes = codes;
        this.teller = teller;
        this.clock = clock;
    }

    /** What becomes of a claim. */
    public sealed interface Claimed {

        /** The code is on its way; or was before, by the same wish. */
        record Sent(Claim claim) implements Claimed {}

        record TooMany() implements Claimed {}
    }

    /**
     * Sends a code to the address, by no other way than to the address itself; a repeat sends none.
     *
     * @param id the same for the same wish
     * @param language BCP 47, of the message with the code
     */
    public Claimed claim(UUID id, List<Subject> whose, Channel channel, String address, String language) {
        var now = clock.instant();
        var claim = new Claim(id, whose, channel, address, now.plus(Claim.LASTS));
        // Of two at the same moment both may count one too few, and one message more is sent.
        if (addresses.others(claim, now) >= Claim.MOST) return new Claimed.TooMany();
        addresses.add(claim);
        var fact = new AddressClaimed(id, channel, address, language, claim.expiresAt(), 1, now);
        var reader = whose.getFirst();
        var notice = new Notice(Occasion.ADDRESS + id, reader.key(), new OfAddress(fact), reader, now);
        teller.tellBy(notice, channel);
        return new Claimed.Sent(claim);
    }

    /** The claim that this code proves; empty if it is wrong, used, over, tried too often, or somebody else's. */
    public Optional<Claim> prove(UUID id, List<Subject> whose, String code) {
        var now = clock.instant();
        var claim = addresses
                .tryOnce(id, whose, now)
                .filter(one -> MessageDigest.isEqual(codes.apply(id).getBytes(UTF_8), code.getBytes(UTF_8)))
                .filter(_ -> addresses.use(id));
        claim.ifPresent(one -> keep(one, now));
        return claim;
    }

    private void keep(Claim claim, Instant now) {
        for (var subject : claim.whose()) addresses.keep(subject, claim.channel(), claim.address(), now);
        // Whoever read the code there gets mail there, whatever came back before.
        if (claim.channel() == Channel.MAIL) bounces.forget(claim.address());
    }

    /** They are told where they were before: at what they booked or sign in with. */
    public void remove(List<Subject> whose, Channel channel) {
        for (var subject : whose) addresses.remove(subject, channel);
    }

    public void tidy() {
        addresses.prepare();
        addresses.forgetClaimsBefore(clock.instant().minus(KEPT));
    }
}
