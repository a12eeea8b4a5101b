/** What is told to one person in secret, reckoned instead of kept: links that open one thing, invitations, codes of gift cards. */
@NullMarked
package io.rhomboid.platform.link;

import org.jspecify.annotations.NullMarked;
