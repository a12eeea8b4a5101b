package io.rhomboid.signin.account;

import java.util.Optional;
import java.util.concurrent.Semaphore;

import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;

/**
 * Encodes and compares passwords: Argon2id with 19 MiB and two passes, as OWASP advises. Two at a time, because each takes
 * that memory; asking about somebody who does not exist takes as long as about somebody who does.
 */
public final class Passwords {

    private final PasswordEncoder encoder = new Argon2PasswordEncoder(16, 32, 1, 19_456, 2);
    private final Semaphore places = new Semaphore(2);
    private final String nobodys = encode("a password that nobody has");

    public String encode(String password) {
        places.acquireUninterruptibly();
        try {
            return encoder.encode(password);
        } finally {
            places.release();
        }
    }

    public boolean matches(String password, Optional<Account> account) {
        places.acquireUninterruptibly();
        try {
            var fits = encoder.matches(password, account.map(Account::password).orElse(nobodys));
            return fits && account.isPresent();
        } finally {
            places.release();
        }
    }
}
