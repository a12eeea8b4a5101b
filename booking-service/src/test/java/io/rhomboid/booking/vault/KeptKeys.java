package io.rhomboid.booking.vault;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

import io.rhomboid.contracts.client.ClientId;

/** Keys that are gone with the test. */
public final class KeptKeys implements DataKeys {

    private final ConcurrentHashMap<ClientId, Optional<WrappedKey>> keys = new ConcurrentHashMap<>();

    @Override
    public Optional<Kept> find(ClientId owner) {
        return Optional.ofNullable(keys.get(owner)).map(key -> new Kept(owner, key));
    }

    @Override
    public boolean add(ClientId owner, WrappedKey key) {
        return keys.putIfAbsent(owner, Optional.of(key)) == null;
    }

    @Override
    public boolean replace(ClientId owner, WrappedKey before, WrappedKey key) {
        return keys.replace(owner, Optional.of(before), Optional.of(key));
    }

    @Override
    public void destroy(ClientId owner, Instant at) {
        keys.put(owner, Optional.empty());
    }

    @Override
    public void discard(ClientId owner) {
        keys.remove(owner);
    }

    @Override
    public List<ClientId> forgotten() {
        return keys.entrySet().stream()
                .filter(kept -> kept.getValue().isEmpty())
                .map(Map.Entry::getKey)
                .toList();
    }

    @Override
    public List<Kept> notBy(String current, int most) {
        return keys.entrySet().stream()
                .map(entry -> new Kept(entry.getKey(), entry.getValue()))
                .filter(kept ->
                        kept.key().filter(key -> !key.by().equals(current)).isPresent())
                .limit(most)
                .toList();
    }
}
