package io.rhomboid.acceptance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

import static java.util.Map.entry;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/**
 * The whole system with the demo loaded, started once for all stories and stopped after the last.
 *
 * <p>If {@code GATEWAY_URL} and {@code MAILPIT_URL} are set, the one that runs there; stories that stop or look into
 * one of its processes are then left out. People sign in there if {@code SIGN_IN_ISSUER} is set and either
 * {@code SIGN_IN_PEOPLE}, the file with their passwords, or {@code KC_BOOTSTRAP_ADMIN_PASSWORD} and
 * {@code PLATFORM_ADMIN_PASSWORD}, by which they are made at a Keycloak; there {@code DEMO_CLIENT_SECRET} lets the
 * platform's admin in. With {@code COMPOSE_PROJECT_NAME} it is Docker
 * Compose that runs it: then its parts can be replaced.
 */
final class RunningClinic implements AutoCloseable {

    private static final Path FOLDER = Path.of("target", "clinic").toAbsolutePath();

    private final Gateways gateways;
    private final Mails mails;
    private final @Nullable SignIn signIn;
    private final @Nullable Inside inside;
    private final @Nullable Compose compose;

    /** What only who started it knows. */
    record Inside(
            ServiceProcess local,
            Map<String, ServiceProcess> services,
            ServiceProcess otherBookingService,
            String storeUri,
            String bootstrapServers,
            Spans spans) {}

    private RunningClinic(
            Gateways gateways,
            URI mailPages,
            @Nullable SignIn signIn,
            @Nullable Inside inside,
            @Nullable Compose compose) {
        this.gateways = gateways;
        this.mails = new Mails(mailPages);
        this.signIn = signIn;
        this.inside = inside;
        this.compose = compose;
    }

    /** Someone without an account. */
    Visitor visitor() {
        return new Visitor(gateways);
    }

    /** One of the demo's people, signed in. */
    Visitor as(SignIn.Person person) {
        assumeTrue(signIn != null, "nobody's password is known here");
        return new Visitor(gateways, person.email(), () -> signIn.header(person));
    }

    Mails mails() {
        return mails;
    }

    ServiceProcess therapistService() {
        return service("therapist-service");
    }

    ServiceProcess bookingService() {
        return service("booking-service");
    }

    /** A second instance, which nobody has started. */
    ServiceProcess otherBookingService() {
        return inside().otherBookingService();
    }

    ServiceProcess notificationService() {
        return service("notification-service");
    }

    /** What gateway and services have counted, as Prometheus fetches it. */
    String metrics() {
        return Stream.of("gateway", "therapist-service", "booking-service", "notification-service")
                .map(this::service)
                .map(ServiceProcess::metrics)
                .collect(Collectors.joining("\n"));
    }

    private ServiceProcess service(String name) {
        var service = inside().services().get(name);
        if (service == null) throw new IllegalArgumentException(name);
        return service;
    }

    /** Of the requests that come with a trace to be followed; nothing else is. */
    Spans spans() {
        return inside().spans();
    }

    String storeUri() {
        return inside().storeUri();
    }

    String bootstrapServers() {
        return inside().bootstrapServers();
    }

    private Inside inside() {
        assumeTrue(inside != null, "only in a clinic of our own can processes be stopped and looked into");
        return inside;
    }

    Compose compose() {
        assumeTrue(compose != null, "only by Docker Compose are parts replaced by new ones: ./clinic prove");
        return compose;
    }

    /** Has a backup taken or brought back, of the databases of the three services; answers what was said of it. */
    String keep(String... arguments) {
        var log = log("keeping-" + arguments[0]);
        var keeping = new ServiceProcess(
                "keeping",
                jar("keeping"),
                96,
                List.of(arguments),
                Map.of(
                        "MONGODB_URI", storeUri(),
                        "KAFKA_BOOTSTRAP_SERVERS", bootstrapServers(),
                        "KEPT_DATABASES", "therapist,booking,notification",
                        "KEY_FOLDER", keys().toString()),
                log,
                null);
        keeping.start();
        keeping.awaitDone(Duration.ofSeconds(60));
        try {
            return Files.readString(log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** After services came back: everyone is there, and the gateway has noticed. */
    void awaitWhole() {
        var visitor = visitor();
        inside().services().values().forEach(ServiceProcess::awaitReady);
        await("the gateway finds all services")
                .atMost(Duration.ofSeconds(30))
                .until(() -> visitor.get("/api/v1/clinics").status() == 200
                        && visitor.get("/openapi/booking.json").status() == 200
                        && visitor.get("/openapi/notification.json").status() == 200);
    }

    private static RunningClinic open() {
        var gateway = System.getenv("GATEWAY_URL");
        var mails = System.getenv("MAILPIT_URL");
        if (gateway == null || mails == null) return start();
        var project = System.getenv("COMPOSE_PROJECT_NAME");
        var compose = project == null ? null : new Compose(project);
        var gateways = compose == null ? new Gateways(URI.create(gateway)) : new Gateways(compose::gateways);
        return new RunningClinic(gateways, URI.create(mails), signIn(gateways), null, compose);
    }

    private static @Nullable SignIn signIn(Gateways gateways) {
        var issuer = System.getenv("SIGN_IN_ISSUER");
        var people = System.getenv("SIGN_IN_PEOPLE");
        var admin = System.getenv("KC_BOOTSTRAP_ADMIN_PASSWORD");
        var password = System.getenv("PLATFORM_ADMIN_PASSWORD");
        if (issuer == null) return null;
        if (people != null) return new SignIn(URI.create(issuer), Path.of(people));
        if (admin == null || password == null) return null;
        return new KeycloakPeople(URI.create(issuer), admin, password, System.getenv("DEMO_CLIENT_SECRET"))
                .make(Path.of("target", "people"), gateways);
    }

    private static RunningClinic start() {
        emptyFolder();
        var ports = new Ports(
                "kafka",
                "store",
                "smtp",
                "mails",
                "sign-in",
                "gateway",
                "therapist",
                "booking",
                "other-booking",
                "notification");
        var management = new Ports("sign-in", "gateway", "therapist", "booking", "other-booking", "notification");
        var gatewayUrl = ports.url("gateway");
        var signIn = FOLDER.resolve("sign-in");
        var issuer = ports.url("sign-in");
        var secret = UUID.randomUUID().toString();
        var spans = Spans.listen();

        var local = new ServiceProcess(
                "local",
                jar("local"),
                320,
                List.of(),
                Map.ofEntries(
                        entry("LOCAL_DATA", FOLDER.resolve("data").toString()),
                        entry("KAFKA_PORT", ports.text("kafka")),
                        entry("STORE_PORT", ports.text("store")),
                        entry("SMTP_PORT", ports.text("smtp")),
                        entry("MAIL_PAGE_PORT", ports.text("mails"))),
                log("local"),
                ports.url("mails"));
        var common = Map.ofEntries(
                entry("LOG_FORMAT", ""),
                entry("SERVER_ADDRESS", "127.0.0.1"),
                // All visitors of all stories come from one address.
                entry("LIMIT_CREATE", "100000/1m"),
                entry("LIMIT_SEARCH", "100000/1m"),
                entry("LIMIT_OTHER", "100000/1m"),
                entry("LIMIT_LINK", "100000/1m"),
                entry("LIMIT_HOLDS", "10000"),
                entry("SIGN_IN_ISSUER", issuer.toString()),
                entry("SIGN_IN_FOLDER", signIn.toString()),
                entry("PUBLIC_URLS", gatewayUrl.toString()),
                entry("GATEWAY_CLIENT_SECRET", secret),
                entry("DEMO_CLIENT_SECRET", secret),
                entry("IDENTITY_ISSUER", issuer.toString()),
                entry("IDENTITY_JWKS_URI", issuer.resolve("/oauth2/jwks").toString()),
                entry("MONGODB_URI", "mongodb://127.0.0.1:" + ports.text("store")),
                entry("KAFKA_BOOTSTRAP_SERVERS", "127.0.0.1:" + ports.text("kafka")),
                entry("KEY_FOLDER", keys().toString()),
                entry("LINK_SECRET", "VGhpcyBvcGVucyB0aGUgYm9va2luZ3Mgb2YgdGVzdHM="),
                entry("PUBLIC_URL", gatewayUrl.toString()),
                entry("SMTP_HOST", "127.0.0.1"),
                entry("SMTP_PORT", ports.text("smtp")),
                entry("THERAPIST_URL", ports.url("therapist").toString()),
                entry("BOOKING_URL", ports.url("booking") + "," + ports.url("other-booking")),
                entry("LEAVING", "3s"),
                // Who is killed while it sends a mail is waited for no longer than a story lasts.
                entry("SMTP_TIME_LIMIT", "10s"),
                entry("DELIVERY_LEASE", "20s"),
                entry("TRACING_SAMPLING", "0"),
                entry(
                        "MANAGEMENT_OPENTELEMETRY_TRACING_EXPORT_OTLP_ENDPOINT",
                        spans.address().toString()),
                entry("MANAGEMENT_OPENTELEMETRY_TRACING_EXPORT_SCHEDULEDELAY", "200ms"),
                entry("NOTIFICATION_URL", ports.url("notification").toString()));
        var services = new LinkedHashMap<String, ServiceProcess>();
        BiFunction<String, String, ServiceProcess> process = (name, id) -> {
            var environment = new HashMap<>(common);
            environment.put("SERVER_PORT", ports.text(id));
            environment.put("MANAGEMENT_SERVER_PORT", management.text(id));
            return new ServiceProcess(
                    name,
                    unpacked(name),
                    192,
                    List.of(),
                    environment,
                    log(id),
                    management.url(id).resolve("/actuator/health/readiness"));
        };
        for (var name : List.of("sign-in", "therapist-service", "booking-service", "notification-service", "gateway")) {
            services.put(name, process.apply(name, name.replace("-service", "")));
        }
        var clinic = new RunningClinic(
                new Gateways(gatewayUrl),
                ports.url("mails"),
                new SignIn(issuer, signIn.resolve("people")),
                new Inside(
                        local,
                        services,
                        process.apply("booking-service", "other-booking"),
                        "mongodb://127.0.0.1:" + ports.text("store"),
                        "127.0.0.1:" + ports.text("kafka"),
                        spans),
                null);
        Runtime.getRuntime().addShutdownHook(new Thread(clinic::close, "close-the-clinic"));
        try {
            local.start();
            local.awaitReady();
            services.values().forEach(ServiceProcess::start);
            services.values().forEach(ServiceProcess::awaitReady);
            var demo = new ServiceProcess(
                    "demo", jar("demo"), 96, List.of(gatewayUrl.toString()), common, log("demo"), null);
            demo.start();
            demo.awaitDone(Duration.ofSeconds(180));
            return clinic;
        } catch (RuntimeException | Error e) {
            clinic.close();
            throw e;
        }
    }

    @Override
    public void close() {
        if (inside == null) return;
        // All at once; the parts last, for the services still write to them.
        var stopping = Stream.concat(inside.services().values().stream(), Stream.of(inside.otherBookingService()))
                .map(service -> Thread.ofVirtual().start(service::stop))
                .toList();
        for (var thread : stopping) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        inside.local().stop();
        inside.spans().stop();
    }

    private static Path jar(String module) {
        return Path.of("..", module, "target", module + ".jar").toAbsolutePath().normalize();
    }

    /** As it runs everywhere else: not out of a jar of jars. */
    private static Path unpacked(String module) {
        var folder = FOLDER.resolve("unpacked").resolve(module);
        if (!Files.exists(folder)) {
            var unpacking = new ServiceProcess(
                    "unpacking",
                    jar(module),
                    64,
                    List.of("extract", "--destination", folder.toString()),
                    Map.of("JDK_JAVA_OPTIONS", "-Djarmode=tools"),
                    log("unpacking"),
                    null);
            unpacking.start();
            unpacking.awaitDone(Duration.ofSeconds(60));
        }
        return folder.resolve(module + ".jar");
    }

    private static Path keys() {
        try {
            var folder = Files.createDirectories(FOLDER.resolve("keys"));
            Files.writeString(folder.resolve("test"), "VGhpcyBzZWFscyB3aGF0IHRlc3RzIHNheSBvZiB0aGU=");
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path log(String name) {
        return FOLDER.resolve(name + ".log");
    }

    private static void emptyFolder() {
        try {
            if (Files.exists(FOLDER)) {
                try (var all = Files.walk(FOLDER)) {
                    for (var path : all.sorted(Comparator.reverseOrder()).toList()) Files.delete(path);
                }
            }
            Files.createDirectories(FOLDER);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Free ports, each with a name. */
    private static final class Ports {

        private final Map<String, Integer> byName = new HashMap<>();

        Ports(String... names) {
            var open = new ArrayList<ServerSocket>();
            try {
                // All open at once, so that none is given twice.
                for (var name : names) {
                    var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                    open.add(socket);
                    byName.put(name, socket.getLocalPort());
                }
                for (var socket : open) socket.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        String text(String name) {
            var port = byName.get(name);
            if (port == null) throw new IllegalArgumentException(name);
            return port.toString();
        }

        URI url(String name) {
            return URI.create("http://127.0.0.1:" + text(name));
        }
    }

    /** Hands the one clinic to every test that asks for it. */
    static final class ForAllStories implements ParameterResolver {

        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
            return parameter.getParameter().getType() == RunningClinic.class;
        }

        @Override
        public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
            return context.getRoot()
                    .getStore(ExtensionContext.Namespace.create(RunningClinic.class))
                    .computeIfAbsent(RunningClinic.class, _ -> open(), RunningClinic.class);
        }
    }
}
