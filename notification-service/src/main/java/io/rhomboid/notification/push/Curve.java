package io.rhomboid.notification.push;

import java.math.BigInteger;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECFieldFp;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPrivateKeySpec;
import java.security.spec.ECPublicKeySpec;
import java.security.spec.EllipticCurve;

/** P-256, as browsers write its points: 65 bytes, 4 first, then both coordinates. */
final class Curve {

    static final ECParameterSpec P256;
    private static final BigInteger P;

    static {
        try {
            var parameters = AlgorithmParameters.getInstance("EC");
            parameters.init(new ECGenParameterSpec("secp256r1"));
            P256 = parameters.getParameterSpec(ECParameterSpec.class);
            P = ((ECFieldFp) P256.getCurve().getField()).getP();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private Curve() {}

    static byte[] bytes(ECPoint point) {
        var bytes = new byte[65];
        bytes[0] = 4;
        put(point.getAffineX(), bytes, 1);
        put(point.getAffineY(), bytes, 33);
        return bytes;
    }

    private static void put(BigInteger number, byte[] bytes, int at) {
        var plain = number.toByteArray();
        var length = Math.min(plain.length, 32);
        System.arraycopy(plain, plain.length - length, bytes, at + 32 - length, length);
    }

    /** @throws IllegalArgumentException if it is no point of the curve: with such a one a secret could be asked out */
    static PublicKey publicKey(byte[] point) {
        if (point.length != 65 || point[0] != 4) throw new IllegalArgumentException("must be a point of 65 bytes");
        var x = new BigInteger(1, point, 1, 32);
        var y = new BigInteger(1, point, 33, 32);
        EllipticCurve curve = P256.getCurve();
        var right = x.pow(3).add(curve.getA().multiply(x)).add(curve.getB()).mod(P);
        if (x.compareTo(P) >= 0 || y.compareTo(P) >= 0 || !y.multiply(y).mod(P).equals(right)) {
            throw new IllegalArgumentException("must be a point of the curve P-256");
        }
        try {
            return KeyFactory.getInstance("EC").generatePublic(new ECPublicKeySpec(new ECPoint(x, y), P256));
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("must be a point of the curve P-256", e);
        }
    }

    static byte[] bytes(PublicKey key) {
        return bytes(((ECPublicKey) key).getW());
    }

    static PrivateKey privateKey(BigInteger number) {
        try {
            return KeyFactory.getInstance("EC").generatePrivate(new ECPrivateKeySpec(number, P256));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * The public point that belongs to a private number, which the JDK reckons for new keys alone. Takes longer for some
     * numbers than for others: for use at the start, where nobody can measure it.
     */
    static ECPoint publicPoint(BigInteger number) {
        var sum = ECPoint.POINT_INFINITY;
        for (int bit = number.bitLength() - 1; bit >= 0; bit--) {
            sum = add(sum, sum);
            if (number.testBit(bit)) sum = add(sum, P256.getGenerator());
        }
        return sum;
    }

    private static ECPoint add(ECPoint one, ECPoint other) {
        if (one.equals(ECPoint.POINT_INFINITY)) return other;
        if (other.equals(ECPoint.POINT_INFINITY)) return one;
        var x = one.getAffineX();
        var y = one.getAffineY();
        var slope = one.equals(other)
                ? x.pow(2)
                        .multiply(BigInteger.valueOf(3))
                        .add(P256.getCurve().getA())
                        .multiply(y.shiftLeft(1).modInverse(P))
                : other.getAffineY()
                        .subtract(y)
                        .multiply(other.getAffineX().subtract(x).mod(P).modInverse(P));
        var sumX = slope.pow(2).subtract(x).subtract(other.getAffineX()).mod(P);
        return new ECPoint(sumX, slope.multiply(x.subtract(sumX)).subtract(y).mod(P));
    }
}
