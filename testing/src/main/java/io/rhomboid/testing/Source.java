package io.rhomboid.testing;

import java.util.function.Supplier;

import io.rhomboid.local.QuietLogs;

/**
 * Finds a part for the tests and says where it came from.
 *
 * @param part what it is called in the printed line
 * @param variable the environment variable that names one that runs already
 * @param image the image that Testcontainers would start
 */
record Source(String part, String variable, String image) {

    String find(Supplier<String> container, Supplier<String> embedded) {
        QuietLogs.keep();
        var given = System.getenv(variable);
        if (given != null && !given.isBlank()) {
            return say(given, "given by " + variable);
        }
        var refusal = DockerEngine.refusal(image);
        if (refusal == null) {
            try {
                return say(container.get(), "Testcontainers, " + image);
            } catch (RuntimeException | LinkageError e) {
                refusal = image + " did not start: " + firstLine(e);
            }
        }
        return say(embedded.get(), "embedded (" + refusal + ")");
    }

    private String say(String address, String origin) {
        // One write, so that lines of tests that run beside this one don't cut it.
        System.out.printf("[testing] %s: %s at %s%n", part, origin, address.replaceAll("//[^/@]*@", "//***@"));
        return address;
    }

    private static String firstLine(Throwable e) {
        var cause = e;
        while (cause.getCause() != null && cause.getCause() != cause) {
            cause = cause.getCause();
        }
        return String.valueOf(cause.getMessage())
                .lines()
                .findFirst()
                .orElse(cause.getClass().getSimpleName());
    }
}
