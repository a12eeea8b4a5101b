/**
 * Telling other systems, by Standard Webhooks: whom a clinic wants told, what they are told, and that they hear it. Below
 * lie the web API, the store, the listener and the client that asks their servers. Knows no person.
 */
@NullMarked
package io.rhomboid.notification.webhook;

import org.jspecify.annotations.NullMarked;
