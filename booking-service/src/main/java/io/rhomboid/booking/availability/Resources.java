package io.rhomboid.booking.availability;

import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Everything that can be taken and ever was, with a number and its busy times. Safe for any number of threads. */
final class Resources {

    /** A therapist, a room or a piece of equipment. */
    static final class Resource {

        private final Record id;
        private final int number;
        private volatile BusyTimes busy = BusyTimes.NONE;

        private Resource(Record id, int number) {
            this.id = id;
            this.number = number;
        }

        Record id() {
            return id;
        }

        int number() {
            return number;
        }

        synchronized void take(Claim claim) {
            busy = busy.with(claim.firstCell(), claim.endCell(), claim.day());
        }

        synchronized void giveBack(Claim claim) {
            busy = busy.without(claim.firstCell(), claim.endCell(), claim.day());
        }
    }

    private final Map<Record, Resource> byId = new ConcurrentHashMap<>();
    private volatile Resource[] byNumber = new Resource[16];
    private int count;

    BusyTimes busy(Record id) {
        var known = byId.get(id);
        return known == null ? BusyTimes.NONE : known.busy;
    }

    Resource of(Record id) {
        var known = byId.get(id);
        return known == null ? added(id) : known;
    }

    private synchronized Resource added(Record id) {
        var known = byId.get(id);
        if (known != null) return known;
        var resource = new Resource(id, count);
        var all = count == byNumber.length ? Arrays.copyOf(byNumber, count + count / 2) : byNumber;
        all[count++] = resource;
        byNumber = all;
        byId.put(id, resource);
        return resource;
    }

    /** @param number of one that there is */
    Resource numbered(int number) {
        return byNumber[number];
    }
}
