package io.rhomboid.therapist.guide;

/** What rules may ask about, each with codes for an answer. */
public enum Question {
    AREA,
    QUALITY,
    COURSE,
    CAUSE,
    GOAL,
    HEALTH,
    PRESSURE,
    PERSON
}
