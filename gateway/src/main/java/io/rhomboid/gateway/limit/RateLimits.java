package io.rhomboid.gateway.limit;

import io.github.bucket4j.TimeMeter;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

import io.rhomboid.gateway.header.SignedIn;
import io.rhomboid.gateway.header.Visitor;
import io.rhomboid.gateway.problem.ProblemWriter;

/**
 * Lets as many requests come from one address as one visitor may send, before anything else of them is looked at.
 *
 * <p>Who signs in is counted as the person they are ({@link PersonLimits}), and many people may sit behind one address:
 * requests that claim to be somebody's have an allowance of their own here, that of so many people. A claim that turns
 * out to be false costs as much as all of them, so guessing goes no faster than it would for a visitor. See decision 027.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 35)
class RateLimits implements WebFilter {

    private final int people;
    private final Allowances ofPeople;
    private final Turnstile visitors;
    private final Turnstile claims;

    RateLimits(LimitSettings settings, ProblemWriter problems) {
        people = settings.people();
        ofPeople = new Allowances(
                settings.rates().byKind(people), settings.visitorsRemembered(), TimeMeter.SYSTEM_NANOTIME);
        visitors = new Turnstile(
                "From one address",
                new Allowances(settings.rates().byKind(1), settings.visitorsRemembered(), TimeMeter.SYSTEM_NANOTIME),
                problems);
        claims = new Turnstile("All together, from one address", ofPeople, problems);
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        var kind = Asked.of(exchange);
        var address = Asker.of(Visitor.of(exchange));
        if (!kind.isCountedForPeople() || !SignedIn.isClaimed(exchange)) {
            return visitors.pass(exchange, chain, kind, address);
        }
        return claims.pass(
                exchange,
                then -> chain.filter(then).doOnSuccess(_ -> {
                    if (isFalse(exchange)) ofPeople.drawOff(kind, address, people - 1);
                }),
                kind,
                address);
    }

    /** When nobody can say who it is (503), nobody has lied. */
    private static boolean isFalse(ServerWebExchange exchange) {
        return SignedIn.of(exchange).isEmpty()
                && exchange.getResponse().getStatusCode() != HttpStatus.SERVICE_UNAVAILABLE;
    }
}
