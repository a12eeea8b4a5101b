/** Vouchers over HTTP. */
@NullMarked
package io.rhomboid.booking.voucher.web;

import org.jspecify.annotations.NullMarked;
