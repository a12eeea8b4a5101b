/** Treatment plans: how often a client comes, and that a visit is overdue. Never why. */
@NullMarked
package io.rhomboid.contracts.plan;

import org.jspecify.annotations.NullMarked;
