package io.rhomboid.acceptance;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * The clinic's gateways, asked in turn as a proxy in front of them does it: which there are is looked up again each second,
 * and one that takes no connection, or ends the one it has answered on, is left out for a while.
 */
final class Gateways {

    private static final Duration LOOKED_UP_FOR = Duration.ofSeconds(1);
    private static final Duration LEFT_OUT_FOR = Duration.ofSeconds(5);

    private final Supplier<List<URI>> lookUp;
    private final Map<URI, Instant> leftOutUntil = new ConcurrentHashMap<>();
    private final AtomicInteger turn = new AtomicInteger();
    private List<URI> known = List.of();
    private Instant knownUntil = Instant.MIN;

    /** The only one, always at the same address. */
    Gateways(URI only) {
        this(() -> List.of(only));
    }

    Gateways(Supplier<List<URI>> lookUp) {
        this.lookUp = lookUp;
    }

    /** All of them, in the order in which to ask. */
    List<URI> inTurn() {
        var all = known();
        var first = turn.getAndIncrement();
        var turned = IntStream.range(0, all.size())
                .mapToObj(i -> all.get(Math.floorMod(first + i, all.size())))
                .toList();
        var wanted = turned.stream().filter(one -> !isLeftOut(one)).toList();
        return wanted.isEmpty() ? turned : wanted;
    }

    void leaveOut(URI gateway) {
        leftOutUntil.put(gateway, Instant.now().plus(LEFT_OUT_FOR));
    }

    private boolean isLeftOut(URI gateway) {
        return Instant.now().isBefore(leftOutUntil.getOrDefault(gateway, Instant.MIN));
    }

    private synchronized List<URI> known() {
        if (Instant.now().isBefore(knownUntil)) return known;
        var found = lookUp.get();
        if (!found.isEmpty()) known = found;
        knownUntil = Instant.now().plus(LOOKED_UP_FOR);
        return known;
    }
}
