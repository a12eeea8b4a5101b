package io.rhomboid.therapist.licence;

import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;

import org.springframework.http.MediaType;

/**
 * The paper behind a licence, as it was handed in.
 *
 * @param bytes the file as it came; nobody but who verifies ever opens it
 */
record Evidence(MediaType type, byte[] bytes, Instant handedInAt) {

    /** Bytes of one file. */
    static final int MOST = 5 * 1024 * 1024;

    private enum Kind {
        PDF(MediaType.APPLICATION_PDF, new byte[] {'%', 'P', 'D', 'F', '-'}),
        JPEG(MediaType.IMAGE_JPEG, new byte[] {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF}),
        PNG(MediaType.IMAGE_PNG, new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'});

        private final MediaType type;
        private final byte[] beginning;

        Kind(MediaType type, byte[] beginning) {
            this.type = type;
            this.beginning = beginning;
        }
    }

    /** What a file is by its first bytes, whatever it was said to be; empty if none that we take. */
    static Optional<MediaType> typeOf(byte[] bytes) {
        return Arrays.stream(Kind.values())
                .filter(kind -> bytes.length > kind.beginning.length
                        && Arrays.equals(bytes, 0, kind.beginning.length, kind.beginning, 0, kind.beginning.length))
                .map(kind -> kind.type)
                .findFirst();
    }
}
