package io.rhomboid.gateway.routing;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class NamesTest {

    static final URI NAMED = URI.create("http://booking-service:8082");

    final Map<String, List<String>> zone = new HashMap<>();
    final Names names = new Names(Clock.systemUTC(), this::all);

    @AfterEach
    void stop() {
        names.stop();
    }

    private synchronized InetAddress[] all(String host) throws UnknownHostException {
        var found = zone.get(host);
        if (found == null) throw new UnknownHostException(host);
        var all = new InetAddress[found.size()];
        for (var i = 0; i < all.length; i++) all[i] = InetAddress.ofLiteral(found.get(i));
        return all;
    }

    private synchronized void isAt(String host, String... addresses) {
        zone.put(host, List.of(addresses));
    }

    private synchronized void isForgotten(String host) {
        zone.remove(host);
    }

    private List<String> asked(URI... named) {
        var instances = names.instances(List.of(named));
        names.look();
        return next(instances, 4);
    }

    private static List<String> next(Instances instances, int times) {
        return Stream.generate(instances::next).limit(times).map(URI::toString).toList();
    }

    @Test
    void with_several_addresses_are_several_instances() {
        isAt("booking-service", "10.0.0.2", "10.0.0.1");

        assertThat(asked(NAMED))
                .containsExactly(
                        "http://10.0.0.1:8082", "http://10.0.0.2:8082", "http://10.0.0.1:8082", "http://10.0.0.2:8082");
    }

    @Test
    void with_one_address_are_asked_there_until_it_is_another() {
        isAt("booking-service", "10.0.0.1");
        var instances = names.instances(List.of(NAMED));
        names.look();
        assertThat(next(instances, 2)).containsOnly("http://10.0.0.1:8082");

        isAt("booking-service", "10.0.0.2");
        names.look();
        assertThat(next(instances, 2)).containsOnly("http://10.0.0.2:8082");
    }

    @Test
    void of_two_families_are_one_instance() {
        isAt("localhost", "127.0.0.1", "::1");
        isAt("six", "fd00::1", "fd00::2");

        assertThat(asked(URI.create("http://localhost:8082"))).containsOnly("http://127.0.0.1:8082");
        assertThat(asked(URI.create("http://six:8082")))
                .contains("http://[fd00:0:0:0:0:0:0:1]:8082", "http://[fd00:0:0:0:0:0:0:2]:8082");
    }

    @Test
    void are_looked_behind_again_and_remembered_while_nobody_knows_them() {
        isAt("booking-service", "10.0.0.1", "10.0.0.2");
        var instances = names.instances(List.of(NAMED));
        names.look();
        isForgotten("booking-service");
        names.look();
        assertThat(next(instances, 2)).containsExactlyInAnyOrder("http://10.0.0.1:8082", "http://10.0.0.2:8082");

        isAt("booking-service", "10.0.0.2", "10.0.0.3");
        names.look();
        assertThat(next(instances, 2)).containsExactlyInAnyOrder("http://10.0.0.2:8082", "http://10.0.0.3:8082");
    }

    @Test
    void that_nobody_knows_yet_are_asked_by_name() {
        assertThat(asked(NAMED)).containsOnly(NAMED.toString());
    }

    @Test
    void beside_others_are_some_of_all() {
        isAt("booking-service", "10.0.0.1", "10.0.0.2");

        assertThat(asked(NAMED, URI.create("http://192.0.2.1:8082")))
                .containsOnlyOnce("http://192.0.2.1:8082")
                .contains("http://10.0.0.1:8082", "http://10.0.0.2:8082");
    }

    /** A certificate is for a name. */
    @Test
    void asked_by_tls_stay_names() {
        isAt("booking-service", "10.0.0.1", "10.0.0.2");

        assertThat(asked(URI.create("https://booking-service:8443"))).containsOnly("https://booking-service:8443");
    }
}
