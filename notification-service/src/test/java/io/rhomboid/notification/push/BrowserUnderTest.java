package io.rhomboid.notification.push;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.KDF;
import javax.crypto.KeyAgreement;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.HKDFParameterSpec;

/** Reads what was encrypted for it, by the JDK's own key derivation. */
final class BrowserUnderTest {

    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

    private final KeyPair pair;
    private final byte[] secret;

    BrowserUnderTest(KeyPair pair, byte[] secret) {
        this.pair = pair;
        this.secret = secret;
    }

    static BrowserUnderTest fresh() throws GeneralSecurityException {
        var generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(Curve.P256);
        return new BrowserUnderTest(
                generator.generateKeyPair(), "sixteen bytes ok".getBytes(StandardCharsets.US_ASCII));
    }

    Subscription.Keys keys() {
        return new Subscription.Keys(
                BASE64.encodeToString(Curve.bytes(pair.getPublic())), BASE64.encodeToString(secret));
    }

    String read(byte[] sealed) throws GeneralSecurityException {
        var all = ByteBuffer.wrap(sealed);
        var salt = new byte[16];
        all.get(salt);
        all.getInt();
        var sender = new byte[all.get()];
        all.get(sender);
        var body = new byte[all.remaining()];
        all.get(body);

        var agreement = KeyAgreement.getInstance("ECDH");
        agreement.init(pair.getPrivate());
        agreement.doPhase(Curve.publicKey(sender), true);
        var info = ByteBuffer.allocate(14 + 65 + 65)
                .put("WebPush: info\0".getBytes(StandardCharsets.US_ASCII))
                .put(Curve.bytes(pair.getPublic()))
                .put(sender)
                .array();
        var material = derived(agreement.generateSecret(), secret, info, 32);
        var key = derived(material, salt, "Content-Encoding: aes128gcm\0".getBytes(StandardCharsets.US_ASCII), 16);
        var nonce = derived(material, salt, "Content-Encoding: nonce\0".getBytes(StandardCharsets.US_ASCII), 12);
        var cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(
                Cipher.DECRYPT_MODE, new javax.crypto.spec.SecretKeySpec(key, "AES"), new GCMParameterSpec(128, nonce));
        var plain = cipher.doFinal(body);
        return new String(Arrays.copyOf(plain, plain.length - 1), StandardCharsets.UTF_8);
    }

    private static byte[] derived(byte[] material, byte[] salt, byte[] info, int length)
            throws GeneralSecurityException {
        SecretKey key = KDF.getInstance("HKDF-SHA256")
                .deriveKey(
                        "Generic",
                        HKDFParameterSpec.ofExtract()
                                .addIKM(material)
                                .addSalt(salt)
                                .thenExpand(info, length));
        return key.getEncoded();
    }
}
