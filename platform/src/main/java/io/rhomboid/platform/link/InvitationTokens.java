package io.rhomboid.platform.link;

import java.net.URI;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.UUID;

/**
 * Makes and reads what an invitation to a clinic's staff is accepted with; reckoned as {@link GuestLinks} are, kept
 * nowhere. Whether the invitation still stands, and whom it is for, is to be asked.
 */
public final class InvitationTokens {

    /** What the signed content begins with; no link or pass of a guest does. */
    private static final byte MARK = 64;

    private static final int LENGTH = 1 + 16;

    private final Seal seal;

    public InvitationTokens(LinkSettings settings) {
        this.seal = new Seal(settings);
    }

    /** 66 letters, digits, {@code -} and {@code _}; the same each time. */
    public String token(UUID invitation) {
        return seal.sealed(ByteBuffer.allocate(LENGTH)
                .put(MARK)
                .putLong(invitation.getMostSignificantBits())
                .putLong(invitation.getLeastSignificantBits())
                .array());
    }

    /** Which invitation it is; empty if it is none of ours. */
    public Optional<UUID> read(String token) {
        return seal.opened(token, LENGTH)
                .map(ByteBuffer::wrap)
                .filter(content -> content.get() == MARK)
                .map(content -> new UUID(content.getLong(), content.getLong()));
    }

    /** Where it is accepted, for the mail. */
    public URI address(UUID invitation) {
        return seal.address("invitation", token(invitation));
    }
}
