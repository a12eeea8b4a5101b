package io.rhomboid.platform.identity;

import io.micrometer.core.instrument.MeterRegistry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What somebody did who should not, on record: one structured log line each under the logger {@code audit.security},
 * and a counter to raise an alarm by, {@code rhomboid.security.events}. Never a token, never an address.
 */
public final class SecurityEvents {

    /** The last part is the counter's tag. A broken glass is allowed, and looked into all the same. */
    public enum Kind {
        TOKEN_REFUSED("token-refused"),
        NOT_SIGNED_IN("not-signed-in"),
        NOT_ALLOWED("not-allowed"),
        NOT_THEIRS("not-theirs"),
        GLASS_BROKEN("glass-broken");

        private final String tag;

        Kind(String tag) {
            this.tag = tag;
        }
    }

    private static final Logger log = LoggerFactory.getLogger("audit.security");

    private final MeterRegistry meters;

    SecurityEvents(MeterRegistry meters) {
        this.meters = meters;
        for (var kind : Kind.values()) counter(kind);
    }

    /** @param operation as the route has it, without the ids in it */
    public void record(Kind kind, Caller caller, String operation, String why) {
        counter(kind).increment();
        log.atWarn()
                .addKeyValue("event", kind.tag)
                .addKeyValue("subject", caller instanceof Caller.Person person ? person.subject() : "anonymous")
                .addKeyValue("operation", operation)
                .addKeyValue("reason", why)
                .log("{}: {}", kind.tag, operation);
    }

    private io.micrometer.core.instrument.Counter counter(Kind kind) {
        return meters.counter("rhomboid.security.events", "event", kind.tag);
    }
}
