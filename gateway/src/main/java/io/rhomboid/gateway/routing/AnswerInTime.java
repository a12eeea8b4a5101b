package io.rhomboid.gateway.routing;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.handler.timeout.ReadTimeoutException;

/**
 * Gives a service so long from the end of a request to the head of its answer; after that the connection fails with a
 * {@link ReadTimeoutException}. An answer that has begun may take as long as it takes.
 *
 * <p>One for each connection to a service. A request only notes the time: the alarm that looks at it is set once and then
 * sets itself anew, where Spring's own time-out sets and stops two of them for each request, on another thread.
 */
final class AnswerInTime extends ChannelDuplexHandler {

    private final long patience;
    private long asked;
    private boolean waiting;
    private boolean alarmSet;

    AnswerInTime(Duration patience) {
        this.patience = patience.toNanos();
    }

    @Override
    public void write(ChannelHandlerContext ctx, Object message, ChannelPromise promise) {
        if (message instanceof LastHttpContent) {
            asked = System.nanoTime();
            waiting = true;
            if (!alarmSet) setAlarm(ctx, patience);
        }
        ctx.write(message, promise);
    }

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object message) {
        if (message instanceof HttpResponse) waiting = false;
        ctx.fireChannelRead(message);
    }

    private void setAlarm(ChannelHandlerContext ctx, long nanos) {
        alarmSet = true;
        ctx.executor().schedule(() -> look(ctx), nanos, TimeUnit.NANOSECONDS);
    }

    private void look(ChannelHandlerContext ctx) {
        alarmSet = false;
        if (!waiting || !ctx.channel().isActive()) return;
        var left = patience - (System.nanoTime() - asked);
        if (left > 0) {
            setAlarm(ctx, left);
        } else {
            waiting = false;
            ctx.fireExceptionCaught(ReadTimeoutException.INSTANCE);
            ctx.close();
        }
    }
}
