package io.rhomboid.notification.message;

/**
 * Who writes.
 *
 * @param address the envelope's and the From header's; the clinic's own address could not be sent from by us
 * @param domain makes Message-IDs and the calendar's ids unique in the world; must never change, or a calendar would
 *     take a change for a new session
 */
public record Sender(String address, String domain) {}
