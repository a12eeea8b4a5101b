package io.rhomboid.gateway;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Five hundred who hardly send and a thousand who say nothing at all, all at once. The limits are shorter than in
 * production and long enough for a machine that is busy otherwise; nothing here is measured.
 */
class SlowSendersTest {

    static StandIn booking = StandIn.start();
    static RunningGateway gateway;

    @BeforeAll
    static void start() {
        gateway = RunningGateway.start(
                "rhomboid.gateway.routing.booking=" + booking.url(),
                "rhomboid.gateway.limit.between-reads=4s",
                "rhomboid.gateway.limit.whole-request=6s",
                "rhomboid.gateway.limit.rates.create=100000/1m",
                "server.netty.idle-timeout=4s");
    }

    @AfterAll
    static void stop() {
        gateway.close();
        booking.close();
    }

    @Test
    void are_cut_off_and_keep_nobody_else_waiting() throws IOException {
        var slow = new ArrayList<Socket>();
        var silent = new ArrayList<Socket>();
        try {
            for (var i = 0; i < 500; i++) {
                slow.add(connected());
                slow.getLast()
                        .getOutputStream()
                        .write("POST /api/v1/bookings HTTP/1.1\r\nHost: a\r\nContent-Length: 10\r\n\r\nab".getBytes());
            }
            for (var i = 0; i < 1_000; i++) silent.add(connected());

            for (var i = 0; i < 50; i++) {
                assertThat(gateway.post("/api/v1/bookings", "{}").statusCode()).isEqualTo(200);
            }

            for (var socket : slow) assertThat(untilClosed(socket)).startsWith("HTTP/1.1 408 ");
            for (var socket : silent) assertThat(untilClosed(socket)).isEmpty();
        } finally {
            closeAll(slow);
            closeAll(silent);
        }
        assertThat(booking.asked()).hasSize(50);
    }

    static Socket connected() throws IOException {
        var socket = gateway.connect();
        socket.setSoTimeout(60_000);
        return socket;
    }

    static String untilClosed(Socket socket) {
        try {
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException reset) {
            throw new AssertionError("not closed in a minute, or without a word", reset);
        }
    }

    static void closeAll(List<Socket> sockets) throws IOException {
        for (var socket : sockets) socket.close();
    }
}
