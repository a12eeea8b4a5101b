package io.rhomboid.gateway.limit;

import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.TimeUnit;

import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.channel.socket.DuplexChannel;
import io.netty.handler.codec.DecoderResult;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpObject;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.handler.ssl.SslHandler;
import io.netty.util.ReferenceCountUtil;

import io.rhomboid.gateway.problem.Problem;
import io.rhomboid.gateway.problem.ProblemKind;
import io.rhomboid.gateway.problem.ProblemWriter;
import io.rhomboid.gateway.problem.RequestId;
import io.rhomboid.gateway.watch.SecurityEvent;
import io.rhomboid.gateway.watch.SecurityLog;

/**
 * Looks at a request's head while it is still nothing but a head, one connection at a time.
 *
 * <ol>
 *   <li>A head that the codec could not read, or one whose address could mean different things to us and to a service
 *       ({@code ..}, {@code //}, an encoded slash, a second Host), goes no further.
 *   <li>The server answers such a head by itself, with a status and nothing else; that answer is given our shape on its
 *       way out.
 *   <li>Whoever is refused while still sending gets to read why: the connection is closed to the outside at once, but
 *       what still comes in is thrown away for a moment. Closing both ways would reset the connection, and the answer
 *       with it.
 * </ol>
 */
final class FrontDoor extends ChannelDuplexHandler {

    private static final Duration PATIENCE = Duration.ofSeconds(1);

    /** Not TRACE, which hands back what proxies have added, nor CONNECT, which would make a tunnel of us. */
    private static final Set<HttpMethod> METHODS = Set.of(
            HttpMethod.GET,
            HttpMethod.HEAD,
            HttpMethod.POST,
            HttpMethod.PUT,
            HttpMethod.PATCH,
            HttpMethod.DELETE,
            HttpMethod.OPTIONS);

    /** In a path: what could mean something else to a service, or to whoever reads its log. */
    private static final List<String> AMBIGUOUS = List.of(
            "//",
            "\\",
            ";",
            "%2f",
            "%5c",
            "%25",
            "%3b",
            "%2e",
            "%00",
            "%0a",
            "%0d",
            "%e2%80%a8",
            "%e2%80%a9",
            "/./",
            "/../");

    private final ProblemWriter problems;
    private final SecurityLog record;
    private boolean refused;
    private boolean sending;
    private boolean leaving;

    FrontDoor(ProblemWriter problems, SecurityLog record) {
        this.problems = problems;
        this.record = record;
    }

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object message) {
        if (message instanceof HttpRequest) sending = true;
        if (message instanceof LastHttpContent) sending = false;
        if (leaving) {
            ReferenceCountUtil.release(message);
            if (!sending) ctx.close();
            return;
        }
        if (message instanceof HttpRequest request && request.decoderResult().isSuccess() && !isPlain(request)) {
            request.setDecoderResult(DecoderResult.failure(new IllegalArgumentException("ambiguous request")));
        }
        if (message instanceof HttpObject part && part.decoderResult().isFailure()) {
            if (!(part instanceof HttpRequest)) {
                // The server would take what has arrived so far for the whole body.
                sending = true;
                ReferenceCountUtil.release(message);
                ctx.fireExceptionCaught(part.decoderResult().cause());
                return;
            }
            refused = true;
        }
        ctx.fireChannelRead(message);
    }

    @Override
    public void close(ChannelHandlerContext ctx, ChannelPromise promise) {
        var canHalfClose =
                ctx.channel() instanceof DuplexChannel && ctx.pipeline().get(SslHandler.class) == null;
        if (leaving || !sending || !ctx.channel().isActive() || !canHalfClose) {
            ctx.close(promise);
            return;
        }
        leaving = true;
        ((DuplexChannel) ctx.channel()).shutdownOutput();
        ctx.channel().config().setAutoRead(true);
        ctx.executor().schedule(() -> ctx.close(promise), PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public void write(ChannelHandlerContext ctx, Object message, ChannelPromise promise) {
        if (refused
                && message instanceof FullHttpResponse bare
                && !bare.content().isReadable()) {
            note(ctx, bare.status().code());
            ctx.write(explained(bare), promise);
            ReferenceCountUtil.release(bare);
        } else {
            ctx.write(message, promise);
        }
    }

    /** Before there is a request there is no visitor but the peer, which may be a proxy. */
    private void note(ChannelHandlerContext ctx, int status) {
        var event = status == 400 ? SecurityEvent.REQUEST_MALFORMED : SecurityEvent.REQUEST_TOO_LARGE;
        if (ctx.channel().remoteAddress() instanceof InetSocketAddress peer) {
            record.note(event, peer.getAddress().getHostAddress());
        }
    }

    private FullHttpResponse explained(FullHttpResponse bare) {
        var problem = switch (bare.status().code()) {
            case 414 -> Problem.of(ProblemKind.ADDRESS_TOO_LONG, "The address is too long.");
            case 431 -> Problem.of(ProblemKind.HEADERS_TOO_LARGE, "The headers are too large.");
            case 413 -> Problem.of(ProblemKind.BODY_TOO_LARGE, "The body is too large.");
            default -> Problem.of(ProblemKind.MALFORMED_REQUEST, "This request can't be read.");
        };
        var requestId = RequestId.takenOrMade(null);
        var body = Unpooled.wrappedBuffer(problems.json(problem, null, requestId));
        var answer = new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, bare.status(), body);
        answer.headers()
                .setInt(HttpHeaderNames.CONTENT_LENGTH, body.readableBytes())
                .set(HttpHeaderNames.CONNECTION, "close")
                .set(HttpHeaderNames.CONTENT_TYPE, "application/problem+json")
                .set(HttpHeaderNames.CACHE_CONTROL, "no-store")
                .set("X-Content-Type-Options", "nosniff")
                .set("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'")
                .set(RequestId.HEADER, requestId);
        return answer;
    }

    private static boolean isPlain(HttpRequest request) {
        var version = request.protocolVersion();
        if (!version.equals(HttpVersion.HTTP_1_1) && !version.equals(HttpVersion.HTTP_1_0)) return false;
        if (!METHODS.contains(request.method())) return false;
        var hosts = request.headers().getAll(HttpHeaderNames.HOST);
        if (hosts.size() > 1) return false;
        if (hosts.isEmpty() && version.equals(HttpVersion.HTTP_1_1)) return false;

        var target = request.uri();
        if (target.equals("*")) return true;
        if (!target.startsWith("/")) return false;
        var query = target.indexOf('?');
        var path = (query < 0 ? target : target.substring(0, query)).toLowerCase(Locale.ROOT);
        for (var part : AMBIGUOUS) if (path.contains(part)) return false;
        if (target.contains("%00") || path.endsWith("/.") || path.endsWith("/..")) return false;
        try {
            new URI(hosts.isEmpty() ? target : "http://" + hosts.getFirst() + target).parseServerAuthority();
            return true;
        } catch (URISyntaxException _) {
            return false;
        }
    }
}
