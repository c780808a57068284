package org.fiducial.facility.judgement;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import org.fiducial.metrology.protocol.DefaultLimit.Bounds;
import org.fiducial.metrology.protocol.UnusableInputException;

/**
 * How far a value may go.
 *
 * @param kind what the bounds are relative to
 * @param warning outside these the verdict is a warning; in the unit of the metric, or deviations [%], at most 0 and at least 0
 * @param fail outside these the verdict is a fail; in the same unit
 */
public record Tolerance(Kind kind, Bounds warning, Bounds fail) {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /** What bounds are relative to. */
    public enum Kind {
        /** Nothing: they are values. */
        ABSOLUTE,
        /** The value of a baseline. */
        PERCENT_OF_BASELINE,
        /** What theory gives; the metric is the ratio to it. */
        PERCENT_OF_THEORY;

        /** The word used in data and on the command line, for instance {@code percent-of-baseline}. */
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        /** The kind of a word. */
        public static Optional<Kind> of(String word) {
            return Arrays.stream(values())
                    .filter(kind -> kind.word().equals(word))
                    .findFirst();
        }
    }

    public Tolerance {
        if (!hasBound(warning) && !hasBound(fail)) {
            throw new UnusableInputException("A limit has at least one bound, but none was given.");
        }
        requireUsable(kind, warning);
        requireUsable(kind, fail);
        boolean crossed = lies(warning.low(), fail.low(), -1)
                || lies(warning.high(), fail.high(), 1)
                || lies(warning.low(), fail.high(), 1)
                || lies(warning.high(), fail.low(), -1);
        if (crossed) {
            throw new UnusableInputException(
                    "A warning limit lies inside the fail limit or on it, but the one given lies outside.");
        }
    }

    private static boolean hasBound(Bounds bounds) {
        return bounds.low().isPresent() || bounds.high().isPresent();
    }

    /** Whether one bound lies beyond another, upwards (1) or downwards (-1). */
    private static boolean lies(OptionalDouble one, OptionalDouble other, int direction) {
        return one.isPresent()
                && other.isPresent()
                && Double.compare(one.getAsDouble(), other.getAsDouble()) * direction > 0;
    }

    private static void requireUsable(Kind kind, Bounds bounds) {
        boolean infinite = !Double.isFinite(bounds.low().orElse(0))
                || !Double.isFinite(bounds.high().orElse(0));
        if (infinite) {
            throw new UnusableInputException("A limit is a finite number; leave a side empty that has none.");
        }
        if (kind != Kind.ABSOLUTE
                && (bounds.low().orElse(0) > 0 || bounds.high().orElse(0) < 0)) {
            throw new UnusableInputException("A deviation downwards is at most 0 % and one upwards at least 0 %, but "
                    + bounds.low().orElse(0) + " and " + bounds.high().orElse(0) + " were given.");
        }
    }

    /**
     * The same as values: reference + |reference|·deviation / 100, reckoned in decimal, so that 50 − 3 % is 48.5 and a value
     * of 48.5 equals the limit.
     *
     * @param reference what deviations are relative to, in the unit of the metric; not read where the bounds are absolute
     */
    Tolerance around(double reference) {
        return kind == Kind.ABSOLUTE
                ? this
                : new Tolerance(Kind.ABSOLUTE, around(reference, warning), around(reference, fail));
    }

    private static Bounds around(double reference, Bounds deviations) {
        return new Bounds(at(reference, deviations.low()), at(reference, deviations.high()));
    }

    private static OptionalDouble at(double reference, OptionalDouble percent) {
        if (percent.isEmpty()) {
            return percent;
        }
        BigDecimal base = BigDecimal.valueOf(reference);
        BigDecimal deviation =
                base.abs().multiply(BigDecimal.valueOf(percent.getAsDouble())).divide(HUNDRED);
        return OptionalDouble.of(base.add(deviation).doubleValue());
    }
}
