package org.fiducial.web.door;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * How much those without an account may write: enough for everybody at an instrument that is broken, too little to fill a
 * record. Counted by the hour, for each address and for all of them together.
 */
public final class Strangers {

    static final int OF_ONE = 10;
    static final int OF_ALL = 100;
    private static final Duration HOUR = Duration.ofHours(1);

    private final Clock clock;
    private final Deque<Report> lately = new ArrayDeque<>();

    private record Report(String address, Instant at) {}

    public Strangers(Clock clock) {
        this.clock = clock;
    }

    /** Whether an address may write once more; if so it is counted. */
    public synchronized boolean admit(String address) {
        Instant now = clock.instant();
        lately.removeIf(report -> !report.at().plus(HOUR).isAfter(now));
        long own = lately.stream()
                .filter(report -> report.address().equals(address))
                .count();
        if (own >= OF_ONE || lately.size() >= OF_ALL) {
            return false;
        }
        lately.add(new Report(address, now));
        return true;
    }
}
