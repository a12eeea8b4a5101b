package io.rhomboid.gateway.routing;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import jakarta.annotation.PreDestroy;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Looks behind the services' names, again and again: instances that share one name, as with compose's {@code --scale},
 * are each asked in turn like those that have names of their own.
 */
@Component
public class Names {

    private static final Logger log = LoggerFactory.getLogger(Names.class);

    /** Shorter than a service that goes still answers, see {@code LEAVING}. */
    private static final Duration EVERY = Duration.ofSeconds(1);

    private final Map<Instances, List<URI>> followed = new ConcurrentHashMap<>();
    private final Map<URI, List<URI>> known = new ConcurrentHashMap<>();
    private final Clock clock;
    private final LookUp lookUp;
    private @Nullable Thread looking;

    /** Who knows which addresses a name has. */
    interface LookUp {
        InetAddress[] all(String host) throws UnknownHostException;
    }

    @Autowired
    Names(Clock clock) {
        this(clock, InetAddress::getAllByName);
    }

    Names(Clock clock, LookUp lookUp) {
        this.clock = clock;
        this.lookUp = lookUp;
    }

    /** @param named where a service is, at least one address or name */
    public Instances instances(List<URI> named) {
        var instances = new Instances(named, clock);
        if (named.stream().anyMatch(Names::canBeSeveral)) {
            followed.put(instances, named);
            lookFromNowOn();
        }
        return instances;
    }

    /** Not behind one that is asked by TLS: its certificate is for the name. */
    private static boolean canBeSeveral(URI named) {
        return "http".equals(named.getScheme()) && !named.getHost().matches("[0-9.]+|\\[.*]");
    }

    private synchronized void lookFromNowOn() {
        if (looking != null) return;
        looking = Thread.ofVirtual().name("names").start(() -> {
            try {
                while (true) {
                    look();
                    Thread.sleep(EVERY);
                }
            } catch (InterruptedException _) {
                // The gateway ends.
            }
        });
    }

    @PreDestroy
    synchronized void stop() {
        if (looking != null) looking.interrupt();
    }

    void look() {
        followed.forEach((instances, named) ->
                instances.are(named.stream().flatMap(this::behind).toList()));
    }

    private Stream<URI> behind(URI named) {
        if (!canBeSeveral(named)) return Stream.of(named);
        try {
            var found = found(named);
            if (!found.equals(known.put(named, found))) log.info("{} is at {}", named, found);
        } catch (UnknownHostException e) {
            // While nobody knows the name, what was known of it may still answer.
            log.debug("{} is not known", named, e);
        }
        return known.getOrDefault(named, List.of(named)).stream();
    }

    /**
     * Even of one the address: by its name the client would ask, for as long as the name server lets it (Docker: ten
     * minutes), the one that has been replaced. Of two families only one counts: behind {@code localhost} is one instance.
     */
    private List<URI> found(URI named) throws UnknownHostException {
        var all = lookUp.all(named.getHost());
        var family =
                Arrays.stream(all).anyMatch(Inet4Address.class::isInstance) ? Inet4Address.class : InetAddress.class;
        return Arrays.stream(all)
                .filter(family::isInstance)
                .map(InetAddress::getHostAddress)
                .map(address -> address.contains(":") ? "[" + address + "]" : address)
                .sorted()
                .map(address -> URI.create("http://" + address + (named.getPort() < 0 ? "" : ":" + named.getPort())))
                .toList();
    }
}
