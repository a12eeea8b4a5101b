/**
 * Who is to be told, and the names of what they are told about: our own copy of what the other services say about
 * clients, clinics, therapists and treatments. Only ever grows newer; a client who is erased there is erased here.
 */
@NullMarked
package io.rhomboid.notification.recipient;

import org.jspecify.annotations.NullMarked;
