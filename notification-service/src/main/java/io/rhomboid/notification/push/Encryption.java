package io.rhomboid.notification.push;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.KeyAgreement;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Encrypts a message so that only one browser can read it: RFC 8291, in the one record of RFC 8188 that it asks for. Each
 * message has a key pair and a salt of its own.
 */
final class Encryption {

    /** Push services take 4096 bytes with the header and what encryption adds. */
    static final int MOST_BYTES = 4096 - 16 - 4 - 1 - 65 - 1 - 16;

    private static final SecureRandom RANDOM = new SecureRandom();

    private Encryption() {}

    /** @param message at most {@link #MOST_BYTES} bytes */
    static byte[] encrypt(byte[] message, Subscription.Keys browser) {
        try {
            var generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(Curve.P256);
            var salt = new byte[16];
            RANDOM.nextBytes(salt);
            return encrypt(message, browser, generator.generateKeyPair(), salt);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    static byte[] encrypt(byte[] message, Subscription.Keys browser, KeyPair ours, byte[] salt)
            throws GeneralSecurityException {
        var theirs = browser.point();
        var our = Curve.bytes(ours.getPublic());
        var agreement = KeyAgreement.getInstance("ECDH");
        agreement.init(ours.getPrivate());
        agreement.doPhase(Curve.publicKey(theirs), true);

        var info = joined("WebPush: info\0".getBytes(StandardCharsets.US_ASCII), theirs, our);
        var material = expand(hmac(browser.secret(), agreement.generateSecret()), info, 32);
        var pseudoRandom = hmac(salt, material);
        var key = expand(pseudoRandom, "Content-Encoding: aes128gcm\0".getBytes(StandardCharsets.US_ASCII), 16);
        var nonce = expand(pseudoRandom, "Content-Encoding: nonce\0".getBytes(StandardCharsets.US_ASCII), 12);

        var cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(key, "AES"), new GCMParameterSpec(128, nonce));
        // 2: the last record, and here the only one.
        var sealed = cipher.doFinal(joined(message, new byte[] {2}));
        var header = ByteBuffer.allocate(16 + 4 + 1 + our.length)
                .put(salt)
                .putInt(4096)
                .put((byte) our.length)
                .put(our)
                .array();
        return joined(header, sealed);
    }

    /** HKDF's second step, for lengths of at most one hash. */
    private static byte[] expand(byte[] key, byte[] info, int length) throws GeneralSecurityException {
        return Arrays.copyOf(hmac(key, joined(info, new byte[] {1})), length);
    }

    private static byte[] hmac(byte[] key, byte[] content) throws GeneralSecurityException {
        var mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key, "HmacSHA256"));
        return mac.doFinal(content);
    }

    private static byte[] joined(byte[]... parts) {
        var all = ByteBuffer.allocate(
                Arrays.stream(parts).mapToInt(part -> part.length).sum());
        for (var part : parts) all.put(part);
        return all.array();
    }
}
