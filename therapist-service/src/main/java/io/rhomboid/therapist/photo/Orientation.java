package io.rhomboid.therapist.photo;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * How a camera was held, from a JPEG's EXIF: 1 to 8, of which 1 is upright.
 *
 * <p>Only this one number is read, so that what else is in there can do no harm. A JPEG is a row of segments, each
 * {@code FF marker length …}; EXIF is in one with marker {@code E1}: the word "Exif", then a TIFF directory whose entry
 * {@code 0112} is the number.
 */
final class Orientation {

    static final int UPRIGHT = 1;

    private static final int EXIF_SEGMENT = 0xE1;
    private static final int START_OF_SCAN = 0xDA;
    private static final int EXIF = 0x45786966;
    private static final int ORIENTATION_TAG = 0x0112;

    private Orientation() {}

    /** {@link #UPRIGHT} if it says nothing, or nothing that makes sense. */
    static int of(byte[] jpeg) {
        var bytes = ByteBuffer.wrap(jpeg).position(2);
        try {
            while ((bytes.get() & 0xFF) == 0xFF) {
                var marker = bytes.get() & 0xFF;
                if (marker == START_OF_SCAN) return UPRIGHT;
                var length = (bytes.getShort() & 0xFFFF) - 2;
                var segment = bytes.slice(bytes.position(), length);
                if (marker == EXIF_SEGMENT && length > 6 && segment.getInt() == EXIF) {
                    return ofTiff(segment.slice(6, length - 6));
                }
                bytes.position(bytes.position() + length);
            }
        } catch (BufferUnderflowException | IndexOutOfBoundsException | IllegalArgumentException _) {
            // Broken off or bent: then as it lies.
        }
        return UPRIGHT;
    }

    private static int ofTiff(ByteBuffer tiff) {
        tiff.order(tiff.get(0) == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        var directory = tiff.getInt(4);
        var entries = tiff.getShort(directory) & 0xFFFF;
        for (int i = 0; i < entries; i++) {
            var entry = directory + 2 + 12 * i;
            if ((tiff.getShort(entry) & 0xFFFF) == ORIENTATION_TAG) {
                var value = tiff.getShort(entry + 8);
                return value >= 1 && value <= 8 ? value : UPRIGHT;
            }
        }
        return UPRIGHT;
    }
}
