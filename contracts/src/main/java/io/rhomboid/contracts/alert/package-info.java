/** What a clinic's admins must know at once. Never what somebody said about their body. */
@NullMarked
package io.rhomboid.contracts.alert;

import org.jspecify.annotations.NullMarked;
