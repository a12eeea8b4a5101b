/**
 * The words that Rhomboid's services share: typed ids, events and the topics that carry them.
 *
 * <p>Below lies one package for each family of events. Knows no Spring, no store and no service.
 */
@NullMarked
package io.rhomboid.contracts;

import org.jspecify.annotations.NullMarked;
