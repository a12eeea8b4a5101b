package io.rhomboid.notification.sms.twilio;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import org.jspecify.annotations.Nullable;

/** {@code X-Twilio-Signature}: HMAC-SHA1 over the address as the provider knows it and the form, its fields in order. */
public final class TwilioSignature {

    private final TwilioAccount account;

    public TwilioSignature(TwilioAccount account) {
        this.account = account;
    }

    /** Whether this came from the provider; never without an account. */
    public boolean isGood(URI address, Map<String, String> form, @Nullable String signature) {
        if (signature == null || !account.isThere()) return false;
        var expected = of(address, form, account.token());
        return MessageDigest.isEqual(
                expected.getBytes(StandardCharsets.UTF_8), signature.getBytes(StandardCharsets.UTF_8));
    }

    static String of(URI address, Map<String, String> form, String token) {
        var content = new StringBuilder(address.toString());
        new TreeMap<>(form).forEach((name, value) -> content.append(name).append(value));
        try {
            var mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(token.getBytes(StandardCharsets.UTF_8), "HmacSHA1"));
            return Base64.getEncoder()
                    .encodeToString(mac.doFinal(content.toString().getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
