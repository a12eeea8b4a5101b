package io.rhomboid.booking.reservation;

/**
 * Why staff do what a client could not. Codes and no free words: what stays in the record must hold nothing about
 * anybody's health.
 */
public enum Reason {
    CLIENT_ASKED,
    THERAPIST_ABSENT,
    ROOM_UNUSABLE,
    CLINIC_CLOSED,
    MISTAKE,
    GOODWILL,
    THERAPIST_DECLINED
}
