package org.fiducial.facility.kit;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.UUID;

/**
 * The word that a meter or an artefact was wrong for some time. Never edited: one that was itself wrong is withdrawn.
 *
 * @param slug the meter or artefact
 * @param period when it was wrong
 * @param fault what was wrong with it
 * @param entry by whom and when this was entered
 * @param withdrawal the word that it was right after all, where there is one
 */
public record Recall(
        UUID id,
        UUID facilityId,
        String slug,
        Period period,
        Fault fault,
        Entry entry,
        Optional<Withdrawal> withdrawal) {

    /**
     * A stretch of time.
     *
     * @param to its last moment; without it the time goes on
     */
    public record Period(Instant from, Optional<Instant> to) {

        public Period {
            Instant start = from;
            if (to.filter(start::isAfter).isPresent()) {
                throw new IllegalArgumentException("the time of a recall ends after it begins");
            }
        }
    }

    /**
     * What was wrong.
     *
     * @param reason in free words
     * @param readsPercent of a meter, how much its readings differ from the truth in per cent of it, where known: −4 where
     *     it read 4 % low
     */
    public record Fault(String reason, OptionalDouble readsPercent) {

        public Fault {
            if (reason.isBlank()) {
                throw new IllegalArgumentException("a recall says what is wrong");
            }
            double percent = readsPercent.orElse(1);
            if (!(Math.abs(percent) < 100) || percent == 0) {
                throw new IllegalArgumentException(
                        "an error of readings lies between 0 and 100 %, was " + Math.abs(percent) + " %");
            }
        }

        /** The truth of a reading of this meter: reading / (1 + error). */
        public double truth(double reading) {
            return reading / (1 + readsPercent.orElse(0) / 100);
        }
    }

    /** By whom, when and in which zone something was entered; the name may be empty. */
    public record Entry(String by, Instant at, ZoneId zone) {}

    /** The word that a recall does not hold, and why. */
    public record Withdrawal(UUID id, UUID recallId, String reason, Entry entry) {

        public Withdrawal {
            if (reason.isBlank()) {
                throw new IllegalArgumentException("a withdrawal says why");
            }
        }
    }

    /** Whether it holds: nobody withdrew it. */
    public boolean holds() {
        return withdrawal.isEmpty();
    }
}
