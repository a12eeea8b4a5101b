package io.rhomboid.bench;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Capacity by wrk: so many connections, each asking again as soon as it is answered. */
final class Wrk {

    private static final Pattern ANSWERED = Pattern.compile("(\\d+) requests in ([\\d.]+)(ms|s|m)");
    private static final Pattern OTHERS = Pattern.compile("Non-2xx or 3xx responses: (\\d+)");

    private Wrk() {}

    static boolean isThere() {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, "wrk")));
    }

    /**
     * @param perSecond answers of 2xx
     * @param answered all answers
     */
    record Run(double perSecond, int answered) {}

    /** Answers of 2xx a second. */
    static double perSecond(URI url, int connections, int seconds) throws IOException {
        return run(url, connections, seconds).perSecond;
    }

    static Run run(URI url, int connections, int seconds, String... script) throws IOException {
        var command = new ArrayList<>(List.of(
                "wrk", "-t", "1", "-c", Integer.toString(connections), "-d", seconds + "s", "--timeout", "10s"));
        if (script.length > 0) command.addAll(List.of("-s", script[0]));
        command.add(url.toString());
        for (int i = 1; i < script.length; i++) command.add(script[i]);
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        var told = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        var answered = ANSWERED.matcher(told);
        if (!answered.find()) throw new IOException("wrk said: " + told);
        double count = Double.parseDouble(answered.group(1));
        double time = Double.parseDouble(answered.group(2))
                * switch (answered.group(3)) {
                    case "ms" -> 0.001;
                    case "m" -> 60;
                    default -> 1;
                };
        var others = OTHERS.matcher(told);
        double refused = others.find() ? Double.parseDouble(others.group(1)) : 0;
        return new Run((count - refused) / time, (int) count);
    }
}
