/**
 * What does our gateway cost beside one that does nothing but pass on? Holds that gateway, a service that answers at once,
 * and the run that asks both in turn.
 */
@NullMarked
package io.rhomboid.bench.gateway;

import org.jspecify.annotations.NullMarked;
