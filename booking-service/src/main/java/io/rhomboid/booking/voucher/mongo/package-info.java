/** The vouchers in the store. */
@NullMarked
package io.rhomboid.booking.voucher.mongo;

import org.jspecify.annotations.NullMarked;
