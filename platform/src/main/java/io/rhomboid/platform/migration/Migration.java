package io.rhomboid.platform.migration;

/**
 * One change of what is stored.
 *
 * <p>Whoever makes it may die in the middle, and another one begins it anew: it must do no harm where it was done
 * already. Documents of a version before must still be understood while it is made, as former instances go on until
 * they are replaced.
 *
 * @param name for ever; migrations are made in the order of their names, so it begins with a date:
 *     {@code 2026-11-22-fees}
 */
public record Migration(String name, Runnable work) {}
