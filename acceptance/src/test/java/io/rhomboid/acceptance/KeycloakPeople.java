package io.rhomboid.acceptance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import io.rhomboid.acceptance.SignIn.Person;

/**
 * The demo's people at a Keycloak with our realm, made by the administrators' interface as an operator would. Keycloak
 * gives them ids of its own, so those who work at the clinic in Berlin are taken in there once more. The platform's admin
 * is in the realm already: {@code PLATFORM_ADMIN_EMAIL}.
 */
final class KeycloakPeople {

    private static final JsonMapper JSON = new JsonMapper();
    private static final HttpClient HTTP =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private static final Map<Person, String> NAMES = Map.of(
            Person.CLIENT, "Jo Weber",
            Person.OTHER_CLIENT, "Ada King",
            Person.THERAPIST, "Mira Albrecht",
            Person.DESK, "Dana Vogel",
            Person.CLINIC_ADMIN, "Anton Beck");

    private final URI issuer;
    private final String admin;
    private final String password;
    private final @Nullable String programsSecret;

    /**
     * @param issuer as tokens name it: {@code http://…/realms/rhomboid}
     * @param admin the password of {@code admin} in Keycloak's realm {@code master}
     * @param password everybody's, the platform admin's too
     * @param programsSecret as {@link SignIn} has it
     */
    KeycloakPeople(URI issuer, String admin, String password, @Nullable String programsSecret) {
        this.issuer = issuer;
        this.admin = admin;
        this.password = password;
        this.programsSecret = programsSecret;
    }

    /** Who is there already is left alone. The file is as the sign-in server of the run without Docker writes it. */
    SignIn make(Path file, Gateways gateways) {
        var lines = new ArrayList<String>();
        var ids = new EnumMap<Person, String>(Person.class);
        var token = adminsToken();
        for (var person : Person.values()) {
            lines.add(person.email() + "  " + password + "  " + NAMES.getOrDefault(person, "Platform Admin"));
            if (NAMES.containsKey(person)) ids.put(person, make(person, NAMES.get(person), token));
        }
        try {
            Files.write(file, lines);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var signIn = new SignIn(issuer, file, programsSecret);
        var paula = new Visitor(gateways, Person.PLATFORM_ADMIN.email(), () -> signIn.header(Person.PLATFORM_ADMIN));
        takeIn(paula, ids);
        return signIn;
    }

    private static void takeIn(Visitor paula, Map<Person, String> ids) {
        var berlin =
                OneDayAtTheClinicTest.clinicIn("Europe/Berlin", paula).get("id").asString();
        Map.of(Person.THERAPIST, "THERAPIST", Person.DESK, "DESK", Person.CLINIC_ADMIN, "CLINIC_ADMIN")
                .forEach((person, role) -> {
                    var member = JSON.createObjectNode()
                            .put("name", NAMES.get(person))
                            .put("mail", person.email());
                    member.putArray("roles").add(role);
                    if (person == Person.THERAPIST) member.put("therapistId", therapist(paula, berlin, person));
                    var answer = paula.send(paula.request("/api/v1/clinics/" + berlin + "/members/" + ids.get(person))
                            .header("If-Match", "\"0\"")
                            .header("Content-Type", "application/json")
                            .PUT(BodyPublishers.ofString(member.toString())));
                    if (answer.status() != 200 && answer.status() != 412) {
                        throw new IllegalStateException(person + " could not be taken in: " + answer);
                    }
                });
    }

    private static String therapist(Visitor paula, String clinic, Person person) {
        return paula.therapistsOf(clinic).stream()
                .filter(therapist -> therapist.get("name").asString().equals(NAMES.get(person)))
                .map(therapist -> therapist.get("id").asString())
                .findFirst()
                .orElseThrow();
    }

    private String adminsToken() {
        var form = "grant_type=password&client_id=admin-cli&username=admin&password="
                + URLEncoder.encode(admin, StandardCharsets.UTF_8);
        var told = send(HttpRequest.newBuilder(issuer.resolve("/realms/master/protocol/openid-connect/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form)));
        return JSON.readTree(told.body()).get("access_token").asString();
    }

    /** The person's id, which is the {@code sub} of their tokens. */
    private String make(Person person, String name, String token) {
        var users = issuer.resolve("/admin/realms/rhomboid/users");
        var made = send(HttpRequest.newBuilder(users)
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(described(person, name).toString())));
        if (made.statusCode() != 201 && made.statusCode() != 409) throw new IllegalStateException(made.body());
        var query = "?exact=true&email=" + URLEncoder.encode(person.email(), StandardCharsets.UTF_8);
        var found = send(HttpRequest.newBuilder(URI.create(users + query))
                .header("Authorization", "Bearer " + token)
                .GET());
        return JSON.readTree(found.body()).get(0).get("id").asString();
    }

    private ObjectNode described(Person person, String name) {
        var names = name.split(" ");
        var described = JSON.createObjectNode()
                .put("username", person.email())
                .put("email", person.email())
                .put("emailVerified", true)
                .put("enabled", true)
                .put("firstName", names[0])
                .put("lastName", names[1]);
        described.putArray("credentials").addObject().put("type", "password").put("value", password);
        return described;
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return HTTP.send(request.timeout(Duration.ofSeconds(30)).build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
