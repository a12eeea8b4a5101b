package io.rhomboid.signin;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.core.env.Environment;

/**
 * Stops the start where real people would sign in: under a profile that is called like production, and under an issuer
 * that others than this machine could reach. Its demo people have their passwords in a file.
 */
final class NotForProduction implements ApplicationListener<ApplicationEnvironmentPreparedEvent> {

    private static final List<String> PRODUCTION = List.of("prod", "live", "staging");
    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");

    @Override
    public void onApplicationEvent(ApplicationEnvironmentPreparedEvent event) {
        check(event.getEnvironment());
    }

    static void check(Environment environment) {
        var production = Stream.of(environment.getActiveProfiles())
                .filter(profile -> PRODUCTION.stream().anyMatch(profile.toLowerCase(Locale.ROOT)::startsWith))
                .findFirst();
        if (production.isPresent()) {
            throw new IllegalStateException("The sign-in server is for trials and does not start under the profile "
                    + production.get() + ". Let the gateway and the services use your own OpenID provider:"
                    + " SIGN_IN_ISSUER, see docs/operations.md.");
        }
        var issuer = URI.create(environment.getProperty("rhomboid.sign-in.issuer", "http://localhost"));
        if (issuer.getHost() == null || !THIS_MACHINE.contains(issuer.getHost())) {
            throw new IllegalStateException("The sign-in server is for trials on one machine: SIGN_IN_ISSUER is "
                    + issuer + ", but may only name localhost, 127.0.0.1 or [::1].");
        }
    }
}
