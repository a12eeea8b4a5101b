package io.rhomboid.bench;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;

import io.rhomboid.bench.gateway.GatewayBench;
import io.rhomboid.bench.scale.ScaleBench;

/** {@code java -jar bench.jar relay|search|engine|…}, each with its own arguments. */
public final class Bench {

    private static final String USAGE = """
            usage: bench <name>
              relay [pairs]                       from an acknowledged write to a consumer, against Kafka alone
              search [rounds]                     therapists from memory: 10,000, a mixed set of questions
              engine                              its kernel: against java.time, growth, allocation, memory
              allocation                          its kernel under JMH's profiler of the collector
              http                                free slots over HTTP, against the same bytes without logic
              bookings                            bookings over HTTP, against a bare durable insert; the refused ones
              growth [bookings]                   listing, booking and starting with much in the store
              race [rounds]                       one winner for each slot, and whether the test would notice two
              gateway [rounds] [seconds]          ours beside a bare one, in turn; needs wrk
              scale                               up to a million therapists, by arithmetic and simulation
              book [gateway] [seconds] [clients]  bookings through a running system
              telling [gateway] [mails] [seconds] from POST /bookings to the mail server's yes, 20 a second
                                                  (of a system started with LIMIT_CREATE=100000/1m)
              reminders [count]                   due within an hour, told by two instances, each once
            """;

    private Bench() {}

    /** Ends the process in any case: servers and brokers that were started would keep it. */
    public static void main(String[] arguments) {
        try {
            run(List.of(arguments));
            System.exit(0);
        } catch (Exception e) {
            e.printStackTrace();
            System.exit(1);
        }
    }

    private static void run(List<String> all) throws Exception {
        var name = at(all, 0, "");
        switch (name) {
            case "relay" -> RelayBench.run(bounded("pairs", at(all, 1, "2000"), 20_000));
            case "search" -> SearchBench.run(bounded("rounds", at(all, 1, "5"), 50));
            case "engine" -> EngineBench.run();
            case "allocation" -> AllocationBench.run();
            case "http" -> HttpBench.run();
            case "bookings" -> BookingBench.run();
            case "growth" -> BookingBench.runGrowth(bounded("bookings", at(all, 1, "600000"), 2_000_000));
            case "race" -> RaceBench.run(bounded("rounds", at(all, 1, "50"), 2_000));
            case "gateway" ->
                GatewayBench.run(
                        Path.of("gateway", "target", "unpacked"),
                        bounded("rounds", at(all, 1, "5"), 50),
                        bounded("seconds", at(all, 2, "8"), 120));
            case "scale" -> ScaleBench.run();
            case "book" ->
                BookBench.run(
                        URI.create(at(all, 1, "http://127.0.0.1:8080")),
                        bounded("seconds", at(all, 2, "15"), 300),
                        bounded("clients", at(all, 3, "16"), 200));
            case "telling" ->
                TellingBench.run(
                        URI.create(at(all, 1, "http://127.0.0.1:8080")),
                        URI.create(at(all, 2, "http://127.0.0.1:8025")),
                        bounded("seconds", at(all, 3, "45"), 600));
            case "reminders" -> ReminderBench.run(bounded("count", at(all, 1, "100000"), 1_000_000));
            default -> {
                System.err.print(USAGE);
                System.exit(2);
            }
        }
    }

    private static String at(List<String> arguments, int index, String otherwise) {
        return index < arguments.size() ? arguments.get(index) : otherwise;
    }

    private static int bounded(String name, String text, int most) {
        if (text.matches("[1-9]\\d{0,6}") && Integer.parseInt(text) <= most) return Integer.parseInt(text);
        System.err.println(name + " must be a number from 1 to " + most + ", not " + text);
        System.exit(2);
        return 0;
    }
}
