package io.rhomboid.therapist.photo;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import javax.imageio.ImageIO;

/** Makes the files that people send. */
final class Camera {

    private Camera() {}

    /** Four fields: red and green above, blue and yellow below. */
    static BufferedImage fourFields(int width, int height) {
        var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        var pen = image.createGraphics();
        Color[] colours = {Color.RED, Color.GREEN, Color.BLUE, Color.YELLOW};
        for (int i = 0; i < 4; i++) {
            pen.setColor(colours[i]);
            pen.fillRect(i % 2 * width / 2, i / 2 * height / 2, width / 2, height / 2);
        }
        pen.dispose();
        return image;
    }

    static byte[] file(BufferedImage image, String format) {
        var bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, format, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** The JPEG with EXIF in front that says how the camera was held, and where it was. */
    static byte[] held(byte[] jpeg, int orientation, ByteOrder order) {
        var secret = "52.5286,13.4106".getBytes(StandardCharsets.US_ASCII);
        var tiff = ByteBuffer.allocate(8 + 2 + 12 + 4 + secret.length).order(order);
        tiff.put((order == ByteOrder.LITTLE_ENDIAN ? "II" : "MM").getBytes(StandardCharsets.US_ASCII));
        tiff.putShort((short) 42).putInt(8).putShort((short) 1);
        tiff.putShort((short) 0x0112)
                .putShort((short) 3)
                .putInt(1)
                .putShort((short) orientation)
                .putShort((short) 0);
        tiff.putInt(0).put(secret);

        var segment = ByteBuffer.allocate(4 + 6 + tiff.capacity());
        segment.putShort((short) 0xFFE1).putShort((short) (2 + 6 + tiff.capacity()));
        segment.put("Exif\0\0".getBytes(StandardCharsets.US_ASCII)).put(tiff.array());
        return ByteBuffer.allocate(jpeg.length + segment.capacity())
                .put(jpeg, 0, 2)
                .put(segment.array())
                .put(jpeg, 2, jpeg.length - 2)
                .array();
    }

    static BufferedImage developed(byte[] jpeg) {
        try {
            return ImageIO.read(new ByteArrayInputStream(jpeg));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The nearest of the colours with a name, in the middle of each quarter, line by line: {@code RGBY}. */
    static String quarters(BufferedImage image) {
        var seen = new StringBuilder();
        for (int i = 0; i < 4; i++) {
            var x = image.getWidth() * (1 + 2 * (i % 2)) / 4;
            var y = image.getHeight() * (1 + 2 * (i / 2)) / 4;
            var c = new Color(image.getRGB(x, y));
            var bits = (c.getRed() > 127 ? 4 : 0) + (c.getGreen() > 127 ? 2 : 0) + (c.getBlue() > 127 ? 1 : 0);
            seen.append("KBG?R?YW".charAt(bits));
        }
        return seen.toString();
    }
}
