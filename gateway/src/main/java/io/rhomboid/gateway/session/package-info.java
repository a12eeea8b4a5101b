/**
 * Whose request is this? A browser shows a cookie and gets a session, kept in MongoDB; whoever has a token of their own
 * shows that. Services see a token in either case, and browsers never do.
 *
 * <p>{@code SignIn} lets somebody in by way of the OpenID provider, {@code Door} looks at every request for the API,
 * {@code Sessions} keeps, {@code Renewal} exchanges what grows old, {@code Answers} is what a page can ask about itself.
 */
@NullMarked
package io.rhomboid.gateway.session;

import org.jspecify.annotations.NullMarked;
