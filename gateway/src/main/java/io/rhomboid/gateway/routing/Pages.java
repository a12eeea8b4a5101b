package io.rhomboid.gateway.routing;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PropertiesLoaderUtils;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.server.RequestPredicate;
import org.springframework.web.reactive.function.server.RequestPredicates;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

import io.rhomboid.gateway.header.PagePolicy;

import static java.time.Duration.ofHours;

/**
 * The web app, where there is one, and the gateway's own few pages: the API to read and try, and those on which people
 * open what they have a link to. Each file by name, no folder is open.
 */
@Configuration(proxyBeanMethods = false)
class Pages {

    private static final MediaType SCRIPT = MediaType.valueOf("text/javascript;charset=UTF-8");
    private static final MediaType STYLE = MediaType.valueOf("text/css;charset=UTF-8");
    private static final MediaType HTML = MediaType.valueOf("text/html;charset=UTF-8");
    private static final Set<String> OF_SWAGGER_UI = Set.of("swagger-ui.css", "swagger-ui-bundle.js");

    private static final Map<String, String> PAGES =
            Map.of("/openapi", "openapi.html", "/invitation", "invitation.html");

    /** Where the links of guests lead; where there is the app, it shows them, in the guest's language. */
    private static final Map<String, String> OF_GUESTS =
            Map.of("/booking", "booking.html", "/series", "series.html", "/offer", "offer.html");

    private static final Set<String> FILES =
            Set.of("face.css", "guest.js", "booking.js", "series.js", "offer.js", "invitation.js", "openapi.js");

    /** In a page, at each of its scripts and styles. */
    private static final String NONCE = "{nonce}";

    @Bean
    RouterFunction<ServerResponse> pageRoutes(RoutingSettings settings) throws IOException {
        var routes = RouterFunctions.route();
        var pages = new HashMap<>(PAGES);
        if (settings.webApp() == null) pages.putAll(OF_GUESTS);
        for (var page : pages.entrySet()) {
            var text = textOf(page.getValue());
            routes.route(read(page.getKey()), request -> page(text, request));
        }
        for (var file : FILES) {
            var part = new ClassPathResource("pages/" + file);
            routes.route(read("/pages/" + file), _ -> serve(part, CacheControl.noCache()));
        }
        var swaggerUi = "META-INF/resources/webjars/swagger-ui/" + swaggerUiVersion() + "/";
        for (var file : OF_SWAGGER_UI) {
            var part = new ClassPathResource(swaggerUi + file);
            routes.route(read("/openapi/ui/" + file), _ -> serve(part, CacheControl.maxAge(ofHours(1))));
        }
        if (settings.webApp() == null) {
            var door = textOf("landing.html");
            routes.route(read("/"), request -> page(door, request));
        } else {
            var app = WebApp.in(settings.webApp());
            routes.route(app.isFile(), app::file).route(app.isPage(), app::page);
        }
        return routes.build();
    }

    private static RequestPredicate read(String path) {
        return RequestPredicates.path(path).and(WebApp::isRead);
    }

    private static String textOf(String page) throws IOException {
        return new ClassPathResource("pages/" + page).getContentAsString(StandardCharsets.UTF_8);
    }

    /** Not kept: the word in it is for this one answer. */
    static Mono<ServerResponse> page(String text, ServerRequest request) {
        return ServerResponse.ok()
                .contentType(HTML)
                .cacheControl(CacheControl.noStore())
                .bodyValue(text.replace(NONCE, PagePolicy.nonceFor(request.exchange())));
    }

    private static Mono<ServerResponse> serve(Resource file, CacheControl caching) {
        return ServerResponse.ok()
                .contentType(typeOf(file.getFilename()))
                .cacheControl(caching)
                .bodyValue(file);
    }

    private static String swaggerUiVersion() throws IOException {
        return PropertiesLoaderUtils.loadAllProperties("META-INF/maven/org.webjars/swagger-ui/pom.properties")
                .getProperty("version");
    }

    private static MediaType typeOf(String name) {
        return name.endsWith(".css") ? STYLE : SCRIPT;
    }
}
