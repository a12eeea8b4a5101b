package io.rhomboid.notification.push;

import java.math.BigInteger;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;

/** Says to push services who we are, by RFC 8292; browsers let themselves be told by nobody else. */
public final class Vapid {

    private static final Duration LIFE = Duration.ofHours(12);
    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

    private final PrivateKey key;
    private final String shown;
    private final String contact;

    /**
     * @param secret 256 bits that nobody else knows; of them the key is made
     * @param contact whom a push service writes to if something is wrong with us, an address of mail
     */
    public Vapid(byte[] secret, String contact) {
        var order = Curve.P256.getOrder();
        var number =
                new BigInteger(1, secret).mod(order.subtract(BigInteger.ONE)).add(BigInteger.ONE);
        this.key = Curve.privateKey(number);
        this.shown = BASE64.encodeToString(Curve.bytes(Curve.publicPoint(number)));
        this.contact = contact;
    }

    /** As browsers take it for {@code applicationServerKey}. */
    public String publicKey() {
        return shown;
    }

    /** The header {@code Authorization} of a message to this endpoint. */
    String authorization(URI endpoint, Instant now) {
        var origin = endpoint.getScheme() + "://" + endpoint.getAuthority();
        var claims = "{\"aud\":\"" + origin + "\",\"exp\":" + now.plus(LIFE).getEpochSecond() + ",\"sub\":\"mailto:"
                + contact + "\"}";
        var content = BASE64.encodeToString("{\"typ\":\"JWT\",\"alg\":\"ES256\"}".getBytes(StandardCharsets.US_ASCII))
                + "." + BASE64.encodeToString(claims.getBytes(StandardCharsets.UTF_8));
        try {
            var signature = Signature.getInstance("SHA256withECDSAinP1363Format");
            signature.initSign(key);
            signature.update(content.getBytes(StandardCharsets.US_ASCII));
            return "vapid t=" + content + "." + BASE64.encodeToString(signature.sign()) + ", k=" + shown;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
