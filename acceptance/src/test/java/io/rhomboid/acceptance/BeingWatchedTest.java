package io.rhomboid.acceptance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** What alarms and dashboards look at is there, under the names they use. */
@ExtendWith(RunningClinic.ForAllStories.class)
class BeingWatchedTest {

    private static final Path WATCHING = Path.of("..", "watching");

    private static final Pattern METRIC = Pattern.compile(
            "\\b((?:rhomboid|resilience4j|jvm|process|kafka|http_server|mongodb)_[a-z0-9_]+)(?=[\\[{ )])");

    /** Counters begin with what they count: there are none as long as all is well. */
    private static final Set<String> OF_TROUBLE = Set.of("rhomboid_dead_letters_total");

    @ParameterizedTest
    @ValueSource(strings = {"alarms.yml", "grafana/rhomboid.json"})
    void every_number_that_is_looked_at_is_told(String file, RunningClinic clinic) throws IOException {
        var looked = new TreeSet<String>();
        METRIC.matcher(Files.readString(WATCHING.resolve(file)).replace("\\\"", "\""))
                .results()
                .forEach(metric -> looked.add(metric.group(1)));
        looked.removeAll(OF_TROUBLE);
        assertThat(looked).hasSizeGreaterThan(10);

        // Somebody books, and somebody asks for what can't be.
        var jo = clinic.visitor();
        var held = jo.hold(Slots.TECHNIQUE, Slots.free(jo, 1, 30).getFirst());
        jo.confirm(held);
        jo.get("/api/v1/bookings/none");
        clinic.mails().await(1, jo.email());

        await("all of it is counted").atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
            var told = clinic.metrics();
            assertThat(looked)
                    .allSatisfy(metric -> assertThat(told).containsPattern("(?m)^" + Pattern.quote(metric) + "[{ ]"));
        });
    }
}
