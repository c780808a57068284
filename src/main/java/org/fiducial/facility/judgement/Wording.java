package org.fiducial.facility.judgement;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.OptionalDouble;
import org.fiducial.metrology.protocol.DefaultLimit.Bounds;
import org.fiducial.metrology.quantity.Quantity;

/**
 * The sentences verdicts are explained with: a value with three digits, and with up to twelve where it would otherwise read
 * like the limit it exceeds.
 */
final class Wording {

    private static final int FEWEST_DIGITS = 3;
    private static final int MOST_DIGITS = 12;
    private static final MathContext LIMIT_DIGITS = new MathContext(6);

    private Wording() {}

    /**
     * Why a value is not inside its bounds.
     *
     * @param limit {@code limit} or {@code warning limit}
     */
    static String outside(Quantity value, Bounds bounds, String limit) {
        OptionalDouble low = bounds.low();
        return low.isPresent() && value.value() < low.getAsDouble()
                ? number(value, bounds) + " is below the " + limit + " of " + number(low.getAsDouble(), value) + "."
                : number(value, bounds) + " is above the " + limit + " of "
                        + number(bounds.high().orElseThrow(), value) + ".";
    }

    static String inside(Quantity value, Bounds bounds) {
        OptionalDouble low = bounds.low();
        OptionalDouble high = bounds.high();
        if (low.isPresent() && high.isPresent()) {
            return number(value, bounds) + " is within " + number(low.getAsDouble()) + " to "
                    + number(high.getAsDouble(), value) + ".";
        }
        if (high.isPresent()) {
            return number(value, bounds) + " is not above " + number(high.getAsDouble(), value) + ".";
        }
        return low.isPresent()
                ? number(value, bounds) + " is not below " + number(low.getAsDouble(), value) + "."
                : number(value.value(), value) + " has no limit to keep.";
    }

    /** As few digits as keep the value on its side of each bound. */
    private static String number(Quantity value, Bounds bounds) {
        BigDecimal exact = new BigDecimal(value.value());
        BigDecimal rounded = exact;
        for (int digits = FEWEST_DIGITS; digits <= MOST_DIGITS; digits++) {
            rounded = exact.round(new MathContext(digits));
            if (isOnItsSide(rounded, exact, bounds.low()) && isOnItsSide(rounded, exact, bounds.high())) {
                break;
            }
        }
        return withSign(plain(rounded), value);
    }

    private static boolean isOnItsSide(BigDecimal rounded, BigDecimal exact, OptionalDouble bound) {
        if (bound.isEmpty()) {
            return true;
        }
        BigDecimal limit = new BigDecimal(bound.getAsDouble()).round(LIMIT_DIGITS);
        return rounded.compareTo(limit) == exact.compareTo(new BigDecimal(bound.getAsDouble()));
    }

    private static String number(double value, Quantity like) {
        return withSign(number(value), like);
    }

    /** A value as people read it. */
    static String plain(Quantity value) {
        return number(value.value(), value);
    }

    private static String withSign(String number, Quantity like) {
        String sign = like.unit().sign();
        return sign.isEmpty() ? number : number + " " + sign;
    }

    private static String number(double value) {
        return plain(new BigDecimal(value).round(LIMIT_DIGITS));
    }

    private static String plain(BigDecimal rounded) {
        BigDecimal stripped = rounded.stripTrailingZeros();
        String text = stripped.scale() < 0 ? stripped.toPlainString() : stripped.toString();
        return text.startsWith("-") ? "−" + text.substring(1) : text;
    }
}
