package io.rhomboid.bench.scale;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Random;

/**
 * A network of queues, event by event: requests of several kinds come at random, each goes from station to station, waits
 * where all servers are taken, and is served for a random time. Times are in milliseconds, exponential unless a step says
 * otherwise.
 */
final class Queues {

    /** @param servers how many are served at a time */
    record Station(String name, int servers) {}

    /** @param mean of what it takes there */
    record Step(int station, double mean) {}

    /** @param perSecond how many come */
    record Kind(String name, double perSecond, List<Step> steps) {

        Kind {
            steps = List.copyOf(steps);
        }
    }

    /**
     * @param millis from coming to leaving, of each kind, sorted
     * @param busy share of the time that the servers of each station were at work
     */
    record Seen(List<double[]> millis, double[] busy) {

        double percentile(int kind, double share) {
            var all = millis.get(kind);
            return all.length == 0 ? 0 : all[(int) Math.min(all.length - 1L, Math.round(share * (all.length - 1)))];
        }

        double mean(int kind) {
            return Arrays.stream(millis.get(kind)).average().orElse(0);
        }
    }

    private record Request(int kind, int step, double came) {}

    /** @param station −1 for one that comes */
    private record Event(double at, int station, Request request) implements Comparable<Event> {

        @Override
        public int compareTo(Event other) {
            return Double.compare(at, other.at);
        }
    }

    private final List<Station> stations;
    private final List<Kind> kinds;
    private final Random random;
    private final PriorityQueue<Event> events = new PriorityQueue<>();
    private final List<ArrayDeque<Request>> waiting = new ArrayList<>();
    private final int[] serving;
    private final double[] worked;

    private Queues(List<Station> stations, List<Kind> kinds, long seed) {
        this.stations = stations;
        this.kinds = kinds;
        this.random = new Random(seed);
        this.serving = new int[stations.size()];
        this.worked = new double[stations.size()];
        for (int i = 0; i < stations.size(); i++) waiting.add(new ArrayDeque<>());
    }

    /** What comes in the first fifth of the time fills the queues, and is not counted. */
    static Seen run(List<Station> stations, List<Kind> kinds, double seconds, long seed) {
        return new Queues(stations, kinds, seed).run(seconds * 1000);
    }

    private Seen run(double end) {
        var counted = new ArrayList<List<Double>>();
        for (int kind = 0; kind < kinds.size(); kind++) {
            counted.add(new ArrayList<>());
            come(kind, 0);
        }
        while (true) {
            var event = events.remove();
            double now = event.at;
            if (now > end) break;
            var request = event.request;
            if (event.station < 0) {
                come(request.kind, now);
            } else {
                serving[event.station]--;
                var next = waiting.get(event.station).poll();
                if (next != null) serve(next, now);
                request = new Request(request.kind, request.step + 1, request.came);
            }
            if (request.step < kinds.get(request.kind).steps.size()) arrive(request, now);
            else if (request.came > end / 5) counted.get(request.kind).add(now - request.came);
        }
        var busy = new double[worked.length];
        for (int i = 0; i < busy.length; i++) busy[i] = worked[i] / end / stations.get(i).servers;
        return new Seen(
                counted.stream()
                        .map(all -> all.stream()
                                .mapToDouble(Double::doubleValue)
                                .sorted()
                                .toArray())
                        .toList(),
                busy);
    }

    private void come(int kind, double now) {
        double at = now + exponential(1000 / kinds.get(kind).perSecond);
        events.add(new Event(at, -1, new Request(kind, 0, at)));
    }

    private void arrive(Request request, double now) {
        int station = step(request).station;
        if (serving[station] < stations.get(station).servers) serve(request, now);
        else waiting.get(station).add(request);
    }

    private void serve(Request request, double now) {
        var step = step(request);
        double takes = exponential(step.mean);
        serving[step.station]++;
        worked[step.station] += takes;
        events.add(new Event(now + takes, step.station, request));
    }

    private Step step(Request request) {
        return kinds.get(request.kind).steps.get(request.step);
    }

    private double exponential(double mean) {
        return -mean * Math.log(1 - random.nextDouble());
    }
}
