/**
 * What therapist-service says about who works where: people by the id that signs them in, nothing else of them.
 */
@NullMarked
package io.rhomboid.contracts.staff;

import org.jspecify.annotations.NullMarked;
