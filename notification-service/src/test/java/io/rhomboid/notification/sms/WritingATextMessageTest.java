package io.rhomboid.notification.sms;

import java.net.URI;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.rhomboid.notification.sms.Segments.Encoding;

import static org.assertj.core.api.Assertions.assertThat;

class WritingATextMessageTest {

    static final URI LINK = URI.create("https://clinic.example/booking#" + "a".repeat(86));

    @ParameterizedTest
    @CsvSource({
        "0, 0", "1, 1", "160, 1", "161, 2", "306, 2", "307, 3", "459, 3", "460, 4",
    })
    void plain_letters_go_160_into_one_segment_and_153_into_each_of_several(int length, int segments) {
        assertThat(Segments.of("a".repeat(length))).isEqualTo(new Segments(Encoding.GSM_7, length, segments));
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "70, 1", "71, 2", "134, 2", "135, 3"})
    void one_other_letter_makes_them_70_and_67(int length, int segments) {
        assertThat(Segments.of("ł" + "a".repeat(length - 1))).isEqualTo(new Segments(Encoding.UCS_2, length, segments));
    }

    @Test
    void some_characters_count_twice_and_none_is_divided() {
        assertThat(Segments.of("€".repeat(80))).isEqualTo(new Segments(Encoding.GSM_7, 160, 1));
        assertThat(Segments.of("€".repeat(81))).isEqualTo(new Segments(Encoding.GSM_7, 162, 2));
        // 153 is odd: only 76 of them fit into each segment.
        assertThat(Segments.of("€".repeat(153))).isEqualTo(new Segments(Encoding.GSM_7, 306, 3));
        assertThat(Segments.of("😀".repeat(35))).isEqualTo(new Segments(Encoding.UCS_2, 70, 1));
        assertThat(Segments.of("😀".repeat(67))).isEqualTo(new Segments(Encoding.UCS_2, 134, 3));
        assertThat(Segments.of("Grüße aus Köln: schöne Ñandú, ¿sí? àèìòù ÄÖÜß").encoding())
                .isEqualTo(Encoding.UCS_2);
        assertThat(Segments.of("Grüße aus Köln: schöne Ñ, ¿si? àèìòù ÄÖÜß @£$¥ Δ_ΦΓ")
                        .encoding())
                .isEqualTo(Encoding.GSM_7);
    }

    @Test
    void what_looks_nicer_and_costs_twice_as_much_is_written_plainly() {
        var text = TextMessage.of("Rhomboid – Mitte", "Confirmed: “Deep tissue”, 9:15\u202fam\u00a0… it’s yours", LINK);

        assertThat(text).isEqualTo("Rhomboid - Mitte: Confirmed: \"Deep tissue\", 9:15 am ... it's yours " + LINK);
        assertThat(Segments.of(text).encoding()).isEqualTo(Encoding.GSM_7);
    }

    @Test
    void who_writes_is_said_once_and_spanish_is_no_dearer_than_german() {
        var text = TextMessage.of("Rhomboid Mitte", "Rhomboid Mitte: su sesión del miércoles está ahí. Ñ", LINK);

        assertThat(text).isEqualTo("Rhomboid Mitte: su sesion del miércoles esta ahi. Ñ " + LINK);
        assertThat(Segments.of(text).encoding()).isEqualTo(Encoding.GSM_7);
    }

    @Test
    void what_is_too_long_loses_the_end_of_what_is_said_and_never_the_link() {
        var text = TextMessage.of("Rhomboid", "ab ".repeat(400), LINK);
        assertThat(text).startsWith("Rhomboid: ab ab").endsWith("... " + LINK);
        assertThat(Segments.of(text).count()).isEqualTo(3);

        var foreign = TextMessage.of("Rhomboid", "ł😀".repeat(400), LINK);
        assertThat(foreign).endsWith("... " + LINK);
        assertThat(Segments.of(foreign).count()).isLessThanOrEqualTo(3);

        var far = URI.create("https://clinic.example/" + "a".repeat(600));
        assertThat(TextMessage.of("Rhomboid", "Cancelled.", far)).isEqualTo("Rhomboid: Cancelled.");
        assertThat(TextMessage.of("Rhomboid", "Cancelled.", null)).isEqualTo("Rhomboid: Cancelled.");
    }

    @ParameterizedTest
    @CsvSource({
        "+49 30 5550199, +49305550199",
        "0049 (30) 555-0199, +49305550199",
        "+49 (0)30 5550199, +49305550199",
        "+1 (415) 555-2671, +14155552671",
    })
    void a_number_is_understood_as_people_write_it(String written, String dialled) {
        assertThat(PhoneNumber.of(written)).contains(new PhoneNumber(dialled));
    }

    @ParameterizedTest
    @CsvSource({"030 5550199", "+49", "call me", "+49 30 5550199 ext 7", "+0 123 456 789", "''"})
    void what_cannot_be_dialled_from_anywhere_is_no_number(String written) {
        assertThat(PhoneNumber.of(written)).isEmpty();
    }
}
