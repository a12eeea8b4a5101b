package io.rhomboid.gateway.limit;

import org.springframework.boot.reactor.netty.NettyServerCustomizer;
import org.springframework.stereotype.Component;
import reactor.netty.NettyPipeline;
import reactor.netty.http.server.HttpServer;

import io.rhomboid.gateway.problem.ProblemWriter;
import io.rhomboid.gateway.watch.SecurityLog;

/**
 * What is enforced on the connection itself, below all filters: seconds for a body to arrive, and the look at the head.
 * The lengths of request line and headers, and the time an idle connection lives, are the server's own settings.
 */
@Component
class ServerLimits implements NettyServerCustomizer {

    private final LimitSettings settings;
    private final ProblemWriter problems;
    private final SecurityLog record;

    ServerLimits(LimitSettings settings, ProblemWriter problems, SecurityLog record) {
        this.settings = settings;
        this.problems = problems;
        this.record = record;
    }

    @Override
    public HttpServer apply(HttpServer server) {
        return server.readTimeout(settings.betweenReads())
                .requestTimeout(settings.wholeRequest())
                .doOnChannelInit((_, channel, _) -> channel.pipeline()
                        .addAfter(NettyPipeline.HttpCodec, "rhomboid.frontDoor", new FrontDoor(problems, record)));
    }
}
