/**
 * How is what the services know kept beside them, and brought back? Databases become folders of files, the keys'
 * apart from the others, and files become databases, whole or not at all.
 *
 * <p>Knows documents and not what they mean: what has to happen to them after they were brought back, the services do
 * at their next start.
 */
@NullMarked
package io.rhomboid.keeping;

import org.jspecify.annotations.NullMarked;
