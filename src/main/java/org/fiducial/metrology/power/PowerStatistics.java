package org.fiducial.metrology.power;

import org.fiducial.metrology.numeric.Numbers;
import org.fiducial.metrology.numeric.RankSelection;

/**
 * Location and spread of the readings that count, in mW.
 *
 * <p>mean = Σ P/n; sd = √(Σ (P − mean)²/(n − 1)); stability = 100 (1 − (max − min)/(max + min)) %, as ISO 21073:2019 is quoted
 * in NBO-Q v02-01 and as implemented in the QUAREP-LiMi Tool Kit; nsd = 100 √(Σ (P − mean)²/n)/mean %, as implemented there.
 *
 * @param n readings
 * @param meanMw mean
 * @param medianMw median
 * @param extremes least and largest
 * @param sumOfSquares Σ (P − mean)² in mW²
 */
record PowerStatistics(int n, double meanMw, double medianMw, Extremes extremes, double sumOfSquares) {

    /** Least and largest reading in mW. */
    record Extremes(double minMw, double maxMw) {}

    /** Of at least one reading. */
    static PowerStatistics of(Numbers powerMw) {
        int n = powerMw.size();
        double base = powerMw.get(0);
        double sum = 0;
        double min = base;
        double max = base;
        for (int i = 0; i < n; i++) {
            double power = powerMw.get(i);
            sum += power - base;
            min = Math.min(min, power);
            max = Math.max(max, power);
        }
        double mean = base + sum / n;
        double squares = 0;
        for (int i = 0; i < n; i++) {
            double d = powerMw.get(i) - mean;
            squares += d * d;
        }
        return new PowerStatistics(n, mean, RankSelection.median(powerMw), new Extremes(min, max), squares);
    }

    /** Standard deviation with n − 1; of two readings or more. */
    double sdMw() {
        return Math.sqrt(sumOfSquares / (n - 1));
    }

    /** Stability in %; 100 where the power did not change. */
    double stabilityPercent() {
        return 100 * (1 - (extremes.maxMw() - extremes.minMw()) / (extremes.maxMw() + extremes.minMw()));
    }

    /** Normalised population standard deviation in %. */
    double nsdPercent() {
        return 100 * Math.sqrt(sumOfSquares / n) / meanMw;
    }
}
