package org.fiducial.facility.people;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;
import org.fiducial.facility.instrument.Facility;
import org.fiducial.metrology.protocol.UnusableInputException;

/** Adds and changes accounts, and says whose password was typed. */
public final class Accounting {

    private static final int SECRET_BYTES = 32;
    private static final Pattern ADDRESS = Pattern.compile("[^\\s@,;:<>\"()\\p{Cntrl}]+@[^\\s@,;:<>\"()\\p{Cntrl}]+");
    private static final int LONGEST_ADDRESS = 254;
    /** What tokens begin with, so that they are recognised where they do not belong. */
    private static final String TOKEN = "fiducial_";

    private final Accounts accounts;
    private final Passwords passwords;
    private final Sources sources;
    /** Compared with what is typed for a login nobody has, so that its refusal takes as long as any other. */
    private final Supplier<PasswordHash> nobodys;

    /**
     * What accounts cannot make themselves.
     *
     * @param random secrets; one that nobody can foresee
     */
    public record Sources(Clock clock, Supplier<UUID> ids, RandomGenerator random) {}

    /** Whoever changes an account, and why. */
    public record Author(String name, String reason) {}

    /** A token with its secret, which is shown once and then forgotten. */
    public record Issued(ApiToken token, String secret) {

        @Override
        public String toString() {
            return "Issued[" + token.id() + "]";
        }
    }

    public Accounting(Accounts accounts, Passwords passwords, Sources sources) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.sources = sources;
        this.nobodys = new Supplier<>() {
            private Optional<PasswordHash> made = Optional.empty();

            @Override
            public synchronized PasswordHash get() {
                PasswordHash hash = made.orElseGet(() -> passwords.hash(secret()));
                made = Optional.of(hash);
                return hash;
            }
        };
    }

    public Accounts accounts() {
        return accounts;
    }

    /** A holder as typed. */
    public static Account.Holder holder(String login, String name) {
        String word = login.strip().toLowerCase(Locale.ROOT);
        if (!word.matches(Account.Holder.LOGIN)) {
            throw new UnusableInputException(
                    "A name to sign in with has 2 to 64 lower-case letters, digits and . _ @ + -,"
                            + " and begins with a letter or digit.");
        }
        if (name.isBlank() || name.strip().length() > 200) {
            throw new UnusableInputException(
                    "The name of the person is missing or longer than 200 characters; it stands under what they enter.");
        }
        return new Account.Holder(word, name.strip());
    }

    /**
     * Enters what the holder of an account wants to be told by e-mail.
     *
     * @param by who says so
     * @throws UnusableInputException if the address is none, or missing where letters are wanted
     */
    public ReminderWish wish(Account account, ReminderWish.Frequency frequency, ReminderWish.Letter letter, String by) {
        String address = letter.address().strip();
        boolean needless = address.isEmpty() && frequency == ReminderWish.Frequency.NEVER;
        if (!needless
                && (address.length() > LONGEST_ADDRESS
                        || !ADDRESS.matcher(address).matches())) {
            throw new UnusableInputException("The address is one mail address such as ada@example.org, of at most "
                    + LONGEST_ADDRESS + " characters; letters would go there.");
        }
        if (!letter.language().matches("([A-Za-z]{2,8}(-[A-Za-z0-9]{1,8}){0,3})?")) {
            throw new UnusableInputException(
                    "A language is written en or en-GB; leave it empty for that of the facility.");
        }
        ReminderWish wish = new ReminderWish(
                sources.ids().get(),
                account.version().accountId(),
                frequency,
                new ReminderWish.Letter(address, letter.assignedOnly(), letter.language()),
                new ReminderWish.Entry(sources.clock().instant().truncatedTo(ChronoUnit.MILLIS), by));
        accounts.add(wish);
        return wish;
    }

    /** Adds the first account: it manages accounts and the facility, until it hands one of the two on. */
    public Account begin(Account.Holder holder, String password) {
        Account first =
                made(holder, EnumSet.of(Role.ADMINISTRATOR, Role.MANAGER), password, new Author(holder.name(), ""));
        accounts.begin(first);
        return first;
    }

    /** Adds an account. */
    public Account add(Account.Holder holder, Set<Role> roles, String password, Author author) {
        Account added = made(holder, roles, password, author);
        accounts.append(added);
        return added;
    }

    private Account made(Account.Holder holder, Set<Role> roles, String password, Author author) {
        if (roles.isEmpty()) {
            throw new UnusableInputException("An account needs at least one role; choose one.");
        }
        Passwords.requireGood(password, holder.login());
        return new Account(
                new Account.Version(sources.ids().get(), sources.ids().get(), 1),
                holder,
                roles,
                passwords.hash(password),
                Account.Standing.ACTIVE,
                entry(author));
    }

    /** Gives an account other roles; a closed one is open again. */
    public Account change(Account account, Set<Role> roles, Author author) {
        if (roles.isEmpty()) {
            throw new UnusableInputException("An account needs at least one role; choose one, or close the account.");
        }
        return appended(account, roles, account.password(), Account.Standing.ACTIVE, author);
    }

    /** Closes an account: nobody can sign in with it any more, and what it entered stays. */
    public Account close(Account account, Author author) {
        return appended(account, account.roles(), account.password(), Account.Standing.CLOSED, author);
    }

    /** Gives an account another password. */
    public Account reset(Account account, String password, Author author) {
        Passwords.requireGood(password, account.holder().login());
        return appended(account, account.roles(), passwords.hash(password), account.standing(), author);
    }

    private Account appended(
            Account before, Set<Role> roles, PasswordHash password, Account.Standing standing, Author author) {
        Account.Version version = new Account.Version(
                sources.ids().get(),
                before.version().accountId(),
                before.version().number() + 1);
        Account next = new Account(version, before.holder(), roles, password, standing, entry(author));
        accounts.append(next);
        return next;
    }

    private Account.Entry entry(Author author) {
        return new Account.Entry(
                sources.clock().instant(),
                author.name().strip(),
                author.reason().strip());
    }

    /** The account of a login and its password; takes as long for a login nobody has. */
    public Optional<Account> signIn(String login, String password) {
        Optional<Account> account =
                accounts.byLogin(login.strip().toLowerCase(Locale.ROOT)).filter(Account::isActive);
        boolean right = passwords.match(password, account.map(Account::password).orElseGet(nobodys));
        return account.filter(unused -> right);
    }

    /** Whether this is the password of an account. */
    public boolean isPassword(Account account, String password) {
        return passwords.match(password, account.password());
    }

    /**
     * A new token of an account.
     *
     * @throws UnusableInputException if it may more than its owner, or has no name
     */
    public Issued issue(Account owner, String name, Role role) {
        if (name.isBlank() || name.strip().length() > 100) {
            throw new UnusableInputException(
                    "A token needs a name of at most 100 characters that says what it is for.");
        }
        if (!isWithin(role, owner)) {
            throw new UnusableInputException(
                    "A token may not do more than its owner; choose a role of your own or a lesser one.");
        }
        String secret = TOKEN + secret();
        ApiToken token = new ApiToken(
                sources.ids().get(),
                owner.version().accountId(),
                name.strip(),
                role,
                hashOf(secret),
                new ApiToken.Entry(sources.clock().instant(), owner.holder().name()));
        accounts.add(token);
        return new Issued(token, secret);
    }

    /** Ends a token of an account; nothing happens if it has none of this id. */
    public void revoke(Account owner, UUID tokenId) {
        accounts.tokens(owner.version().accountId()).stream()
                .filter(token -> token.id().equals(tokenId))
                .forEach(token -> accounts.end(new ApiToken.End(
                        sources.ids().get(),
                        token.id(),
                        new ApiToken.Entry(
                                sources.clock().instant(), owner.holder().name()))));
    }

    /** Whether a role allows nothing that an account's roles do not. */
    public static boolean isWithin(Role role, Account owner) {
        return List.of(Permission.values()).stream().allMatch(permission -> List.of(Facility.Kind.values()).stream()
                .allMatch(place -> !role.permits(permission, place) || owner.permits(permission, place)));
    }

    /** A secret nobody can guess: 256 random bits, 43 letters, digits, - and _. */
    public String secret() {
        byte[] bytes = new byte[SECRET_BYTES];
        sources.random().nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** What is kept of a secret that was made here: SHA-256, 64 hexadecimal digits. */
    public static String hashOf(String secret) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform offers SHA-256", e);
        }
    }
}
