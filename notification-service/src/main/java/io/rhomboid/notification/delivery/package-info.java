/**
 * That each message arrives, once: the ledger, when to try, when to try again, when to give up. Knows what a message
 * is about, not how it is worded, and not by which server it goes.
 *
 * <p>The way of every message, whatever the channel:
 *
 * <ol>
 *   <li>A fact, or a reminder that is due, becomes a {@link io.rhomboid.notification.delivery.Notice} for each person
 *       who wants to hear of it.
 *   <li>The {@link io.rhomboid.notification.delivery.Teller} asks the preferences once for the channels, writes down
 *       what they said, and enters a {@link io.rhomboid.notification.delivery.Delivery} for each: a row of the ledger
 *       with a state, a lease and a provider's id of its own, unique by fact, version, channel and person.
 *   <li>The worker of the channel takes the row when it is due; the desk keeps the order, lets it wait or skips it; the
 *       {@link io.rhomboid.notification.delivery.Scribe} looks up the contact and puts it into words.
 *   <li>The channel's {@link io.rhomboid.notification.delivery.Carrier} takes it further and answers with a
 *       {@link io.rhomboid.notification.delivery.Receipt}.
 * </ol>
 *
 * <p>A new channel is a {@code Carrier}, a bean of its own in a package of its own: it gets its rows, its worker and its
 * bulkhead by being there. What is addressed to no person, as a webhook's endpoint, is entered by
 * {@code Deliveries.add} with a recipient of its own and goes the same way from there.
 */
@NullMarked
package io.rhomboid.notification.delivery;

import org.jspecify.annotations.NullMarked;
