package io.rhomboid.gateway.limit;

import io.github.bucket4j.TimeMeter;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

import io.rhomboid.gateway.header.SignedIn;
import io.rhomboid.gateway.problem.ProblemWriter;

/** Lets somebody who has signed in ask as often as one visitor may, however many addresses they come from. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 38) // after it is known who they are, before a body is taken in
class PersonLimits implements WebFilter {

    private final Turnstile people;

    PersonLimits(LimitSettings settings, ProblemWriter problems) {
        people = new Turnstile(
                "From wherever you sign in,",
                new Allowances(settings.rates().byKind(1), settings.visitorsRemembered(), TimeMeter.SYSTEM_NANOTIME),
                problems);
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        var kind = Asked.of(exchange);
        var person = SignedIn.of(exchange);
        return person.isPresent() && kind.isCountedForPeople()
                ? people.pass(exchange, chain, kind, person.get().subject())
                : chain.filter(exchange);
    }
}
