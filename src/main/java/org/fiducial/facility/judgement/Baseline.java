package org.fiducial.facility.judgement;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.UUID;
import org.fiducial.metrology.protocol.MeasurementKey;
import org.fiducial.metrology.protocol.Statistic;
import org.fiducial.metrology.quantity.Quantity;
import org.fiducial.metrology.quantity.Unit;

/**
 * What a light path measured when it was known to be good: an immutable version.
 *
 * @param id version-7 UUID, ordered by the time of entry
 * @param series what was measured repeatedly
 * @param number of the version, from 1
 * @param sample the checks it rests on
 * @param values one for each measurement
 * @param entry by whom, when and why
 */
public record Baseline(UUID id, Series series, int number, Sample sample, List<Value> values, Entry entry) {

    /** Makes the standard deviation of a normal distribution of its median absolute deviation: 1 / Φ⁻¹(3/4). */
    private static final double MAD_TO_SD = 1.482602218505602;

    public Baseline {
        values = List.copyOf(values);
    }

    /** A protocol on a light path. */
    public record Series(UUID configurationId, String protocolId) {}

    /** The checks and how they are summarised. */
    public record Sample(Estimator estimator, List<UUID> checks) {

        public Sample {
            checks = List.copyOf(checks);
        }
    }

    /** How values are summarised. */
    public enum Estimator {
        MEDIAN,
        MEAN;

        /** The word used in data and on the command line. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** The estimator of a word. */
        public static Optional<Estimator> of(String word) {
            return Arrays.stream(values())
                    .filter(each -> each.word().equals(word))
                    .findFirst();
        }
    }

    /**
     * The value of one measurement.
     *
     * @param key the measurement
     * @param centre median or mean of the checks
     * @param scatter between them, as a standard deviation in the unit of the centre: 1.4826 times the median absolute
     *     deviation, or s with n − 1 degrees of freedom; empty for a single check
     * @param n how many checks have it
     */
    public record Value(MeasurementKey key, Quantity centre, OptionalDouble scatter, int n) {

        /** Of the values of several checks, at least one. */
        public static Value of(MeasurementKey key, Unit unit, double[] values, Estimator estimator) {
            double centre = estimator == Estimator.MEDIAN ? median(values) : mean(values);
            OptionalDouble scatter = values.length < 2
                    ? OptionalDouble.empty()
                    : OptionalDouble.of(
                            estimator == Estimator.MEDIAN
                                    ? MAD_TO_SD * medianDeviation(values, centre)
                                    : standardDeviation(values, centre));
            return new Value(key, new Quantity(centre, unit), scatter, values.length);
        }

        private static double median(double[] values) {
            double[] sorted = values.clone();
            Arrays.sort(sorted);
            int half = sorted.length / 2;
            return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
        }

        private static double mean(double[] values) {
            return Arrays.stream(values).sum() / values.length;
        }

        private static double medianDeviation(double[] values, double centre) {
            return median(
                    Arrays.stream(values).map(value -> Math.abs(value - centre)).toArray());
        }

        private static double standardDeviation(double[] values, double centre) {
            double squares = Arrays.stream(values)
                    .map(value -> (value - centre) * (value - centre))
                    .sum();
            return Math.sqrt(squares / (values.length - 1));
        }
    }

    /** The value of a measurement. */
    public Optional<Value> value(MeasurementKey key) {
        return values.stream().filter(value -> value.key().equals(key)).findFirst();
    }

    /** The values of a metric, of all channels and qualifiers. */
    List<Value> of(String metric, Statistic statistic) {
        return values.stream()
                .filter(value ->
                        value.key().metric().equals(metric) && value.key().statistic() == statistic)
                .toList();
    }

    /** What it is called, for instance {@code baseline 2 (median of 5 checks)}. */
    public String name() {
        int n = sample.checks().size();
        return "baseline " + number + " ("
                + (n == 1 ? "one check" : sample.estimator().word() + " of " + n + " checks") + ")";
    }
}
