package io.rhomboid.gateway.session;

import java.time.Duration;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.client.reactive.ReactorClientHttpConnector;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Mono;
import reactor.netty.http.client.HttpClient;
import tools.jackson.databind.json.JsonMapper;

import io.rhomboid.gateway.routing.Instances;
import io.rhomboid.gateway.routing.Names;
import io.rhomboid.gateway.routing.RoutingSettings;
import io.rhomboid.gateway.session.Session.Person;

/** Whether somebody works at a clinic, which therapist-service knows; while it can't be asked, they count as if. */
@Component
class Staff {

    private static final Logger log = LoggerFactory.getLogger(Staff.class);
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private final Instances instances;
    private final WebClient http;

    Staff(RoutingSettings routing, Names names) {
        instances = names.instances(routing.therapist());
        http = WebClient.builder()
                .clientConnector(
                        new ReactorClientHttpConnector(HttpClient.create().responseTimeout(PATIENCE)))
                .build();
    }

    Mono<Boolean> is(Person person, String accessToken) {
        if (!person.roles().isEmpty()) return Mono.just(true);
        return http.get()
                .uri(instances.next() + "/api/v1/me")
                .header(HttpHeaders.AUTHORIZATION, "Bearer " + accessToken)
                .retrieve()
                .bodyToMono(String.class)
                .map(text ->
                        !JsonMapper.shared().readTree(text).path("memberships").isEmpty())
                .timeout(PATIENCE.multipliedBy(2))
                .doOnError(fault -> log.warn("whether somebody is staff could not be asked: {}", fault.toString()))
                .onErrorReturn(true);
    }
}
