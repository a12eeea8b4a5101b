package io.rhomboid.therapist.http;

import java.util.ArrayList;
import java.util.List;

import org.springframework.http.HttpStatus;

import io.rhomboid.platform.web.Problem;
import io.rhomboid.platform.web.Problem.FieldError;
import io.rhomboid.platform.web.ProblemException;

/** Collects what is wrong with a request, so that the caller hears all of it at once: 400 {@code invalid-field}. */
public final class Findings {

    private final List<FieldError> errors = new ArrayList<>();

    /**
     * @param field the path of the field, for example {@code rooms[2].name}
     * @param message what it must be, so that it reads on after the path
     */
    public void add(String field, String message) {
        errors.add(new FieldError(field, message));
    }

    public boolean none() {
        return errors.isEmpty();
    }

    public void throwIfAny() {
        if (errors.isEmpty()) return;
        var first = errors.getFirst();
        if (errors.size() == 1) throw new ProblemException(Problem.invalid(first.field(), first.message()));

        var problem = Problem.of(
                HttpStatus.BAD_REQUEST,
                "invalid-field",
                errors.size() + " fields are wrong; the first: " + first.field() + " " + first.message());
        for (var error : errors) problem = problem.field(error.field(), error.message());
        throw new ProblemException(problem);
    }
}
