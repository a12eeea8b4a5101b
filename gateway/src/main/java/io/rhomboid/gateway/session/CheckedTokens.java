package io.rhomboid.gateway.session;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Whose a token is. One that was found good is not checked again for a minute, or until it is over: the check of a
 * signature costs more than all else that the gateway does with a request. Kept is the token's SHA-256, not the token. A
 * key that the provider takes back counts here for that minute longer; services check each token themselves.
 */
@Component
class CheckedTokens {

    private static final Duration KEPT = Duration.ofMinutes(1);
    private static final int MOST = 10_000; // some 200 bytes each

    private record Good(String subject, Instant until) {}

    private final Function<String, Mono<Jwt>> check;
    private final Clock clock;
    private final Cache<ByteBuffer, Good> good;

    @Autowired
    CheckedTokens(Provider provider, Clock clock) {
        this(provider::check, clock);
    }

    /** @param check fails, or is empty, for a token that is not good now */
    CheckedTokens(Function<String, Mono<Jwt>> check, Clock clock) {
        this.check = check;
        this.clock = clock;
        good = Caffeine.newBuilder()
                .maximumSize(MOST)
                .expireAfterWrite(KEPT)
                .ticker(() -> TimeUnit.MILLISECONDS.toNanos(clock.millis()))
                .executor(Runnable::run)
                .build();
    }

    /** The subject of an access token; as {@link Provider#check} if it is not good. */
    Mono<String> subject(String token) {
        var hash = sha256(token);
        var known = good.getIfPresent(hash);
        if (known != null && clock.instant().isBefore(known.until)) return Mono.just(known.subject);
        return check.apply(token).map(checked -> {
            good.put(hash, new Good(checked.getSubject(), checked.getExpiresAt()));
            return checked.getSubject();
        });
    }

    private static ByteBuffer sha256(String token) {
        try {
            return ByteBuffer.wrap(MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
