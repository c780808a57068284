package org.fiducial.cli;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** The doubt that a clock was wrong: nothing can have been entered later than now. */
final class ClockDoubt {

    /** Clocks of machines that work together differ by less. */
    private static final Duration USUAL = Duration.ofMinutes(10);

    private ClockDoubt() {}

    /** Warns where the newest entry lies in the future of this machine; what was said last counts all the same. */
    static void say(FacilityRecord record, Clock clock, Terminal terminal) {
        Instant now = clock.instant();
        record.newestEntry().filter(newest -> newest.isAfter(now.plus(USUAL))).ifPresent(newest -> {
            terminal.err()
                    .println(
                            "Warning: the newest entry is of " + day(record, newest)
                                    + ", but the clock of this machine says "
                                    + day(record, now)
                                    + "; one of the two is or was wrong. Set the clock right before anything"
                                    + " else is entered; what was entered last counts by its place in the record, not by its time.");
            terminal.err().flush();
        });
    }

    private static String day(FacilityRecord record, Instant at) {
        return at.atZone(record.instruments().zone()).toLocalDate().toString();
    }
}
