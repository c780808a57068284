package org.fiducial.web.door;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * How much those without an account may write and ask: enough for everybody at an instrument that is broken, too little to fill a
 * record. Counted by the hour, for each address and for all of them together.
 */
public final class Strangers {

    static final int OF_ONE = 10;
    static final int OF_ALL = 100;
    private static final Duration HOUR = Duration.ofHours(1);

    private final Clock clock;
    private final int ofOne;
    private final int ofAll;
    private final Deque<Report> lately = new ArrayDeque<>();

    private record Report(String address, Instant at) {}

    public Strangers(Clock clock) {
        this(clock, OF_ONE, OF_ALL);
    }

    /** So many an hour of one address, and of all of them together. */
    public Strangers(Clock clock, int ofOne, int ofAll) {
        this.clock = clock;
        this.ofOne = ofOne;
        this.ofAll = ofAll;
    }

    /** Whether an address may write once more; if so it is counted. */
    public synchronized boolean admit(String address) {
        Instant now = clock.instant();
        lately.removeIf(report -> !report.at().plus(HOUR).isAfter(now));
        long own = lately.stream()
                .filter(report -> report.address().equals(address))
                .count();
        if (own >= ofOne || lately.size() >= ofAll) {
            return false;
        }
        lately.add(new Report(address, now));
        return true;
    }
}
