package io.rhomboid.testing.identity;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Who may do what at a service, as a table beside its tests, held against what it does: every operation of its OpenAPI
 * document, asked by every kind of caller about a thing that is theirs, somebody else's and nobody's.
 *
 * <p>The table, {@code access.csv}, has a row for each operation and a column for each kind of caller. A cell says
 * {@code yes}, or the status of the refusal. Nothing is sent that could change anything: no body, no version. Who is let
 * in is told so by the operation itself, who is not hears of it before any of the request is looked at.
 */
public final class AccessMatrix {

    /** @param body as text */
    public record Answer(int status, String body) {}

    /** Sends a request to the service. */
    @FunctionalInterface
    public interface Door {
        Answer ask(String method, String pathAndQuery, Map<String, String> headers);
    }

    /**
     * @param required parameters of the query
     * @param consumes what kind of body it takes; JSON where it takes none
     * @param allowed the rules in words, as {@code x-allowed} has them
     */
    public record Operation(String method, String path, List<String> required, String consumes, List<String> allowed) {

        /** All that an OpenAPI document knows. */
        public static List<Operation> of(String openApi) {
            var all = new ArrayList<Operation>();
            for (var path : JsonMapper.shared().readTree(openApi).get("paths").properties()) {
                for (var method : path.getValue().properties()) {
                    var operation = method.getValue();
                    all.add(new Operation(
                            method.getKey().toUpperCase(Locale.ROOT),
                            path.getKey(),
                            operation
                                    .path("parameters")
                                    .valueStream()
                                    .filter(one -> one.path("in").asString().equals("query"))
                                    .filter(one -> one.path("required").asBoolean(false))
                                    .map(one -> one.get("name").asString())
                                    .toList(),
                            operation.at("/requestBody/content").propertyNames().stream()
                                    .findFirst()
                                    .orElse("application/json"),
                            operation
                                    .path("x-allowed")
                                    .valueStream()
                                    .map(JsonNode::asString)
                                    .toList()));
                }
            }
            return all;
        }

        String name() {
            return method + " " + path;
        }

        /** The kinds of things that the rules are about. */
        private List<String> kinds() {
            return allowed.stream()
                    .map(OF::matcher)
                    .filter(java.util.regex.Matcher::find)
                    .map(found -> found.group(1))
                    .toList();
        }

        /** What names those things in the request. */
        private List<String> names() {
            return allowed.stream()
                    .map(OF::matcher)
                    .filter(java.util.regex.Matcher::find)
                    .map(found -> found.group(2))
                    .toList();
        }
    }

    private static final Pattern OF = Pattern.compile("of the ([a-z-]+) \\{([A-Za-z]+)}");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([A-Za-z]+)}");

    private final List<Operation> operations;
    private final Map<String, Map<String, String>> rows;
    private final Map<String, Map<String, String>> callers;
    private final BiFunction<Operation, String, String> ids;
    private final Door door;

    /**
     * @param operations all of the service's
     * @param callers for each column of the table the headers that such a caller sends
     * @param ids what stands for a placeholder of an operation: of the thing that the callers called own own
     */
    public AccessMatrix(
            List<Operation> operations,
            Map<String, Map<String, String>> callers,
            BiFunction<Operation, String, String> ids,
            Door door) {
        this.operations = List.copyOf(operations);
        this.rows = table();
        this.callers = callers;
        this.ids = ids;
        this.door = door;
    }

    /** What is wrong, in words; nothing if each operation has its row and each row is kept. */
    public List<String> violations() {
        var wrong = new ArrayList<String>();
        var there = new TreeSet<>(operations.stream().map(Operation::name).toList());
        for (var name : there) if (!rows.containsKey(name)) wrong.add(name + " has no row in access.csv");
        for (var name : rows.keySet()) if (!there.contains(name)) wrong.add(name + " has a row and is no operation");
        for (var operation : operations) {
            var row = rows.get(operation.name());
            if (row == null) continue;
            callers.forEach((caller, headers) -> {
                var expected = row.get(caller);
                if (expected == null) wrong.add(operation.name() + ": no column for " + caller);
                else check(operation, caller, headers, expected, wrong);
            });
        }
        return wrong;
    }

    private void check(
            Operation operation, String caller, Map<String, String> who, String expected, List<String> wrong) {
        var headers = new LinkedHashMap<>(who);
        headers.put("Content-Type", operation.consumes());
        var answer = door.ask(operation.method(), address(operation, null), headers);
        var refused = answer.status() == 401
                || answer.status() == 403
                || answer.status() == 404
                        && operation.kinds().stream()
                                .anyMatch(kind -> answer.body().contains("unknown-" + kind + "\""));
        var found = refused ? String.valueOf(answer.status()) : answer.status() < 500 ? "yes" : answer.status() + "!";
        if (!found.equals(expected)) {
            wrong.add(operation.name() + " by " + caller + ": " + found + " instead of " + expected + " ("
                    + answer.status() + " " + answer.body() + ")");
        }
        if (operation.names().isEmpty() || found.endsWith("!")) return;
        var unknown = door.ask(operation.method(), address(operation, AccessMatrix::nobodys), headers);
        if (!expected.equals("yes") && !plain(unknown).equals(plain(answer))) {
            wrong.add(operation.name() + " by " + caller + " tells what is somebody else's from what is nobody's: "
                    + plain(answer) + " and " + plain(unknown));
        }
    }

    /** Without what is different for each request. */
    private static String plain(Answer answer) {
        return answer.status()
                + answer.body()
                        .replaceAll("\"(requestId|instance)\":\"[^\"]*\",?", "")
                        .replaceAll("[0-9a-f]{8}-[0-9a-f-]{27}", "…");
    }

    /** What could name a thing and names none. */
    private static String nobodys(String name) {
        return name.equals("code") ? "NOBODYS" : UUID.randomUUID().toString();
    }

    /** @param instead makes what names the things that the rules are about; null for the thing itself */
    private String address(Operation operation, @Nullable UnaryOperator<String> instead) {
        var names = operation.names();
        var path = PLACEHOLDER
                .matcher(operation.path())
                .replaceAll(found -> instead != null && names.contains(found.group(1))
                        ? instead.apply(found.group(1))
                        : ids.apply(operation, found.group(1)));
        var query = Stream.concat(operation.required().stream(), names.stream())
                .distinct()
                .filter(name -> !operation.path().contains("{" + name + "}"))
                .map(name -> name + "="
                        + (instead != null && names.contains(name) ? instead.apply(name) : ids.apply(operation, name)))
                .toList();
        return query.isEmpty() ? path : path + "?" + String.join("&", query);
    }

    private static Map<String, Map<String, String>> table() {
        try (var in = Objects.requireNonNull(AccessMatrix.class.getResourceAsStream("/access.csv"), "access.csv")) {
            var lines = new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line ->
                            Arrays.stream(line.split(",")).map(String::strip).toList())
                    .toList();
            var columns = lines.getFirst();
            var rows = new LinkedHashMap<String, Map<String, String>>();
            for (var line : lines.subList(1, lines.size())) {
                if (line.size() != columns.size()) throw new IllegalStateException("access.csv: " + line);
                var row = new LinkedHashMap<String, String>();
                for (int i = 1; i < columns.size(); i++) row.put(columns.get(i), line.get(i));
                if (rows.put(line.getFirst(), row) != null) throw new IllegalStateException("twice: " + line);
            }
            return rows;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
