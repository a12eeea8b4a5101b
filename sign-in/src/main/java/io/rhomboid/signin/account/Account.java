package io.rhomboid.signin.account;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * Somebody who can sign in. Its mail address has been proved: there is no account before that.
 *
 * @param id the {@code sub} of tokens; never given to anybody else
 * @param email in small letters
 * @param password as the encoder left it
 * @param roles only {@code platform-admin}: who works where is kept by therapist-service
 */
public record Account(UUID id, String email, String name, String password, List<String> roles) {

    public static final String PLATFORM_ADMIN = "platform-admin";

    private static final Pattern ADDRESS =
            Pattern.compile("[^\\s@<>(),;:\\\\\"\\[\\]\\p{Cntrl}]{1,64}@[\\p{Alnum}.-]{1,190}");

    public Account {
        roles = List.copyOf(roles);
    }

    /** Small letters, no blanks around: what two ways of writing one address have in common. */
    public static String plain(String address) {
        return address.strip().toLowerCase(Locale.ROOT);
    }

    public static boolean isAddress(String plain) {
        return ADDRESS.matcher(plain).matches();
    }
}
