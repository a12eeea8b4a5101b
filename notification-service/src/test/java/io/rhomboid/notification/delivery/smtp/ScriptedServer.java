package io.rhomboid.notification.delivery.smtp;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

/** An SMTP server that answers each verb as it is told: what a real one does on a bad day. */
final class ScriptedServer implements AutoCloseable {

    final List<String> heard = new CopyOnWriteArrayList<>();
    private final ServerSocket socket;
    private final Map<String, String> replies;

    /** @param replies by verb; {@code "."} is the end of the mail, {@code ""} hangs up, {@code "…"} never answers */
    ScriptedServer(Map<String, String> replies) throws IOException {
        this.replies = replies;
        this.socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::serve);
    }

    int port() {
        return socket.getLocalPort();
    }

    private void serve() {
        while (!socket.isClosed()) {
            try (var connection = socket.accept()) {
                talk(connection);
            } catch (IOException e) {
                // The client hung up, or the test is over.
            }
        }
    }

    private void talk(Socket connection) throws IOException {
        var in = new BufferedReader(new InputStreamReader(connection.getInputStream(), ISO_8859_1));
        var out = connection.getOutputStream();
        if (!reply(out, "greeting", "220 ready")) return;
        boolean inMail = false;
        for (var line = in.readLine(); line != null; line = in.readLine()) {
            heard.add(line);
            if (inMail) {
                if (!line.equals(".")) continue;
                inMail = false;
                if (!reply(out, ".", "250 taken")) return;
                continue;
            }
            var verb = line.split("[ :]")[0].toUpperCase(java.util.Locale.ROOT);
            inMail = verb.equals("DATA") && !replies.containsKey("DATA");
            if (!reply(out, verb, inMail ? "354 go on" : "250 fine")) return;
        }
    }

    private boolean reply(java.io.OutputStream out, String verb, String usual) throws IOException {
        var reply = replies.getOrDefault(verb, usual);
        if (reply.isEmpty()) return false;
        if (reply.equals("…")) return true;
        out.write((reply + "\r\n").getBytes(ISO_8859_1));
        out.flush();
        return true;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
