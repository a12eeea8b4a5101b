package io.rhomboid.contracts.clinic;

import java.util.Set;

import io.rhomboid.contracts.Codes;

/**
 * A room that one session at a time can use, or a couple at once if it is {@link RoomFeature#DOUBLE}; suits a treatment
 * when it has every feature that the treatment needs.
 */
public record Room(RoomId id, String name, Set<RoomFeature> features) {

    public Room {
        features = Codes.sorted(features);
    }
}
