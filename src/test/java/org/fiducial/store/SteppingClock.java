package org.fiducial.store;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;

/** A clock that stands still until it is told to step. */
final class SteppingClock {

    private Instant now;

    SteppingClock(Instant start) {
        this.now = start;
    }

    void step(Duration by) {
        now = now.plus(by);
    }

    Clock clock() {
        InstantSource source = () -> now;
        return source.withZone(ZoneOffset.UTC);
    }
}
