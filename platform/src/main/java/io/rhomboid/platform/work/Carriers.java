package io.rhomboid.platform.work;

/**
 * On how many threads of the system the virtual ones run. The JVM takes one for each processor. But who waits for a class
 * to be loaded stays on theirs (<a href="https://openjdk.org/jeps/491">JEP 491</a>, "future work"), and where all wait so
 * for somebody who has none, the whole service stands still: on two processors, two senders that loaded the same class
 * just after the start were enough.
 */
public final class Carriers {

    private static final String PARALLELISM = "jdk.virtualThreadScheduler.parallelism";
    private static final int ENOUGH = 16;

    private Carriers() {}

    /** First of all in {@code main}: the first virtual thread settles it. What an operator has set counts. */
    public static void enough() {
        if (System.getProperty(PARALLELISM) != null) return;
        System.setProperty(
                PARALLELISM,
                Integer.toString(Math.max(ENOUGH, Runtime.getRuntime().availableProcessors())));
    }
}
