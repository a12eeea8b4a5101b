/**
 * Who may act for whom, and how is it shown? The clients (gateway, app, demo), what people have let them do, the tokens
 * that say so, and the key that signs them. The protocol itself is Spring Authorization Server's.
 */
@NullMarked
package io.rhomboid.signin.authorization;

import org.jspecify.annotations.NullMarked;
