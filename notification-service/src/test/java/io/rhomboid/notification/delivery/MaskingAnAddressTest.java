package io.rhomboid.notification.delivery;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class MaskingAnAddressTest {

    @ParameterizedTest
    @CsvSource({
        "jo.weber@client.example, j…@c….example",
        "j@c.example, j…@c….example",
        "💆@client.co.nz, 💆…@c….nz",
        "jo@localhost, j…@l…",
        "jo, …",
        "@client.example, …",
        "jo@, …",
    })
    void leaves_what_its_owner_recognises(String address, String masked) {
        assertThat(Masked.address(address)).isEqualTo(masked);
    }
}
