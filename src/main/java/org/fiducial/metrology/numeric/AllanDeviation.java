package org.fiducial.metrology.numeric;

/**
 * The overlapping Allan deviation of evenly spaced readings at an averaging time of m intervals: σ² =
 * Σ (ȳ(k+m) − ȳ(k))² / (2 (N − 2m + 1)) with ȳ(k) the mean of the m readings from k on (IEEE Std 1139-2008; Riley, NIST SP 1065,
 * 5.2, doi:10.6028/NIST.SP.1065). The sums slide, so each averaging time takes one pass.
 */
public final class AllanDeviation {

    private AllanDeviation() {}

    /**
     * The deviation in the unit of the readings.
     *
     * @param readings [n] evenly spaced in time, at least 2 m
     * @param m readings an average
     */
    public static double of(Numbers readings, int m) {
        int n = readings.size();
        if (m < 1 || n < 2L * m) {
            throw new IllegalArgumentException(
                    "an Allan deviation of averages of " + m + " needs " + 2L * m + " readings, had " + n);
        }
        double base = readings.get(0);
        double difference = 0;
        for (int i = 0; i < m; i++) {
            difference += (readings.get(i + m) - base) - (readings.get(i) - base);
        }
        double sum = difference * difference;
        for (int k = 0; k + 2 * m < n; k++) {
            difference +=
                    (readings.get(k + 2 * m) - base) - 2 * (readings.get(k + m) - base) + (readings.get(k) - base);
            sum += difference * difference;
        }
        return Math.sqrt(sum / (2.0 * (n - 2 * m + 1))) / m;
    }
}
