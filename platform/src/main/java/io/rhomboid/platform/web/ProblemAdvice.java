package io.rhomboid.platform.web;

import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.stream.Collectors;

import com.mongodb.MongoException;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.MethodParameter;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.convert.ConversionFailedException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.validation.FieldError;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.ServletRequestBindingException;
import org.springframework.web.bind.UnsatisfiedServletRequestParameterException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseBodyAdvice;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

import io.rhomboid.platform.store.StoreFaults;

/**
 * Turns whatever goes wrong before or beneath a controller into a {@link Problem}; no fault shows its insides. Counts all
 * problems that are answered: {@code rhomboid.problems}, by type and status.
 */
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
final class ProblemAdvice extends ResponseEntityExceptionHandler implements ResponseBodyAdvice<Object> {

    private static final Logger log = LoggerFactory.getLogger(ProblemAdvice.class);

    private final MeterRegistry meters;

    ProblemAdvice(ObjectProvider<MeterRegistry> meters) {
        this.meters = meters.getIfAvailable(SimpleMeterRegistry::new);
    }

    @Override
    public boolean supports(MethodParameter returned, Class<? extends HttpMessageConverter<?>> converter) {
        return true;
    }

    @Override
    public @Nullable Object beforeBodyWrite(
            @Nullable Object body,
            MethodParameter returned,
            MediaType type,
            Class<? extends HttpMessageConverter<?>> converter,
            ServerHttpRequest request,
            ServerHttpResponse response) {
        if (body instanceof ProblemDetail problem) {
            meters.counter("rhomboid.problems", "type", Problem.nameOf(problem), "status", "" + problem.getStatus())
                    .increment();
        }
        return body;
    }

    @ExceptionHandler
    ResponseEntity<?> on(ProblemException e) {
        return e.problem().answer();
    }

    /** A value that no record of ours would take. */
    @ExceptionHandler
    ResponseEntity<?> on(IllegalArgumentException e) {
        return Problem.of(HttpStatus.BAD_REQUEST, "invalid-request", String.valueOf(e.getMessage()))
                .answer();
    }

    @ExceptionHandler
    ResponseEntity<?> on(MongoException e) {
        if (!StoreFaults.isAway(e)) return fault(e);
        log.warn("The store is away: {}", e.toString());
        return Problem.of(
                        HttpStatus.SERVICE_UNAVAILABLE,
                        "store-unavailable",
                        "We can't reach our store right now. Nothing was lost; try again in a moment.")
                .retryAfter(Duration.ofSeconds(2))
                .answer();
    }

    @ExceptionHandler
    ResponseEntity<?> fault(Exception e) {
        log.error("A fault of ours", e);
        return Problem.of(
                        HttpStatus.INTERNAL_SERVER_ERROR,
                        "internal-error",
                        "Something broke on our side. Tell us the request id and we can find it.")
                .answer();
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleHttpMessageNotReadable(
            HttpMessageNotReadableException e, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        return asObject(unreadable(e.getCause()));
    }

    private static Problem unreadable(@Nullable Throwable cause) {
        for (var at = cause; at != null; at = at.getCause()) {
            if (at instanceof StreamConstraintsException e) return overLimit(e);
        }
        return switch (cause) {
            case UnrecognizedPropertyException e -> {
                var known = known(e.getKnownPropertyIds());
                yield Problem.of(
                                HttpStatus.BAD_REQUEST,
                                "unknown-field",
                                "There is no field " + path(e) + " here. Known: " + known + ".")
                        .field(path(e), "is not known here; known are " + known);
            }
            // Also a broken word in the middle of a record arrives as a databind exception around the parser's.
            case DatabindException e when e.getCause() instanceof StreamReadException broken -> malformed(broken);
            case MismatchedInputException e
            when e.getOriginalMessage().startsWith("Trailing token") ->
                Problem.of(HttpStatus.BAD_REQUEST, "malformed-json", "There is more after the end of the JSON object.");
            case DatabindException e -> Problem.invalid(path(e), remedy(e));
            case StreamReadException e -> malformed(e);
            case null, default ->
                Problem.of(HttpStatus.BAD_REQUEST, "malformed-json", "The request needs a JSON object as its body.");
        };
    }

    private static Problem overLimit(StreamConstraintsException e) {
        return e.getOriginalMessage().contains("Document length")
                ? Problem.of(
                        HttpStatus.CONTENT_TOO_LARGE,
                        "body-too-large",
                        "A request body may have " + StrictJson.MAX_BODY + " bytes at most.")
                : Problem.of(HttpStatus.BAD_REQUEST, "malformed-json", "Too deep, or a value in it too long.");
    }

    private static Problem malformed(StreamReadException e) {
        var where = e.getLocation();
        var place = where == null ? "" : " at line " + where.getLineNr() + ", column " + where.getColumnNr();
        var twice = e.getOriginalMessage().startsWith("Duplicate");
        return Problem.of(
                HttpStatus.BAD_REQUEST,
                "malformed-json",
                twice ? e.getOriginalMessage() + place + "." : "This is not valid JSON" + place + ".");
    }

    private static String remedy(DatabindException e) {
        for (var cause = e.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof IllegalArgumentException ours && ours.getMessage() != null) return ours.getMessage();
            if (cause instanceof NullPointerException) return "has a member missing or null that must be there";
        }
        if (!(e instanceof MismatchedInputException mismatch) || mismatch.getTargetType() == null) {
            return "can't be read";
        }
        Class<?> wanted = mismatch.getTargetType();
        return "must be " + describe(wanted);
    }

    private static String describe(Class<?> wanted) {
        if (wanted.isEnum()) return "one of " + Arrays.toString(wanted.getEnumConstants());
        return switch (wanted.getSimpleName()) {
            case "int", "Integer", "long", "Long" -> "a whole number";
            case "double", "Double" -> "a number";
            case "boolean", "Boolean" -> "true or false";
            case "String" -> "a text";
            case "Instant", "OffsetDateTime" -> "a time with its offset, for example 2026-11-24T09:15:00+01:00";
            case "LocalDate" -> "a date, for example 2026-11-24";
            case "LocalTime" -> "a time of day, for example 09:15";
            case "ZoneId" -> "a time zone, for example Europe/Berlin";
            default -> Collection.class.isAssignableFrom(wanted) ? "a list" : "an object";
        };
    }

    /** What may stand for a constant, also for one of many; its own message would show a class. */
    private static @Nullable String choices(Throwable cause) {
        var wanted = switch (cause) {
            case TypeMismatchException mismatch -> mismatch.getRequiredType();
            case ConversionFailedException conversion ->
                conversion.getTargetType().getType();
            default -> null;
        };
        return wanted != null && wanted.isEnum() ? "must be " + describe(wanted) : null;
    }

    private static String known(@Nullable Collection<Object> ids) {
        return ids == null ? "none" : ids.stream().map(String::valueOf).sorted().collect(Collectors.joining(", "));
    }

    /** The place in the body, for example {@code rooms[2].name}. */
    private static String path(JacksonException e) {
        var path = new StringBuilder();
        for (var step : e.getPath()) {
            if (step.getPropertyName() == null)
                path.append('[').append(step.getIndex()).append(']');
            else path.append(path.isEmpty() ? "" : ".").append(step.getPropertyName());
        }
        return path.isEmpty() ? "body" : path.toString();
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleMethodArgumentNotValid(
            MethodArgumentNotValidException e, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        var fields = e.getFieldErrors();
        var problem = Problem.of(
                HttpStatus.BAD_REQUEST,
                "invalid-field",
                fields.stream()
                        .map(f -> f.getField() + " " + f.getDefaultMessage())
                        .collect(Collectors.joining("; ")));
        for (FieldError field : fields) {
            problem = problem.field(field.getField(), String.valueOf(field.getDefaultMessage()));
        }
        return asObject(problem);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleHandlerMethodValidationException(
            HandlerMethodValidationException e, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        var problem = Problem.of(HttpStatus.BAD_REQUEST, "invalid-parameter", "A parameter is not as it must be.");
        for (var result : e.getParameterValidationResults()) {
            var name = String.valueOf(result.getMethodParameter().getParameterName());
            for (var error : result.getResolvableErrors()) {
                problem = problem.field(name, String.valueOf(error.getDefaultMessage()));
            }
        }
        return asObject(problem);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleMissingServletRequestParameter(
            MissingServletRequestParameterException e, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        return asObject(Problem.of(
                        HttpStatus.BAD_REQUEST,
                        "missing-parameter",
                        "The parameter " + e.getParameterName() + " is missing.")
                .field(e.getParameterName(), "is missing"));
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleServletRequestBindingException(
            ServletRequestBindingException e, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        if (!(e instanceof UnsatisfiedServletRequestParameterException unmet)) {
            return super.handleServletRequestBindingException(e, headers, status, request);
        }
        // Several questions at one address, told apart by what they ask with.
        var ways = unmet.getParamConditionGroups().stream()
                .map(names -> String.join(" and ", names))
                .distinct()
                .toList();
        return asObject(Problem.of(
                        HttpStatus.BAD_REQUEST,
                        "missing-parameter",
                        "What to look for is missing: give " + String.join(", or ", ways) + ".")
                .field(unmet.getParamConditions()[0], "is missing"));
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleTypeMismatch(
            TypeMismatchException e, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        var name = e instanceof MethodArgumentTypeMismatchException argument ? argument.getName() : "a parameter";
        var message = e.getRequiredType() == null ? "can't be read" : "must be " + describe(e.getRequiredType());
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            var choices = choices(cause);
            if (choices != null) {
                message = choices;
                break;
            }
            if (cause instanceof IllegalArgumentException ours
                    && ours.getClass() == IllegalArgumentException.class
                    && ours.getCause() == null
                    && ours.getMessage() != null) {
                message = ours.getMessage();
            }
        }
        return asObject(Problem.of(HttpStatus.BAD_REQUEST, "invalid-parameter", name + " " + message)
                .field(name, message));
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleHttpRequestMethodNotSupported(
            HttpRequestMethodNotSupportedException e, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        var answer = ResponseEntity.status(status).headers(headers);
        return answer.body(Problem.of(
                        HttpStatus.METHOD_NOT_ALLOWED, "method-not-allowed", e.getMethod() + " is not possible here.")
                .toProblemDetail());
    }

    /** Whatever Spring itself refuses (no such path, wrong media type, …) in our shape. */
    @Override
    protected @Nullable ResponseEntity<Object> handleExceptionInternal(
            Exception e, @Nullable Object body, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        var known = HttpStatus.valueOf(status.value());
        if (known.is5xxServerError()) return asObject(fault(e));
        var problem = switch (known) {
            case NOT_FOUND -> Problem.of(known, "not-found", "There is nothing at this address.");
            case UNSUPPORTED_MEDIA_TYPE -> Problem.of(known, "unsupported-media-type", "Send " + supported(e) + ".");
            case NOT_ACCEPTABLE ->
                Problem.of(known, "not-acceptable", "We answer application/json or application/problem+json.");
            case CONTENT_TOO_LARGE ->
                Problem.of(
                        known, "body-too-large", "A request body may have " + StrictJson.MAX_BODY + " bytes at most.");
            default -> Problem.of(known, "invalid-request", known.getReasonPhrase() + ".");
        };
        return ResponseEntity.status(status).headers(headers).body(problem.toProblemDetail());
    }

    private static String supported(Exception e) {
        if (!(e instanceof HttpMediaTypeNotSupportedException refused)) return "application/json";
        var types = refused.getSupportedMediaTypes().stream()
                .map(MediaType::toString)
                .filter(type -> !type.contains("*"))
                .collect(Collectors.joining(" or "));
        return types.isEmpty() ? "application/json" : types;
    }

    @SuppressWarnings("unchecked")
    private static ResponseEntity<Object> asObject(Problem problem) {
        return asObject(problem.answer());
    }

    @SuppressWarnings("unchecked")
    private static ResponseEntity<Object> asObject(ResponseEntity<?> answer) {
        return (ResponseEntity<Object>) answer;
    }
}
