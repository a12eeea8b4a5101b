package io.rhomboid.notification.sms;

/**
 * What a text message costs: networks carry it in segments of 140 bytes, each paid for.
 *
 * <p>In the alphabet of GSM 03.38 a segment holds 160 characters, or 153 when there are several; some characters count
 * twice. A single character beyond it makes the whole text UCS-2: 70 characters, or 67. No character is divided between two
 * segments.
 *
 * @param encoding of the whole text
 * @param units septets or UTF-16 units, as the encoding counts
 * @param count of segments; 0 for an empty text
 */
public record Segments(Encoding encoding, int units, int count) {

    public enum Encoding {
        GSM_7(160, 153),
        UCS_2(70, 67);

        private final int alone;
        private final int ofSeveral;

        Encoding(int alone, int ofSeveral) {
            this.alone = alone;
            this.ofSeveral = ofSeveral;
        }
    }

    private static final String BASIC = "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?"
            + "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";

    /** Behind an escape: two septets each. */
    private static final String EXTENDED = "\f^{}\\[~]|€";

    public static Segments of(String text) {
        var encoding = text.codePoints().allMatch(Segments::isGsm) ? Encoding.GSM_7 : Encoding.UCS_2;
        var units = text.codePoints().map(sign -> units(sign, encoding)).sum();
        if (units <= encoding.alone) return new Segments(encoding, units, units == 0 ? 0 : 1);
        int count = 1;
        int used = 0;
        for (var sign : text.codePoints().toArray()) {
            var needed = units(sign, encoding);
            if (used + needed > encoding.ofSeveral) {
                count++;
                used = 0;
            }
            used += needed;
        }
        return new Segments(encoding, units, count);
    }

    private static boolean isGsm(int sign) {
        return BASIC.indexOf(sign) >= 0 || EXTENDED.indexOf(sign) >= 0;
    }

    private static int units(int sign, Encoding encoding) {
        return switch (encoding) {
            case GSM_7 -> EXTENDED.indexOf(sign) >= 0 ? 2 : 1;
            case UCS_2 -> Character.charCount(sign);
        };
    }
}
