package io.rhomboid.platform.web;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import tools.jackson.databind.json.JsonMapper;

/**
 * The one way in which a service says no or that it can't: RFC 9457, with a type that stays the same for ever.
 *
 * <pre>{@code
 * {"type": "urn:rhomboid:problem:invalid-field", "title": "Invalid field", "status": 400, "detail": "…",
 *  "instance": "/api/v1/bookings", "requestId": "…", "errors": [{"field": "start", "message": "…"}]}
 * }</pre>
 *
 * @param type the last part of the URN, for example {@code slot-taken}
 * @param detail what happened here and what to do, for a person
 * @param errors which fields are wrong and what would be right; empty if it is not about fields
 * @param more further members, for example the alternatives to a lost slot
 */
public record Problem(
        HttpStatus status,
        String type,
        String detail,
        List<FieldError> errors,
        Map<String, Object> more,
        @Nullable Duration retryAfter) {

    private static final String URN = "urn:rhomboid:problem:";

    /** A field of the request, as a path ({@code client.email}), and what it must be. */
    public record FieldError(String field, String message) {}

    public static Problem of(HttpStatus status, String type, String detail) {
        return new Problem(status, type, detail, List.of(), Map.of(), null);
    }

    /** One field is wrong: 400. */
    public static Problem invalid(String field, String message) {
        return of(HttpStatus.BAD_REQUEST, "invalid-field", field + " " + message)
                .field(field, message);
    }

    public Problem field(String field, String message) {
        var all = new ArrayList<>(errors);
        all.add(new FieldError(field, message));
        return new Problem(status, type, detail, List.copyOf(all), more, retryAfter);
    }

    public Problem with(String member, Object value) {
        var all = new LinkedHashMap<>(more);
        all.put(member, value);
        return new Problem(status, type, detail, errors, all, retryAfter);
    }

    public Problem retryAfter(Duration pause) {
        return new Problem(status, type, detail, errors, more, pause);
    }

    /** The last part of its URN; as it stands where somebody else gave it another. */
    static String nameOf(ProblemDetail problem) {
        var type = String.valueOf(problem.getType());
        return type.startsWith(URN) ? type.substring(URN.length()) : type;
    }

    public ProblemDetail toProblemDetail() {
        var problem = ProblemDetail.forStatusAndDetail(status, detail);
        problem.setType(URI.create(URN + type));
        problem.setTitle(title());
        var requestId = RequestIds.current();
        if (requestId != null) problem.setProperty("requestId", requestId);
        if (!errors.isEmpty()) problem.setProperty("errors", errors);
        more.forEach(problem::setProperty);
        return problem;
    }

    public ResponseEntity<ProblemDetail> answer() {
        var answer = ResponseEntity.status(status);
        if (retryAfter != null) answer.header(HttpHeaders.RETRY_AFTER, seconds(retryAfter));
        return answer.body(toProblemDetail());
    }

    /** As {@link #answer}, from where no controller is yet. */
    public void write(HttpServletResponse response, JsonMapper json) throws IOException {
        response.setStatus(status.value());
        if (retryAfter != null) response.setHeader(HttpHeaders.RETRY_AFTER, seconds(retryAfter));
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.getOutputStream().write(json.writeValueAsBytes(toProblemDetail()));
    }

    private static String seconds(Duration pause) {
        return String.valueOf(Math.max(1, pause.toSeconds()));
    }

    private String title() {
        var words = type.replace('-', ' ');
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }
}
