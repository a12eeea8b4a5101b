package io.rhomboid.signin.account;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * How people get an account, and a new password when they have forgotten theirs: both by a code to their address.
 *
 * <p>What it answers is the same whether the address has an account or not; only its owner learns that, from the mail.
 */
public final class Registry {

    private static final int CODES_FOR_ONE_ADDRESS = 3;
    private static final int CODES_FOR_ONE_VISITOR = 20;
    private static final int LONGEST_NAME = 100;

    private final Accounts accounts;
    private final Codes codes;
    private final Tries tries;
    private final Passwords passwords;
    private final PasswordRules rules;
    private final CodePost post;
    private final Consumer<Account> afterChange;
    private final Clock clock;

    /** @param afterChange is told of each account that has been given a password, so that what was open with the old one ends */
    public Registry(
            Accounts accounts,
            Codes codes,
            Tries tries,
            Passwords passwords,
            PasswordRules rules,
            CodePost post,
            Consumer<Account> afterChange,
            Clock clock) {
        this.accounts = accounts;
        this.codes = codes;
        this.tries = tries;
        this.passwords = passwords;
        this.rules = rules;
        this.post = post;
        this.afterChange = afterChange;
        this.clock = clock;
    }

    /** The answer to who asks for a code. */
    public sealed interface Asked {
        /** A mail may be on its way. */
        record Sent(String ticket) implements Asked {}

        record NoAddress() implements Asked {}

        record TooOften() implements Asked {}
    }

    /** The answer to who comes with a code. */
    public sealed interface Outcome {
        record Kept(Account account) implements Outcome {}

        record Weak(PasswordRules.Weakness weakness) implements Outcome {}

        record NoName() implements Outcome {}

        /** Another code, or one that is over, used, or tried too often: which of them is not told. */
        record WrongCode() implements Outcome {}
    }

    /** Sends a code to the address. */
    public Asked ask(String address, String visitor) {
        var email = Account.plain(address);
        if (!Account.isAddress(email)) return new Asked.NoAddress();
        var now = clock.instant();
        if (!tries.count("code-by", visitor, CODES_FOR_ONE_VISITOR, now)
                || !tries.count("code-to", email, CODES_FOR_ONE_ADDRESS, now)) return new Asked.TooOften();
        var code = codes.issue(email, now);
        post.send(email, code.digits(), accounts.withEmail(email).isPresent());
        return new Asked.Sent(code.ticket());
    }

    /**
     * Makes the account, or gives the one that is there its new password.
     *
     * @param ticket what {@link #ask} answered
     * @param name how the person is called; an account that is there keeps its own
     */
    public Outcome keep(String ticket, String address, String digits, String name, String password) {
        var email = Account.plain(address);
        var called = name.strip();
        if (called.isEmpty() || called.length() > LONGEST_NAME || called.chars().anyMatch(Character::isISOControl))
            return new Outcome.NoName();
        // Before the code, so that a weak password costs none of its tries.
        var weakness = rules.weakness(password, List.of(called, email));
        if (weakness.isPresent()) return new Outcome.Weak(weakness.get());
        var now = clock.instant();
        if (!codes.redeem(ticket, email, digits.replaceAll("\\s", ""), now)) return new Outcome.WrongCode();
        var account = accounts.keep(
                new Account(UUID.randomUUID(), email, called, passwords.encode(password), List.of()), now);
        afterChange.accept(account);
        return new Outcome.Kept(account);
    }

    /**
     * The person, if address and password belong together and nobody has tried too often. What is counted are failures,
     * beforehand, so that a thousand guesses at once are no more than one after the other.
     */
    public SignedIn signIn(String address, String password, String visitor) {
        var email = Account.plain(address);
        var now = clock.instant();
        var limits = Map.of(
                new Limit("sign-in-from", visitor), 100,
                new Limit("sign-in-to", email), 50,
                new Limit("sign-in-from-to", visitor + " " + email), 10);
        for (var limit : limits.entrySet()) {
            if (!tries.count(limit.getKey().what(), limit.getKey().who(), limit.getValue(), now)) {
                return new SignedIn.TooOften();
            }
        }
        if (password.length() > 2 * PasswordRules.LONGEST) return new SignedIn.No();
        var account = accounts.withEmail(email);
        if (!passwords.matches(password, account)) return new SignedIn.No();
        limits.keySet().forEach(limit -> tries.takeBack(limit.what(), limit.who(), now));
        return new SignedIn.Yes(account.orElseThrow());
    }

    private record Limit(String what, String who) {}

    /** The answer to who signs in. */
    public sealed interface SignedIn {
        record Yes(Account account) implements SignedIn {}

        /** No such address, or another password: which of them is not told. */
        record No() implements SignedIn {}

        record TooOften() implements SignedIn {}
    }

    /** The account behind a token's {@code sub}. */
    public Optional<Account> account(String id) {
        return accounts.withId(id);
    }
}
