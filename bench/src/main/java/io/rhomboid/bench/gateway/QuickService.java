package io.rhomboid.bench.gateway;

import reactor.core.publisher.Mono;
import reactor.netty.http.server.HttpServer;

/** A service that answers everything at once with the same two kilobytes: {@code java QuickService <port>}. */
public final class QuickService {

    private static final String THERAPIST = """
            {"id":"3f0e9a52-9d0d-4a0c-8f0e-0c1c2b7f6a11","name":"Mira Sommer","languages":["de","en"],"cheapest":8900}""";
    private static final String ANSWER =
            "{\"therapists\":[" + (THERAPIST + ",").repeat(17) + THERAPIST + "],\"total\":18}";

    private QuickService() {}

    public static void main(String[] arguments) {
        HttpServer.create()
                .host("127.0.0.1")
                .port(Integer.parseInt(arguments[0]))
                .handle((_, response) -> response.header("Content-Type", "application/json")
                        .header("Content-Length", String.valueOf(ANSWER.length()))
                        .sendString(Mono.just(ANSWER)))
                .bindNow()
                .onDispose()
                .block();
    }
}
