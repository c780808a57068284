package org.fiducial.demo;

import java.time.LocalTime;
import java.util.Arrays;

/** The three series of readings of a light source. */
enum PowerRun {
    /** A minute at each line. */
    LEVEL("light-source-power", LocalTime.of(13, 5)),
    /** Each line through its set points, up and down. */
    LINEARITY("light-source-linearity", LocalTime.of(13, 25)),
    /** Two hours, the lines in turn. */
    STABILITY("light-source-stability", LocalTime.of(14, 10));

    private final String protocol;
    private final LocalTime startsAt;

    PowerRun(String protocol, LocalTime startsAt) {
        this.protocol = protocol;
        this.startsAt = startsAt;
    }

    /** The run of a protocol. */
    static PowerRun of(String protocol) {
        return Arrays.stream(values())
                .filter(run -> run.protocol.equals(protocol))
                .findFirst()
                .orElseThrow(
                        () -> new IllegalArgumentException("no run of the demonstration is of '" + protocol + "'"));
    }

    String protocol() {
        return protocol;
    }

    LocalTime startsAt() {
        return startsAt;
    }
}
