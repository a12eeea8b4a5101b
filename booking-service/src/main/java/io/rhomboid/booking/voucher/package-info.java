/**
 * What has been paid before? Packages, gift cards and credits: issued at the desk, redeemed with bookings, restored when
 * these are cancelled free of charge.
 *
 * <p>What is left on a voucher is written nowhere: it follows from the voucher and the bookings that were paid with it.
 * Docs: decision 018.
 */
@NullMarked
package io.rhomboid.booking.voucher;

import org.jspecify.annotations.NullMarked;
