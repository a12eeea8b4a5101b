package io.rhomboid.gateway;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;

/** A port at which nobody listens, kept so that nobody else comes to it; a stand-in may listen there later. */
final class EmptyPort implements AutoCloseable {

    private final Socket holder = new Socket();

    EmptyPort() {
        try {
            holder.setReuseAddress(true);
            holder.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    int number() {
        return holder.getLocalPort();
    }

    String url() {
        return "http://127.0.0.1:" + number();
    }

    @Override
    public void close() throws IOException {
        holder.close();
    }
}
