package io.rhomboid.platform.link;

import java.net.URI;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;

import io.rhomboid.contracts.client.ClientId;
import io.rhomboid.platform.link.Guest.Thing;

/**
 * Makes and reads what opens one booking, series or place on the waitlist to a guest. Nothing of it is stored anywhere:
 * each is who may open what, and HMAC-SHA256 over that, 256 bits which nobody can foresee who does not have the secret.
 * So it can be told again to the same client whenever a mail needs it, by any service that has the secret, and is in no
 * database and in no event.
 *
 * <p>A <em>link</em> goes by mail. It names the thing and the client: it is worth nothing once the thing is somebody
 * else's. A <em>pass</em> is what a link is exchanged for: the same, for a short time only.
 */
public final class GuestLinks {

    /** As long as it takes to read, think and change something; after that the link is asked again. */
    private static final Duration PASS_LASTS = Duration.ofMinutes(30);

    private static final int LINK_BYTES = 1 + 16 + 16;
    private static final int PASS_BYTES = LINK_BYTES + 8;

    private final Seal seal;

    /** @throws IllegalArgumentException if the secret is not Base64 of 256 bits or more */
    public GuestLinks(LinkSettings settings) {
        this.seal = new Seal(settings);
    }

    /** The address that opens the thing to its client, for mails; in the fragment, which no server ever sees. */
    public URI address(Guest guest) {
        return seal.address(guest.thing().page(), link(guest));
    }

    /** 87 letters, digits, {@code -} and {@code _}. */
    public String link(Guest guest) {
        return seal.sealed(content(guest.thing().mark(), LINK_BYTES, guest).array());
    }

    /** Whom this link lets in; empty if it is none of ours. */
    public Optional<Guest> read(String link) {
        return seal.opened(link, LINK_BYTES).map(ByteBuffer::wrap).flatMap(content -> guest(content, 0));
    }

    /** Until when a pass lasts that is given now, to the second. */
    public static Instant passUntil(Instant now) {
        return now.plus(PASS_LASTS).truncatedTo(ChronoUnit.SECONDS);
    }

    /** As a link, until then. */
    public String pass(Guest guest, Instant until) {
        return seal.sealed(content((byte) (guest.thing().mark() + 1), PASS_BYTES, guest)
                .putLong(until.getEpochSecond())
                .array());
    }

    /** Whom this pass lets in; empty if it is none of ours, or no longer good. */
    public Optional<Guest> admit(String pass, Instant now) {
        return seal.opened(pass, PASS_BYTES)
                .map(ByteBuffer::wrap)
                .filter(content -> now.getEpochSecond() < content.getLong(LINK_BYTES))
                .flatMap(content -> guest(content, 1));
    }

    private static ByteBuffer content(byte mark, int length, Guest guest) {
        var content = ByteBuffer.allocate(length).put(mark);
        for (var id : new UUID[] {guest.id(), guest.client().value()}) {
            content.putLong(id.getMostSignificantBits()).putLong(id.getLeastSignificantBits());
        }
        return content;
    }

    /** @param pass 1 if it must be of a pass, 0 if of a link */
    private static Optional<Guest> guest(ByteBuffer content, int pass) {
        var mark = content.position(0).get();
        var id = uuid(content);
        var client = new ClientId(uuid(content));
        return Arrays.stream(Thing.values())
                .filter(thing -> thing.mark() + pass == mark)
                .map(thing -> new Guest(thing, id, client))
                .findFirst();
    }

    private static UUID uuid(ByteBuffer content) {
        return new UUID(content.getLong(), content.getLong());
    }
}
