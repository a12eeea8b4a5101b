/** The ledger over HTTP, to be read only. */
@NullMarked
package io.rhomboid.notification.delivery.web;

import org.jspecify.annotations.NullMarked;
