/**
 * Who can sign in, and how do they show that it is them? People with a mail address that a mailed code has proved, and a
 * password that is long and not a common one; demo people, made once; and a limit on every kind of try.
 */
@NullMarked
package io.rhomboid.signin.account;

import org.jspecify.annotations.NullMarked;
