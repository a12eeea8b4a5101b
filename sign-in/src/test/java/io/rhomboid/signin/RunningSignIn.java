package io.rhomboid.signin;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import org.springframework.context.ConfigurableApplicationContext;

import io.rhomboid.local.FreePort;
import io.rhomboid.signin.OpenIdContract.Person;
import io.rhomboid.testing.RealStore;

/** A whole sign-in server on a free port, with a mail server beside it. */
final class RunningSignIn implements AutoCloseable {

    private final int port = FreePort.or(0);
    private final String database;
    private final Path folder;
    private final GreenMail mail = new GreenMail(ServerSetup.SMTP.dynamicPort());
    private ConfigurableApplicationContext context;

    private RunningSignIn(String database, Path folder) {
        this.database = database;
        this.folder = folder;
        mail.start();
        context = run();
    }

    private static final class Once {
        static final RunningSignIn SERVER = start();
    }

    /** One for all tests that leave each other alone. It ends with them. */
    static RunningSignIn shared() {
        return Once.SERVER;
    }

    static RunningSignIn start() {
        try {
            return new RunningSignIn(RealStore.newDatabase(), Files.createTempDirectory("sign-in"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private ConfigurableApplicationContext run() {
        return SignInApplication.application()
                .run(
                        "--server.port=" + port,
                        "--management.server.port=0",
                        "--logging.level.io.rhomboid=error",
                        "--spring.mongodb.uri=" + RealStore.uri(),
                        "--spring.mongodb.database=" + database,
                        "--spring.mail.port=" + mail.getSmtp().getPort(),
                        "--rhomboid.sign-in.issuer=" + issuer(),
                        "--rhomboid.sign-in.folder=" + folder,
                        "--rhomboid.sign-in.gateways=" + OpenIdContract.GATEWAY + ",http://localhost:8080",
                        "--rhomboid.sign-in.gateway-secret=" + OpenIdContract.SECRET,
                        "--rhomboid.sign-in.demo-secret=" + OpenIdContract.SECRET);
    }

    /** Ends it and starts it anew, over the same data. */
    void restart() {
        context.close();
        context = run();
    }

    String issuer() {
        return "http://localhost:" + port;
    }

    /** The port for those who run it. */
    String management() {
        return "http://127.0.0.1:" + context.getEnvironment().getRequiredProperty("local.management.port");
    }

    GreenMail mail() {
        return mail;
    }

    <T> T part(Class<T> type) {
        return context.getBean(type);
    }

    Path folder() {
        return folder;
    }

    /** Somebody of the demo, as the file with the passwords has them. */
    Person demo(String email) {
        try {
            return Files.readAllLines(folder.resolve("people")).stream()
                    .map(line -> line.split(" {2,}"))
                    .filter(parts -> parts[0].equals(email))
                    .map(parts -> new Person(parts[0], parts[1], parts[2]))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError(email + " is not in the file"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        context.close();
        mail.stop();
    }
}
