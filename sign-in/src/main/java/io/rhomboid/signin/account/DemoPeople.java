package io.rhomboid.signin.account;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import io.rhomboid.signin.PrivateFile;

/**
 * The people to try Rhomboid with. Each gets a random password when first made; {@code ./clinic up} prints the file, which
 * has one line for each: address, password, name, what they are.
 */
public final class DemoPeople {

    private static final String LETTERS = "abcdefghjkmnpqrstuvwxyz23456789"; // none that is mistaken for another

    private record Person(String email, String name, String what, List<String> roles) {}

    private static final List<Person> PEOPLE = List.of(
            new Person("paula@rhomboid.example", "Paula Stern", "platform admin", List.of(Account.PLATFORM_ADMIN)),
            new Person("anton@spree.example", "Anton Beck", "clinic admin in Berlin", List.of()),
            new Person("dana@spree.example", "Dana Vogel", "desk in Berlin", List.of()),
            new Person("mira@spree.example", "Mira Albrecht", "therapist in Berlin", List.of()),
            new Person("jo@client.example", "Jo Weber", "client", List.of()),
            new Person("ada@client.example", "Ada King", "client", List.of()));

    private final Accounts accounts;
    private final Passwords passwords;
    private final Path file;
    private final SecureRandom random = new SecureRandom();

    /** @param file where the passwords are written down, for its owner alone */
    public DemoPeople(Accounts accounts, Passwords passwords, Path file) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.file = file;
    }

    /** Makes those who are missing. Without the file all get new passwords: nobody knows the old ones. */
    public void make(Instant now) {
        var lost = !Files.exists(file);
        if (!lost
                && PEOPLE.stream()
                        .allMatch(one -> accounts.withEmail(one.email()).isPresent())) return;
        var lines = new ArrayList<String>();
        for (var one : PEOPLE) {
            var password = password();
            accounts.keep(
                    new Account(idOf(one), one.email(), one.name(), passwords.encode(password), one.roles()), now);
            lines.add("%-24s  %s  %-14s  %s".formatted(one.email(), password, one.name(), one.what()));
        }
        write(lines);
    }

    /** The same in every run, and in the realm for Keycloak: the demo's data may name them. */
    private static UUID idOf(Person person) {
        return UUID.nameUUIDFromBytes(("rhomboid-demo:" + person.email()).getBytes(StandardCharsets.UTF_8));
    }

    /** Four groups of five letters: 99 bits, and still typed without a mistake. */
    private String password() {
        var letters = new StringBuilder();
        for (var i = 0; i < 20; i++) {
            if (i > 0 && i % 5 == 0) letters.append('-');
            letters.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return letters.toString();
    }

    private void write(List<String> lines) {
        try {
            PrivateFile.write(file, String.join("\n", lines) + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
