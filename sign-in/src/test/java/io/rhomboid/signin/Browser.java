package io.rhomboid.signin;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** As much of a browser as signing in takes: cookies, redirects within one host, forms. */
final class Browser {

    private static final Pattern FORM = Pattern.compile("<form\\b[^>]*>.*?</form>", Pattern.DOTALL);
    private static final Pattern INPUT = Pattern.compile("<(?:input|button)\\b[^>]*>", Pattern.DOTALL);

    private final HttpClient client =
            HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).build();
    private final Map<String, String> cookies = new LinkedHashMap<>();

    /** What came back, and where from. */
    record Page(URI at, int status, String body, Map<String, java.util.List<String>> headers) {

        /** Where it sends us, in whole; null if it doesn't. */
        @org.jspecify.annotations.Nullable
        URI location() {
            return headers.entrySet().stream()
                    .filter(header -> header.getKey().equalsIgnoreCase("location"))
                    .map(header -> at.resolve(header.getValue().getFirst()))
                    .findFirst()
                    .orElse(null);
        }

        String header(String name) {
            return headers.entrySet().stream()
                    .filter(header -> header.getKey().equalsIgnoreCase(name))
                    .map(header -> String.join(", ", header.getValue()))
                    .findFirst()
                    .orElse("");
        }
    }

    Page get(URI address) {
        return follow(send(
                HttpRequest.newBuilder(address).header("Accept", "text/html").GET(), address));
    }

    /** Fills in the page's only form that has these fields, and sends it. */
    Page submit(Page page, Map<String, String> fields) {
        var form = FORM.matcher(page.body())
                .results()
                .map(found -> found.group())
                .filter(text -> fields.keySet().stream().allMatch(field -> text.contains("name=\"" + field + "\"")))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no form with " + fields.keySet() + " at " + page.at() + ", "
                        + page.status() + ": " + page.body()));
        var sent = new LinkedHashMap<String, String>();
        INPUT.matcher(form).results().forEach(input -> {
            var name = attribute(input.group(), "name");
            var value = attribute(input.group(), "value");
            var type = attribute(input.group(), "type");
            if (!name.isEmpty() && (type.equals("hidden") || input.group().startsWith("<button")))
                sent.put(name, value);
        });
        sent.putAll(fields);
        var action = attribute(form, "action");
        return post(action.isEmpty() ? page.at() : page.at().resolve(action), sent);
    }

    Page post(URI address, Map<String, String> fields) {
        return follow(send(
                HttpRequest.newBuilder(address)
                        .header("Accept", "text/html")
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(encoded(fields))),
                address));
    }

    Map<String, String> cookies() {
        return cookies;
    }

    /** Goes where it is sent, as long as that is on the same host and port. */
    private Page follow(Page page) {
        for (var hops = 0; hops < 10; hops++) {
            var next = page.location();
            if (next == null || !next.getAuthority().equals(page.at().getAuthority())) return page;
            page = send(
                    HttpRequest.newBuilder(next).header("Accept", "text/html").GET(), next);
        }
        throw new AssertionError("sent around in circles, at last to " + page.at());
    }

    private Page send(HttpRequest.Builder request, URI address) {
        if (!cookies.isEmpty()) {
            request.header(
                    "Cookie",
                    cookies.entrySet().stream()
                            .map(one -> one.getKey() + "=" + one.getValue())
                            .collect(Collectors.joining("; ")));
        }
        var answer = answer(client, request);
        for (var set : answer.headers().allValues("set-cookie")) {
            var pair = set.split(";", 2)[0].split("=", 2);
            if (pair[1].isEmpty() || set.contains("Max-Age=0")) cookies.remove(pair[0]);
            else cookies.put(pair[0], pair[1]);
        }
        return new Page(
                address, answer.statusCode(), answer.body(), answer.headers().map());
    }

    static HttpResponse<String> answer(HttpClient client, HttpRequest.Builder request) {
        try {
            return client.send(request.timeout(Duration.ofSeconds(30)).build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    static String encoded(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> URLEncoder.encode(field.getKey(), StandardCharsets.UTF_8) + "="
                        + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    private static String attribute(String tag, String name) {
        var found = Pattern.compile("\\b" + name + "=\"([^\"]*)\"").matcher(tag);
        return found.find() ? found.group(1).replace("&amp;", "&").replace("&#39;", "'") : "";
    }
}
