package io.rhomboid.therapist.http;

import org.springframework.http.HttpStatus;

import io.rhomboid.platform.web.Problem;
import io.rhomboid.platform.web.ProblemException;

/** What is wrong with the parameters of a question. */
public final class Parameters {

    private Parameters() {}

    /** 400 invalid-parameter. */
    public static ProblemException invalid(String name, String message) {
        return new ProblemException(Problem.of(HttpStatus.BAD_REQUEST, "invalid-parameter", name + " " + message)
                .field(name, message));
    }
}
