package io.rhomboid.platform.link;

import java.net.URI;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import static java.security.MessageDigest.isEqual;

/** HMAC-SHA256 with the secret that our services share, and what is made of it to be told. */
final class Seal {

    static final int BYTES = 32;

    private final SecretKeySpec secret;
    private final String publicUrl;

    /** @throws IllegalArgumentException if the secret is not Base64 of 256 bits or more */
    Seal(LinkSettings settings) {
        var bytes = Base64.getDecoder().decode(settings.secret().strip());
        if (bytes.length < BYTES) throw new IllegalArgumentException("LINK_SECRET must be 256 bits in Base64");
        this.secret = new SecretKeySpec(bytes, "HmacSHA256");
        this.publicUrl = settings.publicUrl().toString().replaceFirst("/$", "");
    }

    /** 256 bits that nobody can foresee who does not have the secret. */
    byte[] of(byte[] content) {
        try {
            var mac = Mac.getInstance(secret.getAlgorithm());
            mac.init(secret);
            return mac.doFinal(content);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The content and its seal, in letters, digits, {@code -} and {@code _}. */
    String sealed(byte[] content) {
        var sealed = Arrays.copyOf(content, content.length + BYTES);
        System.arraycopy(of(content), 0, sealed, content.length, BYTES);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(sealed);
    }

    /** The content of what {@link #sealed} has made; empty if it has not, or the content has another length. */
    Optional<byte[]> opened(String text, int length) {
        byte[] sealed;
        try {
            sealed = Base64.getUrlDecoder().decode(text);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
        if (sealed.length != length + BYTES) return Optional.empty();
        var content = Arrays.copyOf(sealed, length);
        return isEqual(of(content), Arrays.copyOfRange(sealed, length, sealed.length))
                ? Optional.of(content)
                : Optional.empty();
    }

    URI path(String path) {
        return URI.create(publicUrl + "/" + path);
    }

    /** The address of a page; what is secret stands in the fragment, which no server ever sees. */
    URI address(String page, String secret) {
        return URI.create(publicUrl + "/" + page + "#" + secret);
    }
}
