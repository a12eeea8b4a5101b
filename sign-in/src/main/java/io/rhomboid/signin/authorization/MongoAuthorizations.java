package io.rhomboid.signin.authorization;

import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.Principal;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Updates;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.OAuth2AccessToken;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.core.OAuth2RefreshToken;
import org.springframework.security.oauth2.core.OAuth2Token;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationCode;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lt;

/**
 * What people have let clients do. Collection {@code authorizations}:
 *
 * <pre>{@code
 * {_id, client, person, scopes, signedInAt, version, request: {uri, redirectUri, scopes, state, more: {…}},
 *  code: {hash, from, until, spent}, access: {…}, refresh: {…}, id: {…, claims: {…}}, former: ["<hash>"], ends}
 * }</pre>
 *
 * <ol>
 *   <li>Of a token only its SHA-256 is kept: what is stored lets nobody in.
 *   <li>A change is written only over the version it was made from. Of two who come with the same code or refresh token
 *       at once, one gets tokens.
 *   <li>The hashes of refresh tokens that were exchanged stay in {@code former}. Whoever comes with one of them has it
 *       from somebody else, or somebody else has theirs: the whole authorization ends.
 * </ol>
 *
 * <p>Clients that act for themselves leave no trace here: their tokens can't be refreshed.
 */
final class MongoAuthorizations implements OAuth2AuthorizationService {

    private static final Logger log = LoggerFactory.getLogger(MongoAuthorizations.class);

    private static final String HASHED = "sha256:";
    private static final String VERSION = "version";
    /** An attribute: the hash of the refresh token that was found, which goes to {@code former} when there is another. */
    private static final String EXCHANGED = "exchanged";
    /** As each token is called in the document. */
    private static final Map<String, Class<? extends OAuth2Token>> TOKENS = Map.of(
            "code", OAuth2AuthorizationCode.class,
            "access", OAuth2AccessToken.class,
            "refresh", OAuth2RefreshToken.class,
            "id", OidcIdToken.class);
    /** Instants in claims; {@code auth_time} is a date even to who reads it. */
    private static final Set<String> MOMENTS = Set.of("iat", "exp", "nbf");

    private final MongoCollection<Document> collection;
    private final RegisteredClientRepository clients;

    MongoAuthorizations(MongoDatabase database, RegisteredClientRepository clients) {
        this.clients = clients;
        collection = database.getCollection("authorizations");
        Stream.of("code.hash", "access.hash", "refresh.hash", "id.hash", "former", "person")
                .forEach(field -> collection.createIndex(Indexes.ascending(field)));
    }

    @Override
    public void save(OAuth2Authorization authorization) {
        if (authorization.getAuthorizationGrantType().equals(AuthorizationGrantType.CLIENT_CREDENTIALS)) return;
        Integer version = authorization.getAttribute(VERSION);
        if (version == null) {
            collection.insertOne(write(authorization, 1));
            return;
        }
        var document = write(authorization, version + 1);
        document.remove("_id");
        var unchanged = and(eq("_id", authorization.getId()), eq(VERSION, version));
        var update = Updates.combine(document.entrySet().stream()
                .map(field -> Updates.set(field.getKey(), field.getValue()))
                .toList());
        String former = authorization.getAttribute(EXCHANGED);
        if (former != null && !former.equals(hashOf(document, "refresh"))) {
            update = Updates.combine(update, Updates.addToSet("former", former));
        }
        if (collection.updateOne(unchanged, update).getMatchedCount() == 0) {
            throw new OAuth2AuthenticationException(OAuth2ErrorCodes.INVALID_GRANT);
        }
    }

    @Override
    public void remove(OAuth2Authorization authorization) {
        collection.deleteOne(eq("_id", authorization.getId()));
    }

    /** Ends what belongs to this ID token. */
    void removeWithIdToken(String idToken) {
        collection.deleteOne(eq("id.hash", hash(idToken)));
    }

    /** Ends all that this person has let clients do. */
    void removeAllOf(String person) {
        collection.deleteMany(eq("person", person));
    }

    /** Removes what nobody can use any more. */
    void sweep(Instant now) {
        collection.deleteMany(lt("ends", Date.from(now)));
    }

    @Override
    public @Nullable OAuth2Authorization findById(String id) {
        var found = collection.find(eq("_id", id)).first();
        return found == null ? null : read(found, Map.of());
    }

    @Override
    public @Nullable OAuth2Authorization findByToken(String token, @Nullable OAuth2TokenType type) {
        var hash = hash(token);
        var kinds = type == null ? TOKENS.keySet() : Set.of(called(type));
        for (var kind : kinds) {
            if (!TOKENS.containsKey(kind)) continue;
            var found = collection.find(eq(kind + ".hash", hash)).first();
            if (found != null) return read(found, Map.of(kind, token));
        }
        if (kinds.contains("refresh")) endIfUsedBefore(hash);
        return null;
    }

    private void endIfUsedBefore(String hash) {
        var stolen = collection.findOneAndDelete(eq("former", hash));
        if (stolen != null) {
            log.atWarn()
                    .addKeyValue("event", "refresh-token-reused")
                    .addKeyValue("account", stolen.getString("person"))
                    .addKeyValue("client", stolen.getString("client"))
                    .log("A refresh token came a second time; all tokens of that sign-in are revoked");
        }
    }

    private static String called(OAuth2TokenType type) {
        return switch (type.getValue()) {
            case "access_token" -> "access";
            case "refresh_token" -> "refresh";
            case "id_token" -> "id";
            default -> type.getValue(); // code; state and others are not kept
        };
    }

    private Document write(OAuth2Authorization authorization, int version) {
        Authentication person = authorization.getAttribute(Principal.class.getName());
        OAuth2AuthorizationRequest request = authorization.getAttribute(OAuth2AuthorizationRequest.class.getName());
        if (person == null || request == null) {
            throw new IllegalStateException("an authorization without a person or a request");
        }
        var document = new Document("_id", authorization.getId())
                .append("client", authorization.getRegisteredClientId())
                .append("person", authorization.getPrincipalName())
                .append("scopes", List.copyOf(authorization.getAuthorizedScopes()))
                .append("signedInAt", Date.from(SignedInPerson.when(person)))
                .append(VERSION, version)
                .append(
                        "request",
                        new Document("uri", request.getAuthorizationUri())
                                .append("redirectUri", request.getRedirectUri())
                                .append("scopes", List.copyOf(request.getScopes()))
                                .append("state", request.getState())
                                .append("more", new Document(request.getAdditionalParameters())));
        var ends = Instant.EPOCH;
        for (var kind : TOKENS.entrySet()) {
            var token = authorization.getToken(kind.getValue());
            if (token == null) continue;
            document.append(kind.getKey(), write(token));
            var until = token.getToken().getExpiresAt();
            if (until != null && until.isAfter(ends)) ends = until;
        }
        return document.append("ends", Date.from(ends));
    }

    private static Document write(OAuth2Authorization.Token<? extends OAuth2Token> token) {
        var value = token.getToken().getTokenValue();
        var document = new Document("hash", value.startsWith(HASHED) ? value.substring(HASHED.length()) : hash(value))
                .append("from", dateOf(token.getToken().getIssuedAt()))
                .append("until", dateOf(token.getToken().getExpiresAt()))
                .append("spent", token.isInvalidated());
        if (token.getToken() instanceof OidcIdToken) {
            var claims = new Document();
            if (token.getClaims() != null)
                token.getClaims().forEach((name, claim) -> claims.append(name, plain(claim)));
            document.append("claims", claims);
        }
        return document;
    }

    private static @Nullable Object plain(Object claim) {
        return switch (claim) {
            case Instant moment -> Date.from(moment);
            case URL url -> url.toString();
            default -> claim;
        };
    }

    /** @param known the tokens that the asker has shown; of the others only the hash can be told */
    private OAuth2Authorization read(Document document, Map<String, String> known) {
        RegisteredClient client = clients.findById(document.getString("client"));
        if (client == null) throw new OAuth2AuthenticationException(OAuth2ErrorCodes.INVALID_CLIENT);
        var request = document.get("request", Document.class);
        var authorization = OAuth2Authorization.withRegisteredClient(client)
                .id(document.getString("_id"))
                .principalName(document.getString("person"))
                .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                .authorizedScopes(Set.copyOf(document.getList("scopes", String.class)))
                .attribute(VERSION, document.getInteger(VERSION))
                .attribute(
                        Principal.class.getName(),
                        SignedInPerson.at(
                                document.getString("person"),
                                document.getDate("signedInAt").toInstant()))
                .attribute(
                        OAuth2AuthorizationRequest.class.getName(),
                        OAuth2AuthorizationRequest.authorizationCode()
                                .authorizationUri(request.getString("uri"))
                                .clientId(client.getClientId())
                                .redirectUri(request.getString("redirectUri"))
                                .scopes(Set.copyOf(request.getList("scopes", String.class)))
                                .state(request.getString("state"))
                                .additionalParameters(new HashMap<>(request.get("more", Document.class)))
                                .build());
        var refresh = hashOf(document, "refresh");
        if (refresh != null) authorization.attribute(EXCHANGED, refresh);
        for (var kind : TOKENS.keySet()) {
            var token = document.get(kind, Document.class);
            if (token == null) continue;
            var value = known.getOrDefault(kind, HASHED + token.getString("hash"));
            authorization.token(read(kind, token, value, document), metadata -> {
                metadata.put(OAuth2Authorization.Token.INVALIDATED_METADATA_NAME, token.getBoolean("spent"));
                if (kind.equals("id")) {
                    metadata.put(OAuth2Authorization.Token.CLAIMS_METADATA_NAME, claims(token));
                }
            });
        }
        return authorization.build();
    }

    private static OAuth2Token read(String kind, Document token, String value, Document authorization) {
        var from = instantOf(token.getDate("from"));
        var until = instantOf(token.getDate("until"));
        return switch (kind) {
            case "code" -> new OAuth2AuthorizationCode(value, from, until);
            case "access" ->
                new OAuth2AccessToken(
                        OAuth2AccessToken.TokenType.BEARER,
                        value,
                        from,
                        until,
                        Set.copyOf(authorization.getList("scopes", String.class)));
            case "refresh" -> new OAuth2RefreshToken(value, from, until);
            default -> new OidcIdToken(value, from, until, claims(token));
        };
    }

    private static Map<String, Object> claims(Document idToken) {
        var claims = new HashMap<String, Object>();
        idToken.get("claims", Document.class)
                .forEach((name, claim) -> claims.put(
                        name, MOMENTS.contains(name) && claim instanceof Date date ? date.toInstant() : claim));
        return claims;
    }

    private static @Nullable String hashOf(Document document, String kind) {
        var token = document.get(kind, Document.class);
        return token == null ? null : token.getString("hash");
    }

    private static @Nullable Date dateOf(@Nullable Instant instant) {
        return instant == null ? null : Date.from(instant);
    }

    private static @Nullable Instant instantOf(@Nullable Date date) {
        return date == null ? null : date.toInstant();
    }

    private static String hash(String token) {
        try {
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(
                            MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.US_ASCII)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
