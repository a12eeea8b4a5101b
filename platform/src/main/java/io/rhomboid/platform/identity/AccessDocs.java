package io.rhomboid.platform.identity;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import org.springdoc.core.customizers.GlobalOperationCustomizer;
import org.springframework.web.method.HandlerMethod;

/**
 * Writes into the OpenAPI document who may do what: as security schemes, and in words under {@code x-allowed};
 * {@code x-about-health} where platform admins may no more than anybody else.
 */
final class AccessDocs implements GlobalOperationCustomizer {

    private static final String TOKEN = "token";
    private static final String GUEST = "guest";

    static void schemes(OpenAPI api) {
        api.getComponents()
                .addSecuritySchemes(
                        TOKEN,
                        new SecurityScheme()
                                .type(SecurityScheme.Type.HTTP)
                                .scheme("bearer")
                                .bearerFormat("JWT")
                                .description("An access token of the sign-in, for this platform's audience"))
                .addSecuritySchemes(
                        GUEST,
                        new SecurityScheme()
                                .type(SecurityScheme.Type.APIKEY)
                                .in(SecurityScheme.In.HEADER)
                                .name(Reach.GUEST_PASS)
                                .description(
                                        "For one booking, series or place on the waitlist: the pass that its link is exchanged for, see POST /guest-passes"));
    }

    @Override
    public Operation customize(Operation operation, HandlerMethod method) {
        var rules = Guard.rulesOf(method);
        var who = rules.stream().flatMap(rule -> Arrays.stream(rule.value())).collect(Collectors.toSet());
        operation.addExtension(
                "x-allowed", rules.stream().map(AccessDocs::inWords).toList());
        if (method.getBeanType().isAnnotationPresent(AboutHealth.class)) operation.addExtension("x-about-health", true);
        if (who.contains(Who.ANYONE)) {
            operation.setSecurity(List.of(new SecurityRequirement(), new SecurityRequirement().addList(TOKEN)));
            refusal(operation, "401", "invalid-token: there is a token, and it does not count");
            return operation;
        }
        operation.addSecurityItem(new SecurityRequirement().addList(TOKEN));
        if (who.contains(Who.GUEST)) operation.addSecurityItem(new SecurityRequirement().addList(GUEST));
        refusal(operation, "401", "not-signed-in: there is no token; invalid-token: it does not count");
        refusal(operation, "403", "not-allowed: for others to do");
        return operation;
    }

    private static String inWords(Allowed rule) {
        var who = Arrays.stream(rule.value()).map(Who::name).collect(Collectors.joining(", "));
        return rule.of().isEmpty() ? who : who + " of the " + rule.of() + " {" + rule.by() + "}";
    }

    private static void refusal(Operation operation, String status, String text) {
        operation
                .getResponses()
                .addApiResponse(
                        status,
                        new ApiResponse()
                                .description(text)
                                .content(new Content()
                                        .addMediaType(
                                                "application/problem+json",
                                                new MediaType()
                                                        .schema(new Schema<>().$ref("#/components/schemas/Problem")))));
    }
}
