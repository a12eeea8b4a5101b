package io.rhomboid.keeping;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Where everything lies, by environment.
 *
 * <ul>
 *   <li>{@code MONGODB_URI}: the store, if it is one for all; default the one of the run without Docker.
 *   <li>{@code THERAPIST_MONGODB_URI}, {@code BOOKING_MONGODB_URI}, {@code NOTIFICATION_MONGODB_URI}, …: the store of one
 *       database, where it is another.
 *   <li>{@code KEPT_DATABASES}: which ones, in the order in which they are read.
 *   <li>{@code KEYS_DATABASE}, {@code KEYS_MONGODB_URI}, {@code KEY_FOLDER}: the keys', as booking-service has them.
 *   <li>{@code KAFKA_BOOTSTRAP_SERVERS}: the broker; without it nothing is said of what is lost.
 * </ul>
 *
 * @param data what tells comes before what is told: of somebody's state a copy is then rather newer than older, and what
 *     was told is noted as late as can be
 */
record Places(List<Place> data, Place keys, Optional<Path> keyFolder, Optional<String> broker) {

    private static final String DATABASES = "therapist,booking,sign-in,notification";

    /** One database, and the connection string of the store it is in. */
    record Place(String database, String uri) {}

    Places {
        data = List.copyOf(data);
    }

    static Places from(Map<String, String> environment) {
        var store = given(environment, "MONGODB_URI").orElse("mongodb://127.0.0.1:27017");
        var data = new ArrayList<Place>();
        for (var name : given(environment, "KEPT_DATABASES").orElse(DATABASES).split(",")) {
            var variable = name.strip().toUpperCase(Locale.ROOT).replace('-', '_') + "_MONGODB_URI";
            data.add(new Place(name.strip(), given(environment, variable).orElse(store)));
        }
        var keys = new Place(
                given(environment, "KEYS_DATABASE").orElse("booking-keys"),
                given(environment, "KEYS_MONGODB_URI").orElse(store));
        return new Places(
                data,
                keys,
                given(environment, "KEY_FOLDER").map(Path::of),
                given(environment, "KAFKA_BOOTSTRAP_SERVERS"));
    }

    private static Optional<String> given(Map<String, String> environment, String name) {
        return Optional.ofNullable(environment.get(name)).filter(value -> !value.isBlank());
    }
}
