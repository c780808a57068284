package org.fiducial.web.door;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Slows down who guesses passwords: after a few attempts in vain for one account or from one address, each further one must
 * wait twice as long as the one before. An account waits a minute at most, so that nobody can be shut out of their own by
 * somebody else's guessing; an address waits a quarter of an hour.
 */
public final class Attempts {

    private static final Duration FORGOTTEN = Duration.ofHours(1);
    private static final int MOST = 20_000;

    private final Clock clock;
    private final Map<String, Failures> failures = new LinkedHashMap<>();

    private record Failures(int count, Instant last) {}

    /** How many attempts are free, and how long one waits at most. */
    private record Patience(String prefix, int free, Duration longest) {

        Duration after(int count) {
            if (count < free) {
                return Duration.ZERO;
            }
            Duration doubled = Duration.ofSeconds(1L << Math.min(count - free, 20));
            return doubled.compareTo(longest) < 0 ? doubled : longest;
        }
    }

    private static final Patience OF_ACCOUNT = new Patience("account ", 5, Duration.ofMinutes(1));
    private static final Patience OF_ADDRESS = new Patience("address ", 20, Duration.ofMinutes(15));

    public Attempts(Clock clock) {
        this.clock = clock;
    }

    /**
     * Counts an attempt as in vain, before it is known to be: two at once count as two.
     *
     * @return how long to wait before it may be made; zero if it may be made now, only then it was counted
     */
    synchronized Duration begin(String login, String address) {
        Instant now = clock.instant();
        Duration wait = longer(wait(OF_ACCOUNT, login, now), wait(OF_ADDRESS, address, now));
        if (wait.isZero()) {
            count(OF_ACCOUNT, login, now);
            count(OF_ADDRESS, address, now);
        }
        return wait;
    }

    /** The attempt was right: the account starts anew, the address gets this one back. */
    synchronized void succeeded(String login, String address) {
        failures.remove(OF_ACCOUNT.prefix() + login);
        failures.computeIfPresent(
                OF_ADDRESS.prefix() + address,
                (key, known) -> known.count() <= 1 ? null : new Failures(known.count() - 1, known.last()));
    }

    private Duration wait(Patience patience, String who, Instant now) {
        Failures known = failures.get(patience.prefix() + who);
        if (known == null) {
            return Duration.ZERO;
        }
        Duration left = Duration.between(now, known.last().plus(patience.after(known.count())));
        return left.isNegative() ? Duration.ZERO : left;
    }

    private void count(Patience patience, String who, Instant now) {
        Failures known = failures.remove(patience.prefix() + who);
        boolean stale = known == null || known.last().plus(FORGOTTEN).isBefore(now);
        failures.put(patience.prefix() + who, new Failures(stale || known == null ? 1 : known.count() + 1, now));
        if (failures.size() > MOST) {
            List.copyOf(failures.keySet()).subList(0, MOST / 2).forEach(failures::remove);
        }
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? other : one;
    }
}
