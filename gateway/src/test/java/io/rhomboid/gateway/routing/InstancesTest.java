package io.rhomboid.gateway.routing;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class InstancesTest {

    static final URI A = URI.create("http://a:1");
    static final URI B = URI.create("http://b:1");
    static final URI C = URI.create("http://c:1");

    Instant now = Instant.parse("2026-11-22T10:00:00Z");
    Instances instances = new Instances(List.of(A, B, C), () -> now);

    @Test
    void are_asked_in_turn() {
        assertThat(next(7)).containsExactly(A, B, C, A, B, C, A);
    }

    @Test
    void are_passed_over_for_a_while() {
        instances.passOver(B);

        assertThat(next(6)).doesNotContain(B).contains(A, C);

        now = now.plus(Duration.ofSeconds(5));
        assertThat(next(3)).contains(A, B, C);
    }

    @Test
    void are_all_asked_where_all_would_be_passed_over() {
        Stream.of(A, B, C).forEach(instances::passOver);

        assertThat(next(3)).containsExactly(A, B, C);
    }

    @Test
    void are_told_by_host_and_port_alone() {
        instances = new Instances(List.of(URI.create("http://a:1/")), () -> now);

        assertThat(next(1)).containsExactly(A);
    }

    @Test
    void are_at_least_one() {
        assertThatThrownBy(() -> new Instances(List.of(), () -> now)).isInstanceOf(IllegalArgumentException.class);
    }

    private List<URI> next(int times) {
        return Stream.generate(instances::next).limit(times).toList();
    }
}
