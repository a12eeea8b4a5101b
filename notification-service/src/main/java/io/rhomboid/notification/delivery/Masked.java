package io.rhomboid.notification.delivery;

/** An address that its owner recognises and nobody else can write to: {@code j…@c….example}. */
public final class Masked {

    private Masked() {}

    public static String address(String address) {
        var at = address.lastIndexOf('@');
        if (at < 1 || at == address.length() - 1) return "…";
        var domain = address.substring(at + 1);
        var dot = domain.lastIndexOf('.');
        return first(address) + "…@" + first(domain) + "…" + (dot > 0 ? domain.substring(dot) : "");
    }

    private static String first(String text) {
        return text.substring(0, text.offsetByCodePoints(0, 1));
    }
}
