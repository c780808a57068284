package org.fiducial.web.door;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.fiducial.facility.people.Account;
import org.fiducial.facility.people.Accounting;

/**
 * Who is signed in. A session ends when it was not used for some hours, at the end of a long day, when its holder signs out,
 * and when the password it began with is no longer the one of the account. Only hashes are kept, of cookies and of
 * what is kept of passwords; they lie in a file, so that a restart of the server signs nobody out.
 */
public final class Sessions {

    static final Duration IDLE = Duration.ofHours(2);
    static final Duration LONGEST = Duration.ofHours(12);
    private static final int MOST = 10_000;

    /** That a session was used is not worth a write each time. */
    private static final Duration SAVED_EVERY = Duration.ofMinutes(5);

    private final Accounting accounting;
    private final Clock clock;
    private final Map<String, Session> sessions = new HashMap<>();
    private final SessionFile file;
    private Instant saved;

    /**
     * A session.
     *
     * @param password the hash of what is kept of the password it began with
     */
    record Session(UUID accountId, String password, Instant began, Instant used) {

        boolean isOver(Instant now) {
            return !now.isBefore(used.plus(IDLE)) || !now.isBefore(began.plus(LONGEST));
        }

        Session usedAt(Instant now) {
            return new Session(accountId, password, began, now);
        }
    }

    /**
     * The sessions that were kept, and those to come.
     *
     * @param file where they are kept
     */
    public Sessions(Accounting accounting, Clock clock, Path file) {
        this.accounting = accounting;
        this.clock = clock;
        this.file = new SessionFile(file);
        this.saved = clock.instant();
        sessions.putAll(this.file.read());
    }

    /**
     * Begins a session.
     *
     * @return its secret, for the cookie
     */
    synchronized String begin(Account account) {
        Instant now = clock.instant();
        sessions.values().removeIf(session -> session.isOver(now));
        if (sessions.size() >= MOST) {
            sessions.entrySet().stream()
                    .min(Comparator.comparing(entry -> entry.getValue().used()))
                    .map(Map.Entry::getKey)
                    .ifPresent(sessions::remove);
        }
        String secret = accounting.secret();
        sessions.put(Accounting.hashOf(secret), new Session(account.version().accountId(), digest(account), now, now));
        save(now);
        return secret;
    }

    /** The account a secret belongs to, as it stands now. */
    Optional<Account> holder(String secret) {
        return use(secret).flatMap(session -> accounting
                .accounts()
                .byId(session.accountId())
                .filter(Account::isActive)
                .filter(account -> digest(account).equals(session.password())));
    }

    private synchronized Optional<Session> use(String secret) {
        Instant now = clock.instant();
        Optional<Session> used = Optional.ofNullable(sessions.computeIfPresent(
                Accounting.hashOf(secret), (hash, session) -> session.isOver(now) ? null : session.usedAt(now)));
        if (!now.isBefore(saved.plus(SAVED_EVERY))) {
            save(now);
        }
        return used;
    }

    synchronized void end(String secret) {
        if (sessions.remove(Accounting.hashOf(secret)) != null) {
            save(clock.instant());
        }
    }

    /** Signs an account out everywhere. */
    synchronized void endAll(UUID accountId) {
        sessions.values().removeIf(session -> session.accountId().equals(accountId));
        save(clock.instant());
    }

    private void save(Instant now) {
        saved = now;
        file.write(sessions);
    }

    private static String digest(Account account) {
        return Accounting.hashOf(account.password().encoded());
    }
}
