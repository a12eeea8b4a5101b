package io.rhomboid.gateway.session;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;

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
import io.rhomboid.gateway.problem.Problem;
import io.rhomboid.gateway.problem.ProblemKind;
import io.rhomboid.gateway.problem.ProblemWriter;
import io.rhomboid.gateway.watch.SecurityLog;

/**
 * What a page can ask about the session it is in and the other ones of the same person, and how it ends them. No token is
 * in any answer.
 */
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

    /** @param current whether it is the one that asks */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record SessionView(
            String id, boolean current, @Nullable String browser, Instant startedAt, Instant seenAt, Instant until) {}

    record SessionsView(List<SessionView> sessions) {}

    /** @param ended how many there were */
    record EndedView(long ended) {}

    private final SessionSettings settings;
    private final Sessions sessions;
    private final Provider provider;
    private final Cookies cookies;
    private final SecurityLog record;
    private final ProblemWriter problems;
    private final Clock clock;

    Answers(
            SessionSettings settings,
            Sessions sessions,
            Provider provider,
            Cookies cookies,
            SecurityLog record,
            ProblemWriter problems,
            Clock clock) {
        this.settings = settings;
        this.sessions = sessions;
        this.provider = provider;
        this.cookies = cookies;
        this.record = record;
        this.problems = problems;
        this.clock = clock;
    }

    @Bean
    RouterFunction<ServerResponse> sessionRoutes() {
        return RouterFunctions.route()
                .GET(
                        "/session",
                        request -> ok(Door.Guest.of(request)
                                .map(guest -> WhoIsHere.of(guest, settings))
                                .orElseGet(WhoIsHere::nobody)))
                .POST(
                        "/session/logout",
                        request -> end(request).then(Mono.defer(() -> {
                            cookies.takeSession(request.exchange());
                            return ServerResponse.noContent()
                                    .header(
                                            "Clear-Site-Data",
                                            "\"storage\"") // nothing is cached, and the cookie is taken
                                    .build();
                        })))
                .GET(
                        "/session/all",
                        request -> signedIn(request, guest -> all(guest).flatMap(Answers::ok)))
                .DELETE(
                        "/session/all/{id}",
                        request -> justSignedIn(request, guest -> endOne(request, guest, request.pathVariable("id"))))
                .DELETE(
                        "/session/others",
                        request -> justSignedIn(
                                request,
                                guest -> sessions.endOthers(subject(guest), guest.key())
                                        .doOnNext(ended -> {
                                            for (long i = 0; i < ended; i++) noteEnd(request, guest);
                                        })
                                        .flatMap(ended -> ok(new EndedView(ended)))))
                .build();
    }

    private static Mono<ServerResponse> ok(Object body) {
        return ServerResponse.ok().cacheControl(CacheControl.noStore()).bodyValue(body);
    }

    private static String subject(Door.Guest guest) {
        return guest.session().person().subject();
    }

    private Mono<SessionsView> all(Door.Guest guest) {
        return sessions.of(subject(guest))
                .map(all -> new SessionsView(all.stream()
                        .map(one -> new SessionView(
                                one.id(),
                                one.id().equals(guest.key().storedAs()),
                                one.browser(),
                                one.startedAt(),
                                one.seenAt(),
                                one.until()))
                        .toList()));
    }

    private Mono<ServerResponse> endOne(ServerRequest request, Door.Guest guest, String id) {
        return sessions.end(subject(guest), id).flatMap(ended -> {
            if (!ended) return refuse(request, ProblemKind.NOT_FOUND, "You have no such session; it may be over.");
            noteEnd(request, guest);
            return ServerResponse.noContent().build();
        });
    }

    private Mono<ServerResponse> signedIn(ServerRequest request, Function<Door.Guest, Mono<ServerResponse>> answer) {
        return Door.Guest.of(request)
                .map(answer)
                .orElseGet(() -> refuse(request, ProblemKind.SESSION_OVER, "You are not signed in."));
    }

    /** Whoever has come to an open browser must not lock its owner out elsewhere. */
    private Mono<ServerResponse> justSignedIn(
            ServerRequest request, Function<Door.Guest, Mono<ServerResponse>> answer) {
        return signedIn(
                request,
                guest -> guest.session().hasJustBegun(clock.instant())
                        ? answer.apply(guest)
                        : refuse(
                                request,
                                ProblemKind.SIGN_IN_AGAIN,
                                "Sign in once more, and end other sessions within ten minutes."));
    }

    private Mono<ServerResponse> refuse(ServerRequest request, ProblemKind kind, String detail) {
        return problems.write(request.exchange(), Problem.of(kind, detail)).then(Mono.empty());
    }

    private void noteEnd(ServerRequest request, Door.Guest guest) {
        record.signedOut(Visitor.of(request.exchange()).address(), subject(guest));
    }

    private Mono<Void> end(ServerRequest request) {
        return Mono.justOrEmpty(Door.Guest.of(request)).flatMap(guest -> {
            var refresh = guest.session().tokens().refresh();
            noteEnd(request, guest);
            return sessions.end(guest.key()).then(refresh == null ? Mono.empty() : provider.revoke(refresh));
        });
    }
}
