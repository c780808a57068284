package org.fiducial.facility.judgement;

import java.util.Locale;
import java.util.OptionalDouble;
import org.fiducial.metrology.protocol.DefaultLimit.Bounds;

/** The sentences verdicts are explained with. */
final class Wording {

    private Wording() {}

    static String outside(double value, Bounds bounds) {
        return number(value) + " is outside " + range(bounds) + ".";
    }

    static String inside(double value, Bounds bounds) {
        return number(value) + " is within " + range(bounds) + ".";
    }

    private static String range(Bounds bounds) {
        OptionalDouble low = bounds.low();
        OptionalDouble high = bounds.high();
        if (low.isPresent() && high.isPresent()) {
            return number(low.getAsDouble()) + " to " + number(high.getAsDouble());
        }
        if (high.isPresent()) {
            return "at most " + number(high.getAsDouble());
        }
        return low.isPresent() ? "at least " + number(low.getAsDouble()) : "no bounds";
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.4g", value);
    }
}
