package org.fiducial.web;

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
import org.fiducial.facility.people.PasswordHash;

/**
 * Who is signed in. A session ends when it was not used for some hours, at the end of a long day, when its holder signs out,
 * and when the password it began with is no longer the one of the account. Only hashes of the cookies are kept, and only in
 * memory: after a restart everybody signs in anew.
 */
final class Sessions {

    static final Duration IDLE = Duration.ofHours(2);
    static final Duration LONGEST = Duration.ofHours(12);
    private static final int MOST = 10_000;

    private final Accounting accounting;
    private final Clock clock;
    private final Map<String, Session> sessions = new HashMap<>();

    private record Session(UUID accountId, PasswordHash password, Instant began, Instant used) {

        boolean isOver(Instant now) {
            return !now.isBefore(used.plus(IDLE)) || !now.isBefore(began.plus(LONGEST));
        }

        Session usedAt(Instant now) {
            return new Session(accountId, password, began, now);
        }
    }

    Sessions(Accounting accounting, Clock clock) {
        this.accounting = accounting;
        this.clock = clock;
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
        sessions.put(
                Accounting.hashOf(secret), new Session(account.version().accountId(), account.password(), now, now));
        return secret;
    }

    /** The account a secret belongs to, as it stands now. */
    Optional<Account> holder(String secret) {
        return use(secret).flatMap(session -> accounting
                .accounts()
                .byId(session.accountId())
                .filter(Account::isActive)
                .filter(account -> account.password().equals(session.password())));
    }

    private synchronized Optional<Session> use(String secret) {
        Instant now = clock.instant();
        return Optional.ofNullable(sessions.computeIfPresent(
                Accounting.hashOf(secret), (hash, session) -> session.isOver(now) ? null : session.usedAt(now)));
    }

    synchronized void end(String secret) {
        sessions.remove(Accounting.hashOf(secret));
    }
}
