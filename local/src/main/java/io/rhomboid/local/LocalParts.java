package io.rhomboid.local;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

import io.rhomboid.local.broker.LocalBroker;
import io.rhomboid.local.mail.MailCatcher;
import io.rhomboid.local.store.LocalStore;

/**
 * Broker, store and mail catcher in one process, until it is told to end.
 *
 * <p>By environment: {@code LOCAL_DATA} is the folder (default {@code .clinic/data}), {@code KAFKA_PORT},
 * {@code STORE_PORT}, {@code SMTP_PORT} and {@code MAIL_PAGE_PORT} the ports, 0 for a free one. Says where
 * each is and then {@code ready} on standard output. With the argument {@code --once} it ends as soon as
 * all are up.
 */
public final class LocalParts {

    private LocalParts() {}

    public static void main(String[] arguments) throws InterruptedException {
        var data = Path.of(System.getenv().getOrDefault("LOCAL_DATA", ".clinic/data"))
                .toAbsolutePath();
        var broker = starting(() -> LocalBroker.start(data.resolve("broker"), port("KAFKA_PORT", 9092)));
        var store = starting(() -> LocalStore.start(data.resolve("store"), port("STORE_PORT", 27017)));
        var mail = starting(
                () -> MailCatcher.start(data.resolve("mail"), port("SMTP_PORT", 1025), port("MAIL_PAGE_PORT", 8025)));

        var ended = new CountDownLatch(1);
        Runtime.getRuntime()
                .addShutdownHook(new Thread(
                        () -> {
                            // Who writes to the store has ended before; the broker takes longest.
                            close(mail);
                            close(store);
                            close(broker);
                            ended.countDown();
                        },
                        "close"));

        try {
            System.out.println("store   " + store.get().uri());
            System.out.println("mail    smtp 127.0.0.1:" + mail.get().smtpPort() + ", pages "
                    + mail.get().pageUrl());
            System.out.println("broker  " + broker.get().bootstrapServers());
            System.out.println("ready");
        } catch (ExecutionException e) {
            System.err.println("could not start: " + e.getCause());
            System.exit(1);
        }
        if (arguments.length > 0 && arguments[0].equals("--once")) {
            System.exit(0);
        }
        ended.await();
    }

    private static <T> FutureTask<T> starting(Callable<T> part) {
        var task = new FutureTask<>(part);
        Thread.ofPlatform().name("start").start(task);
        return task;
    }

    private static void close(FutureTask<? extends AutoCloseable> part) {
        try {
            part.get().close();
        } catch (Exception e) {
            System.err.println("could not stop: " + e);
        }
    }

    private static int port(String variable, int standard) {
        var given = System.getenv(variable);
        return given == null || given.isBlank() ? standard : Integer.parseInt(given.strip());
    }
}
