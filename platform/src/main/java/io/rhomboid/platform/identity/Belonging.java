package io.rhomboid.platform.identity;

import java.util.function.BiPredicate;

/** Finds out whether a thing of one kind is somebody's own: a bean for each kind that rules of a service name. */
public interface Belonging {

    /** As {@link Allowed#of()} says it. */
    String kind();

    /**
     * Whether there is such a thing and it is within reach, asked at once: what is somebody else's can't be told from
     * what does not exist.
     *
     * @throws IllegalArgumentException if this is no id, with what would be one
     */
    boolean belongs(String id, Reach reach);

    static Belonging of(String kind, BiPredicate<String, Reach> query) {
        return new Belonging() {
            @Override
            public String kind() {
                return kind;
            }

            @Override
            public boolean belongs(String id, Reach reach) {
                return query.test(id, reach);
            }
        };
    }
}
