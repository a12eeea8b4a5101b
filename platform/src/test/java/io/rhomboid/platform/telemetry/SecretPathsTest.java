package io.rhomboid.platform.telemetry;

import java.util.ArrayList;

import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationHandler;
import io.micrometer.observation.ObservationRegistry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class SecretPathsTest {

    @ParameterizedTest
    @CsvSource({
        "/api/v1/calendar/s3cr_t-x.ics, /api/v1/calendar/***",
        "http://127.0.0.1:8082/api/v1/calendar/s3cret.ics?a=b, http://127.0.0.1:8082/api/v1/calendar/***?a=b",
        "/api/v1/calendars/0b8f7b0e, /api/v1/calendars/0b8f7b0e",
        "/api/v1/bookings/1, /api/v1/bookings/1"
    })
    void a_trace_keeps_no_secret_of_an_address(String address, String kept) {
        assertThat(kept("http.url", address)).containsExactly("http.url=" + kept);
    }

    @Test
    void what_is_no_address_stays_as_it_is() {
        assertThat(kept("messaging.system", "kafka")).containsExactly("messaging.system=kafka");
    }

    private static ArrayList<String> kept(String key, String value) {
        var kept = new ArrayList<String>();
        var registry = ObservationRegistry.create();
        registry.observationConfig().observationFilter(new SecretPaths());
        registry.observationConfig().observationHandler(new ObservationHandler<>() {
            @Override
            public void onStop(Observation.Context context) {
                context.getHighCardinalityKeyValues().forEach(tag -> kept.add(tag.getKey() + "=" + tag.getValue()));
            }

            @Override
            public boolean supportsContext(Observation.Context context) {
                return true;
            }
        });
        Observation.createNotStarted("request", registry)
                .highCardinalityKeyValue(key, value)
                .observe(() -> {});
        return kept;
    }
}
