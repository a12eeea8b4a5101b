/**
 * What do people see of their sessions in the calendar program that they use anyway? Private feeds for clients,
 * therapists and clinics, each opened by a secret address.
 *
 * <p>Below lie the format ({@code ical}), HTTP ({@code web}) and the store ({@code mongo}). A feed tells when, where and
 * with whom, and nothing of anybody's health; whoever has its address can read it, so it tells of clients as little as
 * its readers need.
 */
@NullMarked
package io.rhomboid.booking.calendar;

import org.jspecify.annotations.NullMarked;
