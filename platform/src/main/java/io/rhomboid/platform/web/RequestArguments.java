package io.rhomboid.platform.web;

import java.util.Map;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Hands {@link IdempotencyKey} and {@link ExpectedVersion} to controller methods that ask for them. */
final class RequestArguments implements HandlerMethodArgumentResolver {

    private record Kind(String header, Problem whenMissing, Function<String, Object> read) {}

    private static final Map<Class<?>, Kind> KINDS = Map.of(
            IdempotencyKey.class,
            new Kind(
                    IdempotencyKey.HEADER,
                    Problem.of(
                                    HttpStatus.BAD_REQUEST,
                                    "missing-idempotency-key",
                                    "Send a header Idempotency-Key with a value of your own for this request, for "
                                            + "example a random UUID, and the same value when you repeat it.")
                            .field(IdempotencyKey.HEADER, "is missing"),
                    IdempotencyKey::new),
            ExpectedVersion.class,
            new Kind(
                    ExpectedVersion.HEADER,
                    Problem.of(
                                    HttpStatus.PRECONDITION_REQUIRED,
                                    "missing-if-match",
                                    "Send a header If-Match with the ETag of the last answer, so that nobody else's "
                                            + "change is lost.")
                            .field(ExpectedVersion.HEADER, "is missing"),
                    ExpectedVersion::parse));

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return KINDS.containsKey(parameter.getParameterType());
    }

    @Override
    public @Nullable Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        var kind = KINDS.get(parameter.getParameterType());
        var values = request.getHeaderValues(kind.header());
        if (values == null || values.length == 0) {
            if (parameter.isOptional()) return null;
            throw new ProblemException(kind.whenMissing());
        }
        if (values.length > 1) throw new ProblemException(Problem.invalid(kind.header(), "must be there only once"));
        try {
            return kind.read().apply(values[0]);
        } catch (IllegalArgumentException e) {
            throw new ProblemException(Problem.invalid(kind.header(), String.valueOf(e.getMessage())));
        }
    }
}
