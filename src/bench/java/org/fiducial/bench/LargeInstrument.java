package org.fiducial.bench;

import java.util.BitSet;
import java.util.List;
import java.util.SplittableRandom;
import org.fiducial.facility.instrument.Configuration;
import org.fiducial.facility.instrument.Instrument;

/**
 * An instrument of a large facility.
 *
 * @param number counted from 0
 * @param instrument the instrument
 * @param paths its light paths
 */
record LargeInstrument(int number, Instrument instrument, List<Path> paths) {

    private static final int WEEKS_BETWEEN_FAULTS = 250;
    private static final int LONGEST_FAULT_WEEKS = 3;

    LargeInstrument {
        paths = List.copyOf(paths);
    }

    /** How a light path is. */
    enum Health {
        WELL,
        /** A warning. */
        TIRED,
        /** A fail. */
        ILL,
        /** Nothing could be evaluated. */
        UNKNOWN
    }

    /** The slide its beads are on. */
    String slide() {
        return "ps-" + (number % LargeRegistry.SLIDES);
    }

    /** The meter its powers are measured with. */
    String meter() {
        return "pm-" + (number % LargeRegistry.METERS);
    }

    /**
     * A light path with the protocol done on it every week.
     *
     * @param ill the weeks in which it is
     */
    record Path(Configuration configuration, Recipe recipe, BitSet ill, long seed) {

        static Path of(Configuration configuration, Recipe recipe, int weeks, SplittableRandom random) {
            BitSet ill = new BitSet(weeks);
            for (int week = random.nextInt(WEEKS_BETWEEN_FAULTS);
                    week < weeks;
                    week += WEEKS_BETWEEN_FAULTS / 2 + random.nextInt(WEEKS_BETWEEN_FAULTS)) {
                ill.set(week, Math.min(weeks, week + 1 + random.nextInt(LONGEST_FAULT_WEEKS)));
            }
            return new Path(configuration, recipe, ill, random.nextLong());
        }

        boolean isIll(int week) {
            return ill.get(week);
        }

        /** Weeks before and after an illness are seldom worse than others: most of it comes suddenly. */
        Health health(int week) {
            if (isIll(week)) {
                return Health.ILL;
            }
            int chance = new SplittableRandom(seed + week).nextInt(200);
            if (chance == 0) {
                return Health.UNKNOWN;
            }
            return chance < 7 ? Health.TIRED : Health.WELL;
        }
    }
}
