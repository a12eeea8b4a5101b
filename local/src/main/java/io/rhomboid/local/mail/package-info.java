/**
 * What would the clinic's clients find in their post? Takes any mail by SMTP, sends none on, and shows it.
 *
 * <p>{@code MailCatcher} listens, {@code Mailbox} keeps the mails as files, {@code MailApi} answers as
 * Mailpit does, so that a test asks both in the same way, {@code MailPages} is for people.
 */
@NullMarked
package io.rhomboid.local.mail;

import org.jspecify.annotations.NullMarked;
