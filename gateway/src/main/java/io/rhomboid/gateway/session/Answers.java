package io.rhomboid.gateway.session;

import java.time.Instant;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.CacheControl;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

import io.rhomboid.gateway.header.Visitor;
import io.rhomboid.gateway.watch.SecurityLog;

/** What a page can ask about the session it is in, and how it ends it. No token is in any answer. */
@Configuration(proxyBeanMethods = false)
class Answers {

    private static final String SIGN_IN = "/oauth2/authorization/" + Provider.ID;

    /**
     * @param signInAt where a page sends whoever wants to sign in; {@code ?returnTo=/path} brings them back there
     * @param staff whether the short time of those who work here holds
     * @param csrfToken for {@code X-CSRF-Token} of whatever changes anything
     * @param until when the session is over if nothing is done
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record WhoIsHere(
            boolean signedIn,
            String signInAt,
            @Nullable String name,
            @Nullable String email,
            @Nullable List<String> roles,
            @Nullable Boolean staff,
            @Nullable String csrfToken,
            @Nullable Instant until) {

        static WhoIsHere nobody() {
            return new WhoIsHere(false, SIGN_IN, null, null, null, null, null, null);
        }

        static WhoIsHere of(Door.Guest guest, SessionSettings settings) {
            var session = guest.session();
            var person = session.person();
            return new WhoIsHere(
                    true,
                    SIGN_IN,
                    person.name(),
                    person.email(),
                    person.roles(),
                    session.staff(),
                    guest.key().csrfToken(),
                    session.overAt(settings));
        }
    }

    @Bean
    RouterFunction<ServerResponse> sessionRoutes(
            SessionSettings settings, Sessions sessions, Provider provider, Cookies cookies, SecurityLog record) {
        return RouterFunctions.route()
                .GET(
                        "/session",
                        request -> ServerResponse.ok()
                                .cacheControl(CacheControl.noStore())
                                .bodyValue(Door.Guest.of(request)
                                        .map(guest -> WhoIsHere.of(guest, settings))
                                        .orElseGet(WhoIsHere::nobody)))
                .POST(
                        "/session/logout",
                        request -> end(request, sessions, provider, record).then(Mono.defer(() -> {
                            cookies.takeSession(request.exchange());
                            return ServerResponse.noContent()
                                    .header(
                                            "Clear-Site-Data",
                                            "\"storage\"") // nothing is cached, and the cookie is taken
                                    .build();
                        })))
                .build();
    }

    private static Mono<Void> end(ServerRequest request, Sessions sessions, Provider provider, SecurityLog record) {
        return Mono.justOrEmpty(Door.Guest.of(request)).flatMap(guest -> {
            var refresh = guest.session().tokens().refresh();
            record.signedOut(
                    Visitor.of(request.exchange()).address(),
                    guest.session().person().subject());
            return sessions.end(guest.key()).then(refresh == null ? Mono.empty() : provider.revoke(refresh));
        });
    }
}
