package io.rhomboid.therapist.photo;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;

/** Names a photo by what was sent: the first 128 bits of its SHA-256, as 32 hexadecimal digits. */
record PhotoId(String value) {

    private static final Pattern FORM = Pattern.compile("[0-9a-f]{32}");
    private static final String FOLDER = "/api/v1/photos/";

    PhotoId {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("must be the last part of a photo's path, 32 hexadecimal digits");
        }
    }

    /** @throws IllegalArgumentException if the text is not one */
    public static PhotoId of(String text) {
        return new PhotoId(text);
    }

    static PhotoId of(byte[] sent) {
        try {
            var hash = MessageDigest.getInstance("SHA-256").digest(sent);
            return new PhotoId(HexFormat.of().formatHex(hash, 0, 16));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Where it can be fetched, as clinics and therapists hold it. */
    String path() {
        return FOLDER + value;
    }

    static PhotoId ofPath(String path) {
        return new PhotoId(path.substring(FOLDER.length()));
    }
}
