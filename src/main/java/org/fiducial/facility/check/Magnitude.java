package org.fiducial.facility.check;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Optional;
import org.fiducial.metrology.quantity.Dimension;
import org.fiducial.metrology.quantity.Quantity;

/**
 * Finds a value that is about a thousand times, or a thousandth of, those before it: a slip of a prefix, as of mW for µW, and
 * not of an instrument. It is asked about and never refused, because once in a while it is true.
 *
 * @param median the median of the last values, in the unit of the value
 * @param thousandfold whether the value is the larger one
 */
record Magnitude(Quantity median, boolean thousandfold) {

    /** Between these ratios a prefix is more likely than anything that happens to an instrument. */
    private static final double LEAST_RATIO = 500;

    private static final double LARGEST_RATIO = 2000;

    /**
     * The slip a value may be.
     *
     * @param last values before it in the same unit, at least one
     */
    static Optional<Magnitude> of(Quantity value, List<Double> last) {
        double[] sorted =
                last.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        if (sorted.length == 0) {
            return Optional.empty();
        }
        int middle = sorted.length / 2;
        double median = sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
        if (median == 0 || value.value() == 0) {
            return Optional.empty();
        }
        double ratio = Math.abs(value.value() / median);
        Quantity usual = new Quantity(median, value.unit());
        if (ratio >= LEAST_RATIO && ratio <= LARGEST_RATIO) {
            return Optional.of(new Magnitude(usual, true));
        }
        return 1 / ratio >= LEAST_RATIO && 1 / ratio <= LARGEST_RATIO
                ? Optional.of(new Magnitude(usual, false))
                : Optional.empty();
    }

    /** What to ask. */
    String question() {
        String ratio = thousandfold ? "a thousand times" : "a thousandth of";
        String slip = median.unit().dimension() == Dimension.POWER
                ? "were W, mW and µW mistaken?"
                : "was the prefix or the decimal point mistaken?";
        return "This is about " + ratio + " the last values (median " + rounded() + "); " + slip;
    }

    private String rounded() {
        String sign = median.unit().sign();
        String number = new BigDecimal(median.value())
                .round(new MathContext(3))
                .stripTrailingZeros()
                .toPlainString();
        return sign.isEmpty() ? number : number + " " + sign;
    }
}
