package io.rhomboid.gateway.routing;

import java.util.concurrent.atomic.AtomicInteger;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;

import io.rhomboid.gateway.limit.Asked;

/**
 * How much one service is at, of what we gave it. Searches may have only some of the places, so that under any number of
 * them who books still finds one. Whoever finds none is told so at once: to wait would take the time of those who can
 * still be served, and memory here.
 */
final class Places {

    private final int all;
    private final int forSearches;
    private final AtomicInteger taken = new AtomicInteger();
    private final AtomicInteger bySearches = new AtomicInteger();
    private final Counter searchesShed;
    private final Counter othersShed;

    Places(String service, int all, int forSearches, MeterRegistry meters) {
        this.all = all;
        this.forSearches = forSearches;
        Gauge.builder("rhomboid.gateway.at.once", taken, AtomicInteger::get)
                .tag("service", service)
                .register(meters);
        searchesShed = meters.counter("rhomboid.gateway.shed", "service", service, "asked", "search");
        othersShed = meters.counter("rhomboid.gateway.shed", "service", service, "asked", "other");
    }

    boolean take(Asked asked) {
        if (asked.givesWay() && !takeOne(bySearches, forSearches)) {
            searchesShed.increment();
            return false;
        }
        if (takeOne(taken, all)) return true;
        if (asked.givesWay()) bySearches.decrementAndGet();
        (asked.givesWay() ? searchesShed : othersShed).increment();
        return false;
    }

    void giveBack(Asked asked) {
        taken.decrementAndGet();
        if (asked.givesWay()) bySearches.decrementAndGet();
    }

    private static boolean takeOne(AtomicInteger count, int most) {
        for (; ; ) {
            var now = count.get();
            if (now >= most) return false;
            if (count.compareAndSet(now, now + 1)) return true;
        }
    }
}
