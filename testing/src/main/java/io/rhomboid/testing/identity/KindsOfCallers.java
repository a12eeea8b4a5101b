package io.rhomboid.testing.identity;

import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * The callers that every service's access table has a column for. Of each kind there are two: one to whom the thing
 * belongs, and one who is the same somewhere else.
 */
public final class KindsOfCallers {

    /** Of the client to whom the thing belongs. */
    public static final String CLIENT_MAIL = "client@matrix.example";

    private KindsOfCallers() {}

    /** The headers of each; without a guest's, which only a service with guests knows. */
    public static Map<String, Map<String, String>> callers() {
        var callers = new LinkedHashMap<String, Map<String, String>>();
        callers.put("anyone", Map.of("Authorization", ""));
        callers.put("guest", Map.of("Authorization", ""));
        callers.put("client", signedIn("client", CLIENT_MAIL));
        callers.put("other client", signedIn("other client", "other@matrix.example"));
        // Staff without a mail address, so that nothing can be theirs as a client's.
        for (var staff : new String[] {"therapist", "other therapist", "desk", "other desk", "admin", "other admin"}) {
            callers.put(staff, signedIn(staff, null));
        }
        callers.put("platform admin", Map.of("Authorization", "Bearer " + Issuer.platformAdmin()));
        return callers;
    }

    private static Map<String, String> signedIn(String name, @Nullable String mail) {
        return Map.of("Authorization", "Bearer " + Issuer.token(subject(name), mail));
    }

    /** As the tokens of this caller say it, for example {@code matrix-other-desk}. */
    public static String subject(String caller) {
        return "matrix-" + caller.replace(' ', '-');
    }
}
