package io.rhomboid.keeping;

import java.math.BigInteger;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** Counts documents and adds up their hashes as they go by. */
final class Tally {

    private static final BigInteger ROUND = BigInteger.TWO.pow(256);

    private final MessageDigest digest = sha256();
    private long documents;
    private long bytes;
    private BigInteger sum = BigInteger.ZERO;

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    void add(byte[] document) {
        documents++;
        bytes += document.length;
        sum = sum.add(new BigInteger(1, digest.digest(document))).mod(ROUND);
    }

    Contents contents() {
        return new Contents(documents, bytes, "%064x".formatted(sum));
    }
}
