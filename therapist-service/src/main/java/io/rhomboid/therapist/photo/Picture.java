package io.rhomboid.therapist.photo;

import java.awt.Color;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.stream.MemoryCacheImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

import com.twelvemonkeys.imageio.plugins.webp.WebPImageReaderSpi;
import org.jspecify.annotations.Nullable;

/**
 * What somebody sent, made into pictures of ours.
 *
 * <ol>
 *   <li>The first bytes say what it is: JPEG, PNG or WebP. What a header or a name says is not asked.
 *   <li>Width and height are read before any pixel is; too many pixels are refused there.
 *   <li>A large picture is read coarsely, so that what is in memory is near the size that we keep.
 *   <li>It is turned upright, drawn on white in sRGB and written anew: nothing that was in the file beside the picture
 *       (place, camera, comments, what hides behind its end) is in ours.
 * </ol>
 */
final class Picture {

    /** What came of reading it. */
    sealed interface Reading {

        /** Two JPEGs: a square of {@link #SMALL} pixels, and at most {@link #WIDE} by {@link #HIGH}. */
        record Drawn(byte[] small, byte[] large) implements Reading {}

        /** It is no picture, or none that can be read to its end. */
        record Unreadable() implements Reading {}

        /** @param why as a sentence, with what to do */
        record Unfit(String why) implements Reading {}
    }

    static final int SMALL = 160;
    static final int WIDE = 800;
    static final int HIGH = 1200;

    /** More than the cameras of phones have by default. */
    static final int MOST_PIXELS = 25_000_000;

    /** Of a WebP, whose decoder can't read coarsely. */
    static final int MOST_PIXELS_OF_WEBP = 8_000_000;

    /** About as many pixels are in memory; still twice what the large picture has. */
    private static final double COARSE_PIXELS = 3_000_000;

    private static final float QUALITY = 0.85f;

    private Picture() {}

    static Reading read(byte[] sent) {
        try {
            var reader = readerFor(sent);
            if (reader == null) return new Reading.Unreadable();
            try (var in = new MemoryCacheImageInputStream(new ByteArrayInputStream(sent))) {
                reader.setInput(in, true, true);
                var width = reader.getWidth(0);
                var height = reader.getHeight(0);
                var most = isWebp(sent) ? MOST_PIXELS_OF_WEBP : MOST_PIXELS;
                if ((long) width * height > most) {
                    return new Reading.Unfit("The picture has " + width + " x " + height + " pixels; at most "
                            + most / 1_000_000 + " million can be taken. Send a smaller one.");
                }
                if (Math.min(width, height) < SMALL) {
                    return new Reading.Unfit("The picture has " + width + " x " + height + " pixels; it needs at least "
                            + SMALL + " each way. Send a larger one.");
                }
                var coarse = reader.getDefaultReadParam();
                var step = (int) Math.ceil(Math.sqrt((double) width * height / COARSE_PIXELS));
                coarse.setSourceSubsampling(step, step, 0, 0);
                var upright = upright(onWhite(reader.read(0, coarse)), isJpeg(sent) ? Orientation.of(sent) : 1);
                return new Reading.Drawn(jpeg(square(upright)), jpeg(fitting(upright)));
            } finally {
                reader.dispose();
            }
        } catch (IOException | RuntimeException _) {
            // The decoders tell of bent data in many ways.
            return new Reading.Unreadable();
        }
    }

    private static @Nullable ImageReader readerFor(byte[] sent) throws IOException {
        if (isJpeg(sent)) return ImageIO.getImageReadersByFormatName("jpeg").next();
        if (has(sent, 0, "\u0089PNG\r\n")) {
            return ImageIO.getImageReadersByFormatName("png").next();
        }
        // Asked for by name: a fat jar hides it from ImageIO's own search.
        if (isWebp(sent)) return new WebPImageReaderSpi().createReaderInstance(null);
        return null;
    }

    private static boolean isWebp(byte[] sent) {
        return has(sent, 0, "RIFF") && has(sent, 8, "WEBP");
    }

    private static boolean isJpeg(byte[] sent) {
        return has(sent, 0, "\u00FF\u00D8\u00FF");
    }

    private static boolean has(byte[] sent, int at, String start) {
        var wanted = start.getBytes(StandardCharsets.ISO_8859_1);
        return sent.length >= at + wanted.length
                && java.util.Arrays.equals(sent, at, at + wanted.length, wanted, 0, wanted.length);
    }

    private static BufferedImage onWhite(BufferedImage image) {
        return drawn(image, image.getWidth(), image.getHeight(), new AffineTransform());
    }

    /** As EXIF numbers them: 2, 4, 5 and 7 are mirrored, from 5 on width and height change places. */
    private static BufferedImage upright(BufferedImage image, int orientation) {
        if (orientation == Orientation.UPRIGHT) return image;
        double w = image.getWidth();
        double h = image.getHeight();
        var turn = switch (orientation) {
            case 2 -> new AffineTransform(-1, 0, 0, 1, w, 0);
            case 3 -> new AffineTransform(-1, 0, 0, -1, w, h);
            case 4 -> new AffineTransform(1, 0, 0, -1, 0, h);
            case 5 -> new AffineTransform(0, 1, 1, 0, 0, 0);
            case 6 -> new AffineTransform(0, 1, -1, 0, h, 0);
            case 7 -> new AffineTransform(0, -1, -1, 0, h, w);
            default -> new AffineTransform(0, -1, 1, 0, 0, w);
        };
        var lies = orientation >= 5;
        return drawn(image, (int) (lies ? h : w), (int) (lies ? w : h), turn);
    }

    /** Of a tall picture the upper part: that is where the face is. */
    private static BufferedImage square(BufferedImage image) {
        var side = Math.min(image.getWidth(), image.getHeight());
        var left = (image.getWidth() - side) / 2;
        var top = (image.getHeight() - side) / 4;
        return scaled(image.getSubimage(left, top, side, side), SMALL, SMALL);
    }

    private static BufferedImage fitting(BufferedImage image) {
        var scale = Math.min(1, Math.min((double) WIDE / image.getWidth(), (double) HIGH / image.getHeight()));
        return scaled(image, Math.max(1, (int) Math.round(image.getWidth() * scale)), Math.max(1, (int)
                Math.round(image.getHeight() * scale)));
    }

    /** By halves as long as that is possible: in one leap most pixels would be passed over. */
    private static BufferedImage scaled(BufferedImage image, int width, int height) {
        var at = image;
        while (at.getWidth() >= 2 * width && at.getHeight() >= 2 * height) {
            var w = at.getWidth() / 2;
            var h = at.getHeight() / 2;
            at = drawn(
                    at,
                    w,
                    h,
                    AffineTransform.getScaleInstance((double) w / at.getWidth(), (double) h / at.getHeight()));
        }
        return drawn(
                at,
                width,
                height,
                AffineTransform.getScaleInstance((double) width / at.getWidth(), (double) height / at.getHeight()));
    }

    private static BufferedImage drawn(BufferedImage image, int width, int height, AffineTransform how) {
        var canvas = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        var pen = canvas.createGraphics();
        try {
            pen.setColor(Color.WHITE);
            pen.fillRect(0, 0, width, height);
            pen.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
            pen.drawImage(image, how, null);
        } finally {
            pen.dispose();
        }
        return canvas;
    }

    private static byte[] jpeg(BufferedImage image) {
        var writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        var bytes = new ByteArrayOutputStream();
        try (var out = new MemoryCacheImageOutputStream(bytes)) {
            writer.setOutput(out);
            var how = writer.getDefaultWriteParam();
            how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            how.setCompressionQuality(QUALITY);
            writer.write(null, new IIOImage(image, null, null), how);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }
}
