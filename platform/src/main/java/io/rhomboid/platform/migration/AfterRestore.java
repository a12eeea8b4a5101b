package io.rhomboid.platform.migration;

/**
 * What a service does once its database was brought back from a backup, before it does anything else. As a
 * {@link Migration} it may be begun anew.
 *
 * @param name the next ones come after it, in the order of their names
 */
public record AfterRestore(String name, Work work) {

    /** What is to be done. */
    @FunctionalInterface
    public interface Work {
        void after(Restored restored);
    }
}
