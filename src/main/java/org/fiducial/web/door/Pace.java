package org.fiducial.web.door;

import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.fiducial.web.page.Caller;

/**
 * How much those without an account may read: enough for a lecture hall behind one address, too little to try tokens or to copy
 * everything in a loop. Counted by the minute for each address.
 */
public final class Pace {

    static final int OF_ONE = 300;
    private static final int MOST = 20_000;
    private static final long MINUTE_MS = 60_000;

    private final Clock clock;
    private final Map<String, Count> counts = new LinkedHashMap<>();

    private record Count(long minute, int number) {}

    public Pace(Clock clock) {
        this.clock = clock;
    }

    /**
     * Counts a request.
     *
     * @return how long to wait before the next is answered; zero if this one is
     */
    public synchronized Duration wait(Caller caller, String address) {
        if (!(caller instanceof Caller.Stranger)) {
            return Duration.ZERO;
        }
        long now = clock.millis();
        long minute = now / MINUTE_MS;
        Count known = counts.remove(address);
        int number = known == null || known.minute() != minute ? 1 : known.number() + 1;
        counts.put(address, new Count(minute, number));
        if (counts.size() > MOST) {
            List.copyOf(counts.keySet()).subList(0, MOST / 2).forEach(counts::remove);
        }
        return number <= OF_ONE ? Duration.ZERO : Duration.ofMillis((minute + 1) * MINUTE_MS - now);
    }
}
