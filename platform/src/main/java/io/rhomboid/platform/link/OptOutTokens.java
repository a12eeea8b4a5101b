package io.rhomboid.platform.link;

import java.net.URI;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * Makes and reads what a mail is unsubscribed from with, by one click (RFC 8058); reckoned as {@link GuestLinks} are,
 * kept nowhere. It does no more than that: whoever finds one can end a kind of mail, and read nothing.
 */
public final class OptOutTokens {

    /** What the signed content begins with; no link, pass or invitation does. */
    private static final byte MARK = 65;

    private static final int LONGEST = 400;

    private final Seal seal;

    public OptOutTokens(LinkSettings settings) {
        this.seal = new Seal(settings);
    }

    /** @param what whose which kind of message, for example {@code REMINDER client/5c0e…} */
    public String token(String what) {
        var text = what.getBytes(UTF_8);
        var content = new byte[1 + text.length];
        content[0] = MARK;
        System.arraycopy(text, 0, content, 1, text.length);
        return seal.sealed(content);
    }

    /** What it was made of; empty if it is none of ours. */
    public Optional<String> read(String token) {
        if (token.length() > LONGEST) return Optional.empty();
        int length;
        try {
            length = Base64.getUrlDecoder().decode(token).length - Seal.BYTES;
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
        if (length < 2) return Optional.empty();
        return seal.opened(token, length)
                .filter(content -> content[0] == MARK)
                .map(content -> new String(Arrays.copyOfRange(content, 1, content.length), UTF_8));
    }

    /** Where it is used; in the path, for mail programs go there by themselves and know of no fragments. */
    public URI address(String what) {
        return seal.path("api/v1/recipients/opt-outs/" + token(what));
    }
}
