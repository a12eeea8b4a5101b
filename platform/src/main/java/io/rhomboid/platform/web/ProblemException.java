package io.rhomboid.platform.web;

/**
 * A request that can't be read as what it should be. For adapters only: where the clinic says no, that is a value.
 */
public final class ProblemException extends RuntimeException {

    private final transient Problem problem;

    public ProblemException(Problem problem) {
        super(problem.detail(), null, false, false);
        this.problem = problem;
    }

    public Problem problem() {
        return problem;
    }
}
