package io.rhomboid.gateway.routing;

import java.io.IOException;
import java.util.Map;
import java.util.Set;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PropertiesLoaderUtils;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

import static java.time.Duration.ofHours;

/** The gateway's own few pages: what this is, the API to read and try, and where who waits
 * answers to an offer. Each file by name, no folder is open. */
@Configuration(proxyBeanMethods = false)
class Pages {

    private static final MediaType SCRIPT = MediaType.valueOf("text/javascript;charset=UTF-8");
    private static final MediaType STYLE = MediaType.valueOf("text/css;charset=UTF-8");
    private static final MediaType HTML = MediaType.valueOf("text/html;charset=UTF-8");
    private static final Set<String> OF_SWAGGER_UI = Set.of("swagger-ui.css", "swagger-ui-bundle.js");

    @Bean
    RouterFunction<ServerResponse> pageRoutes() throws IOException {
        var routes = RouterFunctions.route();
        Map.of(
                        "/", "landing.html",
                        "/openapi", "openapi.html",
                        "/booking", "booking.html",
                        "/pages/booking.js", "booking.js",
                        "/offer", "offer.html",
                        "/pages/face.css", "face.css",
                        "/pages/openapi.js", "openapi.js",
                        "/pages/offer.js", "offer.js")
                .forEach((path, file) -> {
                    var page = new ClassPathResource("pages/" + file);
                    routes.GET(path, _ -> serve(page, CacheControl.noCache()));
                });
        var swaggerUi = "META-INF/resources/webjars/swagger-ui/" + swaggerUiVersion() + "/";
        for (var file : OF_SWAGGER_UI) {
            var part = new ClassPathResource(swaggerUi + file);
            routes.GET("/openapi/ui/" + file, _ -> serve(part, CacheControl.maxAge(ofHours(1))));
        }
        return routes.build();
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
        return switch (name.substring(name.lastIndexOf('.'))) {
            case ".html" -> HTML;
            case ".css" -> STYLE;
            default -> SCRIPT;
        };
    }
}
