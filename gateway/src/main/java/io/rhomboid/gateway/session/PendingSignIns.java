package io.rhomboid.gateway.session;

import java.time.Clock;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.client.web.server.ServerAuthorizationRequestRepository;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.lt;

/**
 * Who has been sent to the provider and has not come back yet, in collection {@code pendingSignIns}:
 *
 * <pre>{@code {_id: "<derived from the cookie>", uri, redirectUri, scopes, state, attributes: {…}, returnTo, until}}</pre>
 *
 * Tied to the browser by a cookie of its own, and to the answer by {@code state}: nobody comes back for somebody else.
 * Good once.
 */
@Component
class PendingSignIns implements ServerAuthorizationRequestRepository<OAuth2AuthorizationRequest> {

    private static final String RETURN_TO = PendingSignIns.class.getName() + ".returnTo";

    private final Store store;
    private final MongoCollection<Document> collection;
    private final Cookies cookies;
    private final Clock clock;

    PendingSignIns(Store store, Cookies cookies, Clock clock) {
        this.store = store;
        collection = store.collection("pendingSignIns");
        this.cookies = cookies;
        this.clock = clock;
    }

    Mono<Void> prepare() {
        return store.ask(() -> collection.createIndex(
                        Indexes.ascending("until"), new IndexOptions().expireAfter(0L, TimeUnit.SECONDS)))
                .onErrorComplete()
                .then();
    }

    Mono<Void> sweep() {
        return store.ask(() -> collection.deleteMany(lt("until", Date.from(clock.instant()))))
                .then();
    }

    /** The page to which whoever has signed in goes: the one they came from, if it is one of ours. */
    static String returnTo(ServerWebExchange exchange) {
        return exchange.getAttributeOrDefault(RETURN_TO, "/");
    }

    @Override
    public Mono<Void> saveAuthorizationRequest(OAuth2AuthorizationRequest request, ServerWebExchange exchange) {
        var key = SessionKey.made();
        cookies.giveSignIn(exchange, key.forCookie());
        var asked = exchange.getRequest().getQueryParams().getFirst("returnTo");
        return store.ask(() -> collection.insertOne(new Document("_id", key.storedAs())
                        .append("uri", request.getAuthorizationUri())
                        .append("client", request.getClientId())
                        .append("redirectUri", request.getRedirectUri())
                        .append("scopes", List.copyOf(request.getScopes()))
                        .append("state", request.getState())
                        .append("more", new Document(request.getAdditionalParameters()))
                        .append("attributes", new Document(request.getAttributes()))
                        .append("returnTo", isOurs(asked) ? asked : "/")
                        .append("until", Date.from(clock.instant().plus(Cookies.SIGN_IN_TAKES)))))
                .then();
    }

    /** A path and nothing else: not {@code //evil.example}, nor what a browser makes the same of. */
    static boolean isOurs(@Nullable String address) {
        return address != null && address.length() <= 500 && address.matches("/(?![/\\\\])[\\x21-\\x5B\\x5D-\\x7E]*");
    }

    @Override
    public Mono<OAuth2AuthorizationRequest> loadAuthorizationRequest(ServerWebExchange exchange) {
        return wanted(exchange)
                .map(filter -> store.ask(() -> collection.find(filter).first()).map(PendingSignIns::read))
                .orElse(Mono.empty());
    }

    @Override
    public Mono<OAuth2AuthorizationRequest> removeAuthorizationRequest(ServerWebExchange exchange) {
        return wanted(exchange)
                .map(filter -> store.ask(() -> collection.findOneAndDelete(filter))
                        .map(document -> {
                            cookies.takeSignIn(exchange);
                            exchange.getAttributes().put(RETURN_TO, document.getString("returnTo"));
                            return read(document);
                        }))
                .orElse(Mono.empty());
    }

    private Optional<Bson> wanted(ServerWebExchange exchange) {
        var state = exchange.getRequest().getQueryParams().getFirst("state");
        if (state == null) return Optional.empty();
        return cookies.signIn(exchange)
                .flatMap(SessionKey::of)
                .map(key ->
                        and(eq("_id", key.storedAs()), eq("state", state), gt("until", Date.from(clock.instant()))));
    }

    private static OAuth2AuthorizationRequest read(Document document) {
        Map<String, Object> attributes = new HashMap<>(document.get("attributes", Document.class));
        return OAuth2AuthorizationRequest.authorizationCode()
                .authorizationUri(document.getString("uri"))
                .clientId(document.getString("client"))
                .redirectUri(document.getString("redirectUri"))
                .scopes(Set.copyOf(document.getList("scopes", String.class)))
                .state(document.getString("state"))
                .additionalParameters(new HashMap<>(document.get("more", Document.class)))
                .attributes(all -> all.putAll(attributes))
                .build();
    }
}
