package io.rhomboid.notification.push;

import java.net.URI;
import java.time.Instant;
import java.util.Base64;

import io.rhomboid.notification.inbox.Reader;

/**
 * One browser of one person, which lets itself be told.
 *
 * @param id a UUID, the same for the same person and endpoint
 * @param endpoint at the push service of who made the browser
 * @param owner whose it is; what they were when they last said so
 */
public record Subscription(String id, URI endpoint, Keys keys, Reader owner, Instant at) {

    /**
     * What is encrypted with, as the browser gives it, Base64 for addresses.
     *
     * @param p256dh its public key
     * @param auth its secret, 16 bytes
     */
    public record Keys(String p256dh, String auth) {

        /** @throws IllegalArgumentException if nothing could be encrypted with them */
        public Keys {
            Curve.publicKey(decoded(p256dh));
            if (decoded(auth).length != 16) throw new IllegalArgumentException("must be 16 bytes in Base64");
        }

        byte[] point() {
            return decoded(p256dh);
        }

        byte[] secret() {
            return decoded(auth);
        }

        private static byte[] decoded(String text) {
            try {
                return Base64.getUrlDecoder()
                        .decode(text.replace('+', '-').replace('/', '_').replaceAll("=+$", ""));
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException("must be Base64", e);
            }
        }
    }
}
