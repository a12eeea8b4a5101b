package io.rhomboid.platform.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.examples.Example;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.HeaderParameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import org.springdoc.core.customizers.GlobalOperationCustomizer;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.method.HandlerMethod;

/** Writes into the OpenAPI document which problems an operation can answer, each with an example, and which headers it takes. */
final class ProblemDocs implements GlobalOperationCustomizer {

    /** @param text for a person: what it means */
    private record Refusal(String status, String type, String text) {

        /** Reads {@code "409 slot-taken: somebody else was faster"}. */
        static Refusal parse(String line) {
            var colon = line.indexOf(':');
            var words = line.substring(0, colon).split(" ");
            return new Refusal(words[0], words[1], line.substring(colon + 1).strip());
        }
    }

    @Override
    public Operation customize(Operation operation, HandlerMethod method) {
        var refusals = new ArrayList<Refusal>();
        var declared = method.getMethodAnnotation(CanRefuse.class);
        if (declared != null)
            Arrays.stream(declared.value()).map(Refusal::parse).forEach(refusals::add);
        for (var parameter : method.getMethodParameters()) {
            if (parameter.hasParameterAnnotation(RequestBody.class)) {
                refusals.add(new Refusal("400", "malformed-json", "the body is not valid JSON"));
                refusals.add(new Refusal("400", "unknown-field", "the body has a field that is not known here"));
                refusals.add(new Refusal("400", "invalid-field", "a field is missing or not as it must be"));
                refusals.add(new Refusal("413", "body-too-large", "more than 256 KiB"));
            }
            if (parameter.getParameterType() == IdempotencyKey.class) {
                var required = !parameter.isOptional();
                header(
                        operation,
                        IdempotencyKey.HEADER,
                        "Your own name for this request; repeat it with a repeat.",
                        required);
                if (required) {
                    refusals.add(
                            new Refusal("400", "missing-idempotency-key", "the header Idempotency-Key is missing"));
                }
                refusals.add(new Refusal("422", "idempotency-key-reused", "this key was used for another request"));
            }
            if (parameter.getParameterType() == ExpectedVersion.class) {
                header(operation, ExpectedVersion.HEADER, "The ETag of the last answer, for example \"3\".", true);
                refusals.add(new Refusal("412", "version-changed", "somebody changed it since you read it"));
                refusals.add(new Refusal("428", "missing-if-match", "the header If-Match is missing"));
            }
        }
        refusals.add(new Refusal("503", "store-unavailable", "the store is away; nothing was lost, try again"));
        byStatus(refusals).forEach((status, those) -> operation.getResponses().put(status, response(those)));
        return operation;
    }

    private static void header(Operation operation, String name, String description, boolean required) {
        operation.addParametersItem(new HeaderParameter()
                .name(name)
                .description(description)
                .required(required)
                .schema(new StringSchema()));
    }

    private static Map<String, List<Refusal>> byStatus(List<Refusal> refusals) {
        var byStatus = new LinkedHashMap<String, List<Refusal>>();
        for (var refusal : refusals) {
            byStatus.computeIfAbsent(refusal.status(), _ -> new ArrayList<>()).add(refusal);
        }
        return byStatus;
    }

    private static ApiResponse response(List<Refusal> refusals) {
        var media = new MediaType().schema(new Schema<>().$ref("#/components/schemas/Problem"));
        for (var refusal : refusals) {
            media.addExamples(
                    refusal.type(),
                    new Example()
                            .value(Map.of(
                                    "type", "urn:rhomboid:problem:" + refusal.type(),
                                    "status", Integer.parseInt(refusal.status()),
                                    "detail", refusal.text())));
        }
        return new ApiResponse()
                .description(refusals.stream()
                        .map(r -> r.type() + ": " + r.text())
                        .reduce((a, b) -> a + "; " + b)
                        .orElseThrow())
                .content(new Content().addMediaType("application/problem+json", media));
    }
}
