package io.rhomboid.therapist.csv;

/**
 * One cell that is not as it must be.
 *
 * @param line of the file; the header is line 1
 * @param message what it must be, for a person
 */
public record LineProblem(long line, String column, String message) {}
