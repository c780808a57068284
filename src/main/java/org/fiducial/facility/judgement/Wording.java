package org.fiducial.facility.judgement;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.OptionalDouble;
import org.fiducial.metrology.protocol.DefaultLimit.Bounds;
import org.fiducial.metrology.quantity.Quantity;

/** The sentences verdicts are explained with. Six digits, so that a value never reads like the limit it exceeds. */
final class Wording {

    private static final MathContext SIX_DIGITS = new MathContext(6);

    private Wording() {}

    /**
     * Why a value is not inside its bounds.
     *
     * @param limit {@code limit} or {@code warning limit}
     */
    static String outside(Quantity value, Bounds bounds, String limit) {
        OptionalDouble low = bounds.low();
        return low.isPresent() && value.value() < low.getAsDouble()
                ? number(value) + " is below the " + limit + " of " + number(low.getAsDouble(), value) + "."
                : number(value) + " is above the " + limit + " of "
                        + number(bounds.high().orElseThrow(), value) + ".";
    }

    static String inside(Quantity value, Bounds bounds) {
        OptionalDouble low = bounds.low();
        OptionalDouble high = bounds.high();
        if (low.isPresent() && high.isPresent()) {
            return number(value) + " is within " + number(low.getAsDouble()) + " to "
                    + number(high.getAsDouble(), value) + ".";
        }
        if (high.isPresent()) {
            return number(value) + " is not above " + number(high.getAsDouble(), value) + ".";
        }
        return low.isPresent()
                ? number(value) + " is not below " + number(low.getAsDouble(), value) + "."
                : number(value) + " has no limit to keep.";
    }

    private static String number(Quantity value) {
        return number(value.value(), value);
    }

    private static String number(double value, Quantity like) {
        String sign = like.unit().sign();
        return sign.isEmpty() ? number(value) : number(value) + " " + sign;
    }

    private static String number(double value) {
        BigDecimal rounded = new BigDecimal(value).round(SIX_DIGITS).stripTrailingZeros();
        return rounded.scale() < 0 ? rounded.toPlainString() : rounded.toString();
    }
}
