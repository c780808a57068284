package org.fiducial.store;

import java.time.Clock;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/**
 * Makes version-7 UUIDs (RFC 9562, 5.7): 48 bits of milliseconds since 1970, then a 12-bit count within the millisecond,
 * then 62 random bits. Identifiers of one source ascend, also within a millisecond and when the clock steps back.
 */
public final class TimeOrderedIds implements Supplier<UUID> {

    private static final int LARGEST_COUNT = 0xFFF;

    private final Clock clock;
    private final RandomGenerator random;
    private long millis;
    private int count;

    public TimeOrderedIds(Clock clock, RandomGenerator random) {
        this.clock = clock;
        this.random = random;
    }

    @Override
    public synchronized UUID get() {
        long now = clock.millis();
        if (now > millis) {
            millis = now;
            count = 0;
        } else if (count < LARGEST_COUNT) {
            count++;
        } else {
            millis++;
            count = 0;
        }
        long most = millis << 16 | 0x7000L | count;
        long least = random.nextLong() >>> 2 | 0x8000_0000_0000_0000L;
        return new UUID(most, least);
    }
}
