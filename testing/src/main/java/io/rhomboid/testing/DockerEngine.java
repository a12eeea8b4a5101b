package io.rhomboid.testing;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.StandardProtocolFamily;
import java.net.URI;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.jspecify.annotations.Nullable;

/**
 * Asks whether it is worth to call Testcontainers, which takes long to find out that it is not.
 *
 * <p>Speaks as much HTTP as two questions need, since the JDK's client does not speak over a Unix socket.
 */
final class DockerEngine {

    private static final Duration TO_ANSWER = Duration.ofSeconds(2);
    private static final Duration TO_PULL = Duration.ofSeconds(90);

    private DockerEngine() {}

    /** Why the image can't be run here; null when it can. */
    static @Nullable String refusal(String image) {
        if ("off".equalsIgnoreCase(System.getenv("RHOMBOID_TESTCONTAINERS"))) {
            return "RHOMBOID_TESTCONTAINERS=off";
        }
        if (status("GET /_ping", TO_ANSWER) != 200) {
            return "no Docker engine answers";
        }
        if (status("GET /images/" + image + "/json", TO_ANSWER) == 200) {
            return null;
        }
        var name = image.split(":");
        status("POST /images/create?fromImage=%s&tag=%s".formatted(name[0], name[1]), TO_PULL);
        return status("GET /images/" + image + "/json", TO_ANSWER) == 200 ? null : image + " can't be had";
    }

    /** The answer's status once the answer has ended; 0 when there is none in time. */
    private static int status(String request, Duration patience) {
        var answer = CompletableFuture.supplyAsync(
                () -> ask(request), task -> Thread.ofVirtual().start(task));
        try {
            return answer.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException | ExecutionException e) {
            return 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 0;
        }
    }

    private static int ask(String request) {
        try (var channel = open(address())) {
            channel.write(StandardCharsets.US_ASCII.encode(request + " HTTP/1.0\r\nHost: docker\r\n\r\n"));
            var head = new StringBuilder();
            var buffer = ByteBuffer.allocate(8192);
            while (channel.read(buffer.clear()) >= 0) {
                if (head.length() < 12) {
                    head.append(StandardCharsets.US_ASCII.decode(buffer.flip()));
                }
            }
            return Integer.parseInt(head.substring(9, 12));
        } catch (IOException | RuntimeException e) {
            return 0;
        }
    }

    private static SocketAddress address() {
        var host = System.getenv("DOCKER_HOST");
        if (host == null || host.isBlank()) {
            return UnixDomainSocketAddress.of("/var/run/docker.sock");
        }
        var uri = URI.create(host);
        return uri.getScheme().equals("unix")
                ? UnixDomainSocketAddress.of(uri.getPath())
                : new InetSocketAddress(uri.getHost(), uri.getPort());
    }

    private static SocketChannel open(SocketAddress address) throws IOException {
        var channel = address instanceof UnixDomainSocketAddress
                ? SocketChannel.open(StandardProtocolFamily.UNIX)
                : SocketChannel.open();
        channel.connect(address);
        return channel;
    }
}
