package io.rhomboid.booking.disclosure;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import io.rhomboid.booking.disclosure.Disclosure.Words;
import io.rhomboid.booking.vault.SealedFields;
import io.rhomboid.booking.vault.Seals;
import io.rhomboid.booking.vault.Vault;
import io.rhomboid.contracts.client.ClientId;

/** Seals why somebody breaks the glass, and opens it for the client in whose record it stands. */
public final class Reasons {

    private static final String GLASS = "glass";
    private static final String REASON = "reason";
    private static final int SCHEMA = 1;

    private final Vault vault;

    public Reasons(Vault vault) {
        this.vault = vault;
    }

    /** Empty once the client was forgotten. */
    public Optional<SealedFields> seal(ClientId client, String why) {
        return vault.toSeal(client).map(seals -> {
            try (seals) {
                return SealedFields.seal(seals, GLASS, SCHEMA, Map.of(REASON, why));
            }
        });
    }

    /**
     * An entry as the client reads it.
     *
     * @param why null where nobody broke the glass, and where nobody can open it any more
     */
    public record Read(Disclosure entry, @Nullable String why) {}

    /** @param record of this client */
    public List<Read> opened(ClientId client, List<Disclosure> record) {
        // Most records have nothing to open, and can be read while the keys are away.
        if (record.stream().noneMatch(entry -> entry.words() instanceof Words.Sealed)) {
            return record.stream()
                    .map(entry -> new Read(entry, why(entry, null)))
                    .toList();
        }
        try (var seals = vault.toOpen(client).orElse(null)) {
            return record.stream()
                    .map(entry -> new Read(entry, why(entry, seals)))
                    .toList();
        }
    }

    private static @Nullable String why(Disclosure entry, @Nullable Seals seals) {
        return switch (entry.words()) {
            case null -> null;
            case Words.Clear(var text) -> text;
            case Words.Sealed(var fields) ->
                seals == null ? null : fields.open(seals, GLASS).get(REASON).stripTrailing();
        };
    }
}
