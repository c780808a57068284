package org.fiducial.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.OptionalDouble;
import org.fiducial.metrology.protocol.Estimate;
import org.fiducial.metrology.protocol.Finding;
import org.fiducial.metrology.protocol.Uncertainty;
import org.fiducial.metrology.protocol.Value;
import org.fiducial.metrology.quantity.Quantity;
import org.fiducial.metrology.quantity.Unit;

/**
 * Numbers as people read them: as many digits as the standard uncertainty allows (two digits of it, JCGM 100:2008, 7.2.6),
 * four where it is not known.
 */
public final class NumberText {

    private static final int DIGITS = 4;
    private static final int MOST_DECIMALS = 9;
    private static final int GROUPED = 5;

    private NumberText() {}

    /** A value with its uncertainty and unit, for instance {@code 0.2091 ± 0.0025 µm}. */
    public static String of(Finding.Evaluated evaluated) {
        OptionalDouble u = evaluated
                .uncertainty()
                .map(Uncertainty::standard)
                .map(OptionalDouble::of)
                .orElse(OptionalDouble.empty());
        return with(evaluated.value(), u);
    }

    /** A value with its uncertainty, if known, and unit. */
    public static String of(Estimate estimate) {
        return with(estimate.quantity(), estimate.standardUncertainty());
    }

    /** A quantity whose uncertainty is not stated, for instance {@code 525 nm}. */
    public static String of(Quantity quantity) {
        return with(quantity, OptionalDouble.empty());
    }

    /** A number with its unit, or a word. */
    public static String of(Value value) {
        return value instanceof Value.Numeric numeric ? of(numeric.quantity()) : value.toString();
    }

    static String with(Quantity quantity, OptionalDouble u) {
        int decimals = decimals(quantity.value(), u);
        boolean known = u.isPresent() && u.getAsDouble() > 0;
        String number = fixed(quantity.value(), decimals, !known);
        if (known) {
            return unit(number + " ± " + fixed(u.getAsDouble(), decimals, false), quantity.unit(), true);
        }
        return unit(number, quantity.unit(), false);
    }

    /** A bare number of four digits at most, for instance a limit. */
    public static String bare(double value) {
        return fixed(value, decimals(value, OptionalDouble.empty()), true);
    }

    /** A bare number with the given decimals. */
    public static String fixed(double value, int decimals) {
        return fixed(value, decimals, false);
    }

    /** A bare number with the given decimals; trailing zeros go where they say nothing. */
    static String fixed(double value, int decimals, boolean trimmed) {
        if (value != 0 && (Math.abs(value) >= 1e9 || Math.abs(value) < 1e-7)) {
            return String.format(Locale.ROOT, "%.3e", value).replace('-', '−');
        }
        BigDecimal rounded = BigDecimal.valueOf(value).setScale(decimals, RoundingMode.HALF_EVEN);
        String text = rounded.toPlainString();
        if (trimmed && text.contains(".")) {
            text = text.replaceAll("0+$", "").replaceAll("\\.$", "");
        }
        if ("-0".equals(text)) {
            return "0";
        }
        return grouped(text).replace('-', '−');
    }

    /** From five digits before the point on, thousands stand apart (ISO 80000-1, 7.3.1). */
    private static String grouped(String text) {
        int point = text.indexOf('.');
        String whole = point < 0 ? text : text.substring(0, point);
        return whole.replace("-", "").length() < GROUPED
                ? text
                : whole.replaceAll("(?<=[0-9])(?=([0-9]{3})+$)", "\u202f") + text.substring(whole.length());
    }

    /** Decimals that show two digits of the uncertainty (below 0: tens, hundreds), or four digits of the value. */
    static int decimals(double value, OptionalDouble u) {
        if (u.isPresent() && u.getAsDouble() > 0) {
            return Math.min(MOST_DECIMALS, 1 - (int) Math.floor(Math.log10(u.getAsDouble())));
        }
        if (value == 0) {
            return 0;
        }
        return clamp(DIGITS - 1 - (int) Math.floor(Math.log10(Math.abs(value))));
    }

    private static int clamp(int decimals) {
        return Math.max(0, Math.min(MOST_DECIMALS, decimals));
    }

    private static String unit(String number, Unit unit, boolean pair) {
        if (unit.sign().isEmpty()) {
            return number;
        }
        String joined = pair && unit == Unit.PERCENT ? "(" + number + ")" : number;
        return joined + (unit == Unit.DEGREE && !pair ? "" : "\u00a0") + unit.sign();
    }
}
