package io.rhomboid.acceptance;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import com.google.gson.Gson;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.marcnuri.helm.Helm;
import com.marcnuri.helm.TemplateCommand;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yaml.snakeyaml.Yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What Helm makes of our chart is what Kubernetes knows, and what our services understand. No cluster is asked. */
class RenderingTheChartTest {

    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final List<String> PARTS =
            List.of("gateway", "therapist-service", "booking-service", "notification-service");

    private static final Map<String, String> NEEDED = Map.of(
            "publicUrl", "https://clinic.example",
            "signIn.issuer", "https://id.example/realms/rhomboid",
            "signIn.jwksUri", "https://id.example/certs",
            "kafka.bootstrapServers", "kafka.example:9093",
            "smtp.host", "mail.example",
            "trustedProxies", "10.0.0.0/8",
            "keys.secret", "clinic-keys");

    private static TemplateCommand chart(Map<String, String> values) {
        var template =
                new Helm(ROOT.resolve("helm")).template().withName("clinic").withKubeVersion("1.34.0");
        values.forEach(template::set);
        return template;
    }

    private static List<JsonObject> rendered(TemplateCommand chart) {
        return StreamSupport.stream(new Yaml().loadAll(chart.call()).spliterator(), false)
                .map(document -> new Gson().toJsonTree(document).getAsJsonObject())
                .toList();
    }

    /** By kind, and by the part that it is for. */
    private static JsonObject of(List<JsonObject> all, String kind, String part) {
        return all.stream()
                .filter(one -> one.get("kind").getAsString().equals(kind))
                .filter(one -> text(one, "metadata", "name").equals("clinic-" + part))
                .collect(Collectors.collectingAndThen(Collectors.toList(), found -> {
                    assertThat(found).as("%s of %s", kind, part).hasSize(1);
                    return found.getFirst();
                }));
    }

    private static JsonElement at(JsonElement from, Object... path) {
        var at = from;
        for (var step : path) {
            at = step instanceof Integer index
                    ? at.getAsJsonArray().get(index)
                    : at.getAsJsonObject().get((String) step);
        }
        return at;
    }

    private static String text(JsonElement from, Object... path) {
        return at(from, path).getAsString();
    }

    @Test
    void helm_finds_nothing_wrong_with_it() {
        var found = new Helm(ROOT.resolve("helm")).lint().call();
        // Without values it is refused, and that is what lint tells.
        assertThat(found.getMessages())
                .noneMatch(message -> message.contains("[ERROR]") && !message.contains("publicUrl"));
    }

    @Test
    void all_that_it_makes_is_as_kubernetes_describes_it() throws Exception {
        var all = rendered(chart(NEEDED)
                .set("ingress.enabled", true)
                .set("ingress.host", "clinic.example")
                .set("ingress.tlsSecret", "tls"));

        assertThat(all.stream().map(one -> one.get("kind").getAsString()).distinct())
                .containsExactlyInAnyOrder(
                        "Deployment",
                        "Service",
                        "PodDisruptionBudget",
                        "HorizontalPodAutoscaler",
                        "NetworkPolicy",
                        "Ingress");
        for (var one : all) validate(one);
    }

    @Test
    void what_kubernetes_does_not_know_is_found() {
        var deployment = of(rendered(chart(NEEDED)), "Deployment", "gateway");
        at(deployment, "spec", "template", "spec", "containers", 0, "readinessProbe")
                .getAsJsonObject()
                .addProperty("patience", 3);
        assertThatThrownBy(() -> validate(deployment)).hasMessageContaining("patience");
    }

    /** Against the model that is made of Kubernetes's own OpenAPI document. */
    private static void validate(JsonObject one) throws Exception {
        var version = text(one, "apiVersion").replaceFirst(".*/", "");
        var model = Class.forName("io.kubernetes.client.openapi.models."
                + Character.toUpperCase(version.charAt(0))
                + version.substring(1)
                + text(one, "kind"));
        try {
            model.getMethod("validateJsonElement", JsonElement.class).invoke(null, one);
        } catch (InvocationTargetException e) {
            throw new AssertionError(one + ": " + e.getCause().getMessage(), e.getCause());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "publicUrl",
                "signIn.issuer",
                "signIn.jwksUri",
                "kafka.bootstrapServers",
                "smtp.host",
                "trustedProxies",
                "keys.secret",
            })
    void what_has_to_be_said_is_asked_for(String name) {
        var without = NEEDED.entrySet().stream()
                .filter(needed -> !needed.getKey().equals(name))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        assertThatThrownBy(() -> chart(without).call()).hasMessageContaining(name);
    }

    @Test
    void every_part_is_watched_bounded_and_has_no_rights() {
        var all = rendered(chart(NEEDED));
        for (var part : PARTS) {
            var pod = at(of(all, "Deployment", part), "spec", "template", "spec");
            var container = at(pod, "containers", 0);
            assertThat(text(container, "image")).isEqualTo("rhomboid/" + part + ":0.1.0-SNAPSHOT");
            for (var probe : List.of("startupProbe", "livenessProbe", "readinessProbe")) {
                assertThat(text(container, probe, "httpGet", "port")).as(part).isEqualTo("management");
            }
            assertThat(at(pod, "securityContext", "runAsNonRoot").getAsBoolean())
                    .isTrue();
            assertThat(at(container, "securityContext", "readOnlyRootFilesystem")
                            .getAsBoolean())
                    .isTrue();
            assertThat(text(container, "securityContext", "capabilities", "drop", 0))
                    .isEqualTo("ALL");
            assertThat(text(container, "resources", "limits", "memory")).isNotEmpty();
            of(all, "PodDisruptionBudget", part);
            of(all, "NetworkPolicy", part);
            var metric = at(of(all, "HorizontalPodAutoscaler", part), "spec", "metrics", 0);
            assertThat(text(metric, "type")).isEqualTo(part.equals("notification-service") ? "External" : "Pods");
        }
    }

    /** A setting that nobody reads would be a wish. */
    @Test
    void what_is_set_is_known_to_compose_or_to_the_part_itself() throws IOException {
        var known = new StringBuilder();
        for (var file : List.of("docker-compose.yml", "compose.production.yml"))
            known.append(Files.readString(ROOT.resolve(file)));
        for (var part : PARTS)
            known.append(Files.readString(ROOT.resolve(part + "/src/main/resources/application.yml")));
        var names = Pattern.compile("\\b[A-Z][A-Z_]{3,}\\b")
                .matcher(known)
                .results()
                .map(found -> found.group())
                .collect(Collectors.toSet());
        // The framework's own.
        names.add("SERVER_PORT");

        for (var keys : List.of("keys.secret", "keys.service")) {
            var values = NEEDED.entrySet().stream()
                    .collect(Collectors.toMap(
                            one -> one.getKey().equals("keys.secret") ? keys : one.getKey(), Map.Entry::getValue));
            var all = rendered(chart(values));
            var set = PARTS.stream().map(part -> of(all, "Deployment", part)).flatMap(one -> environment(one));
            assertThat(names).containsAll(set.toList());
        }
    }

    private static Stream<String> environment(JsonObject deployment) {
        return at(deployment, "spec", "template", "spec", "containers", 0, "env").getAsJsonArray().asList().stream()
                .map(one -> text(one, "name"));
    }

    @Test
    void only_the_gateway_is_reached_from_outside() {
        var all = rendered(chart(NEEDED));
        assertThat(callers(all, "gateway")).containsExactly("all");
        assertThat(callers(all, "therapist-service")).containsExactlyInAnyOrder("gateway", "booking-service");
        assertThat(callers(all, "booking-service")).containsExactly("gateway");
        assertThat(callers(all, "notification-service")).containsExactlyInAnyOrder("gateway", "booking-service");
    }

    private static List<String> callers(List<JsonObject> all, String part) {
        var rule = at(of(all, "NetworkPolicy", part), "spec", "ingress", 0).getAsJsonObject();
        assertThat(text(rule, "ports", 0, "port")).isEqualTo("http");
        if (!rule.has("from")) return List.of("all");
        return rule.get("from").getAsJsonArray().asList().stream()
                .map(from -> text(from, "podSelector", "matchLabels", "app.kubernetes.io/name"))
                .toList();
    }
}
