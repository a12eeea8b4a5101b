/** What booking-service tells about vouchers. */
@NullMarked
package io.rhomboid.contracts.voucher;

import org.jspecify.annotations.NullMarked;
