package io.rhomboid.therapist.photo;

import java.awt.image.BufferedImage;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.rhomboid.therapist.photo.Picture.Reading.Drawn;
import io.rhomboid.therapist.photo.Picture.Reading.Unfit;
import io.rhomboid.therapist.photo.Picture.Reading.Unreadable;

import static io.rhomboid.therapist.photo.Camera.developed;
import static io.rhomboid.therapist.photo.Camera.file;
import static io.rhomboid.therapist.photo.Camera.fourFields;
import static io.rhomboid.therapist.photo.Camera.held;
import static io.rhomboid.therapist.photo.Camera.quarters;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

class DevelopingAPhotoTest {

    /** 200 x 200 pixels, red on the left, blue on the right; written by a browser. */
    static final byte[] WEBP = Base64.getDecoder()
            .decode("UklGRugCAABXRUJQVlA4WAoAAAAgAAAAxwAAxwAASUNDUMgBAAAAAAHIAAAAAAQwAABtbnRyUkdCIFhZWiAH4AABAA"
                    + "EAAAAAAABhY3NwAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAQAA9tYAAQAAAADTLQAAAAAAAAAAAAAAAAAAAAAA"
                    + "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAlkZXNjAAAA8AAAACRyWFlaAAABFAAAABRnWFlaAAABKA"
                    + "AAABRiWFlaAAABPAAAABR3dHB0AAABUAAAABRyVFJDAAABZAAAAChnVFJDAAABZAAAAChiVFJDAAABZAAAAChjcHJ0"
                    + "AAABjAAAADxtbHVjAAAAAAAAAAEAAAAMZW5VUwAAAAgAAAAcAHMAUgBHAEJYWVogAAAAAAAAb6IAADj1AAADkFhZWi"
                    + "AAAAAAAABimQAAt4UAABjaWFlaIAAAAAAAACSgAAAPhAAAts9YWVogAAAAAAAA9tYAAQAAAADTLXBhcmEAAAAAAAQA"
                    + "AAACZmYAAPKnAAANWQAAE9AAAApbAAAAAAAAAABtbHVjAAAAAAAAAAEAAAAMZW5VUwAAACAAAAAcAEcAbwBvAGcAbA"
                    + "BlACAASQBuAGMALgAgADIAMAAxADZWUDgg+gAAAJAPAJ0BKsgAyAA+7Xa3VSmnpaMiqAEwHYlnbuF1UOuABoJaAB9g"
                    + "Ff/7gAARdWNa0iPrHm1BcVoebU096GSQEEhI+xMx38OafCF9/ssebU7OXTLAxjh8IJDPba+Ig+k2JvH1jzagsue1dq"
                    + "ae9DKoKsebUw8ti/31Y8zX/zxbTGOFDKIc0mAA/v6DF8N7jhrf+Wf+y32W8Lm0gpXKwNVqfyE4dvMtHta63DL9lWk8"
                    + "Tr8uHSw5E+3G4G/SBbF2u9RTJmgBE25oJORiewSkV3xXayvxLogki4Dr+YgpclGYHQKpBIVYzcFqM3BajNwWozcFqM"
                    + "3BajNwWozcAAA=");

    @ParameterizedTest
    @CsvSource({
        "jpeg, 1600, 1200, 800, 600",
        "png, 3000, 3000, 800, 800",
        "jpeg, 1000, 3000, 400, 1200",
        "png, 300, 200, 300, 200"
    })
    void comes_in_two_sizes_and_is_never_blown_up(String format, int width, int height, int wide, int high) {
        var drawn = drawn(file(fourFields(width, height), format));

        var small = developed(drawn.small());
        var large = developed(drawn.large());
        assertThat(new int[] {small.getWidth(), small.getHeight()}).containsExactly(160, 160);
        assertThat(new int[] {large.getWidth(), large.getHeight()}).containsExactly(wide, high);
        assertThat(quarters(large)).isEqualTo("RGBY");
    }

    @Test
    void a_webp_of_a_browser_is_read() {
        assertThat(quarters(developed(drawn(WEBP).large()))).isEqualTo("RBRB");
    }

    @ParameterizedTest
    @CsvSource({"1, RGBY", "2, GRYB", "3, YBGR", "4, BYRG", "5, RBGY", "6, BRYG", "7, YGBR", "8, GYRB"})
    void is_turned_upright(int orientation, String quarters) {
        for (var order : new ByteOrder[] {ByteOrder.BIG_ENDIAN, ByteOrder.LITTLE_ENDIAN}) {
            var sent = held(file(fourFields(400, 300), "jpeg"), orientation, order);
            var large = developed(drawn(sent).large());

            assertThat(large.getWidth()).isEqualTo(orientation < 5 ? 400 : 300);
            assertThat(quarters(large)).isEqualTo(quarters);
        }
    }

    @Test
    void nothing_but_the_picture_is_kept() {
        var sent = held(file(fourFields(400, 300), "jpeg"), 6, ByteOrder.BIG_ENDIAN);
        var drawn = drawn(sent);

        for (var ours : new byte[][] {drawn.small(), drawn.large()}) {
            assertThat(new String(ours, StandardCharsets.ISO_8859_1)).doesNotContain("Exif", "52.5286");
        }
    }

    @Test
    void what_can_be_seen_through_is_white() {
        var drawn = drawn(file(new BufferedImage(200, 200, BufferedImage.TYPE_INT_ARGB), "png"));

        assertThat(quarters(developed(drawn.large()))).isEqualTo("WWWW");
    }

    @Test
    void too_many_pixels_are_refused_before_they_are_read() {
        var bomb = file(fourFields(200, 200), "png");
        ByteBuffer.wrap(bomb).putInt(16, 60_000).putInt(20, 60_000);
        var headerAgain = new java.util.zip.CRC32();
        headerAgain.update(bomb, 12, 17);
        ByteBuffer.wrap(bomb).putInt(29, (int) headerAgain.getValue());

        assertThat(Picture.read(bomb))
                .asInstanceOf(type(Unfit.class))
                .satisfies(unfit -> assertThat(unfit.why()).contains("60000 x 60000", "Send a smaller one"));
    }

    @Test
    void too_few_pixels_are_refused() {
        assertThat(Picture.read(file(fourFields(400, 158), "png")))
                .asInstanceOf(type(Unfit.class))
                .satisfies(unfit -> assertThat(unfit.why()).contains("Send a larger one"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "GIF89a", "<svg xmlns='http://www.w3.org/2000/svg'/>", "%PDF-1.7", "RIFF....WEBP"})
    void what_is_no_picture_is_unreadable(String text) {
        assertThat(Picture.read(text.getBytes(StandardCharsets.UTF_8))).isEqualTo(new Unreadable());
    }

    @Test
    void a_gif_is_unreadable_whatever_it_is_called() {
        assertThat(Picture.read(file(fourFields(200, 200), "gif"))).isEqualTo(new Unreadable());
    }

    @Test
    void bent_and_broken_files_are_answered_and_never_a_fault() {
        var seed = System.nanoTime();
        var random = new Random(seed);
        byte[][] good = {
            held(file(fourFields(200, 200), "jpeg"), 6, ByteOrder.LITTLE_ENDIAN),
            file(fourFields(200, 200), "png"),
            WEBP
        };
        for (int i = 0; i < 300; i++) {
            var bent = good[i % good.length].clone();
            for (int j = 0; j < 1 + random.nextInt(20); j++) {
                bent[12 + random.nextInt(bent.length - 12)] = (byte) random.nextInt();
            }
            if (random.nextBoolean()) bent = Arrays.copyOf(bent, random.nextInt(bent.length));

            assertThat(Picture.read(bent)).as("seed %d, case %d", seed, i).isNotNull();
        }
    }

    private static Drawn drawn(byte[] sent) {
        return (Drawn) Picture.read(sent);
    }
}
