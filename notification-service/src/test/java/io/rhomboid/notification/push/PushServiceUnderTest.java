package io.rhomboid.notification.push;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import com.sun.net.httpserver.HttpServer;

/** A push service with one browser, which reads what comes. */
public final class PushServiceUnderTest implements AutoCloseable {

    public final List<String> told = new CopyOnWriteArrayList<>();
    public volatile String authorization = "";
    public volatile int status = 201;

    private final BrowserUnderTest browser = BrowserUnderTest.fresh();
    private final HttpServer server;

    public PushServiceUnderTest() throws IOException, GeneralSecurityException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            try (exchange) {
                var headers = exchange.getRequestHeaders();
                var ours = "aes128gcm".equals(headers.getFirst("Content-Encoding"))
                        && headers.getFirst("TTL") != null
                        && headers.getFirst("Topic").matches("[A-Za-z0-9_-]{1,32}");
                authorization = headers.getFirst("Authorization");
                if (ours) told.add(browser.read(exchange.getRequestBody().readAllBytes()));
                exchange.sendResponseHeaders(ours ? status : 400, -1);
            } catch (GeneralSecurityException e) {
                throw new IOException(e);
            }
        });
        server.start();
    }

    /** As the browser gives it to the page. */
    public String subscription() {
        return """
                {"endpoint":"http://127.0.0.1:%d/send/1","expirationTime":null,"keys":{"p256dh":"%s","auth":"%s"}}""".formatted(
                        server.getAddress().getPort(),
                        browser.keys().p256dh(),
                        browser.keys().auth());
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
