package io.rhomboid.contracts;

/**
 * What becomes of versions when a store is brought back from a backup.
 *
 * <p>Time goes back then, and with it the versions, while everybody else has seen later ones and takes only what is
 * newer. So each restore begins a new epoch, and the versions of what was brought back are raised into it: version 3 is
 * 1000003 in the first epoch after a restore, 2000003 in the second. They go on by one from there. Before the first
 * restore the epoch is 0, and versions are what they always were.
 */
public final class Epochs {

    /** More changes than anything sees in one epoch. With it versions fit 31 bits for 2,000 restores, as calendars want them. */
    public static final long SPAN = 1_000_000;

    private Epochs() {}

    /** In which epoch something got this version. */
    public static long of(long version) {
        return version / SPAN;
    }

    /** The how manieth version it was, whatever was brought back in between. */
    public static long count(long version) {
        return version % SPAN;
    }

    /** The same version in this epoch; as it is if it is of this epoch already. */
    public static long raise(long version, long epoch) {
        return epoch * SPAN + count(version);
    }
}
