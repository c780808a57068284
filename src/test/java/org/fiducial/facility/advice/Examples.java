package org.fiducial.facility.advice;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** Observations others published, and such as are made up by chance. */
final class Examples {

    private Examples() {}

    /** Checks of microscopes 1, 3, 6 and 12 months after the last good one: 24, 30, 20, 10, of which 1, 4, 5, 5 failed. */
    static List<Observation> microscopes() {
        return counted(new double[] {1, 3, 6, 12}, new int[] {1, 4, 5, 5}, new int[] {23, 26, 15, 5});
    }

    /** Nelson 1982, turbine wheels [hundreds of hours]: each inspected once, cracked or not. */
    static List<Observation> turbineWheels() {
        return counted(
                new double[] {4, 10, 14, 18, 22, 26, 30, 34, 38, 42, 46},
                new int[] {0, 4, 2, 7, 5, 9, 9, 6, 22, 21, 21},
                new int[] {39, 49, 31, 66, 25, 30, 33, 7, 12, 19, 15});
    }

    /** Nelson 1982, page 415, turbine parts: 167 inspected at each age until cracked, 73 never were. */
    static List<Observation> turbineParts() {
        double[] months = {6.12, 19.92, 29.64, 35.40, 39.72, 45.24, 52.32, 63.48};
        int[] cracked = {5, 16, 12, 18, 18, 2, 6, 17};
        List<Observation> all = new ArrayList<>();
        int left = 167;
        double before = 0;
        for (int i = 0; i < months.length; i++) {
            left -= cracked[i];
            all.addAll(Collections.nCopies(cracked[i], new Observation(before, months[i], Observation.Outcome.BAD)));
            all.addAll(Collections.nCopies(left, new Observation(before, months[i], Observation.Outcome.GOOD)));
            before = months[i];
        }
        return all;
    }

    private static List<Observation> counted(double[] months, int[] bad, int[] good) {
        List<Observation> all = new ArrayList<>();
        for (int i = 0; i < months.length; i++) {
            all.addAll(Collections.nCopies(bad[i], Observation.bad(months[i])));
            all.addAll(Collections.nCopies(good[i], Observation.good(months[i])));
        }
        return all;
    }

    /** A past that consists of observations. */
    static History past(List<Observation> observations) {
        return new History(observations, 0, Optional.empty());
    }

    /** Between 1 and 40 checks at intervals of a month to a year, of which up to a half failed. */
    static List<Observation> random(RandomGenerator random) {
        List<Observation> all = new ArrayList<>();
        double share = 0.5 * random.nextDouble();
        int count = 1 + random.nextInt(40);
        for (int i = 0; i < count; i++) {
            double months = Math.pow(12, random.nextDouble());
            double from = random.nextInt(3) * random.nextDouble();
            boolean bad = random.nextDouble() < share;
            Observation.Outcome failed =
                    random.nextInt(4) == 0 ? Observation.Outcome.REPORTED : Observation.Outcome.BAD;
            all.add(new Observation(from, from + months, bad ? failed : Observation.Outcome.GOOD));
        }
        return all;
    }
}
