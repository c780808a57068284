package org.fiducial.metrology.quantity;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A finite number with its unit.
 *
 * @param value the number; never NaN or infinite: what was not measured has no quantity
 * @param unit the unit of the number
 */
public record Quantity(double value, Unit unit) {

    private static final Pattern NUMBER_AND_UNIT =
            Pattern.compile("\\s*([+-]?(?:\\d+\\.?\\d*|\\.\\d+)(?:[eE][+-]?\\d+)?)\\s*(.*?)\\s*");

    public Quantity {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("a quantity must be finite, was " + value);
        }
    }

    /** This quantity expressed in another unit of the same dimension. */
    public Quantity in(Unit target) {
        return new Quantity(unit.convert(value, target), target);
    }

    /** The bare number in the given unit. */
    public double valueIn(Unit target) {
        return unit.convert(value, target);
    }

    /**
     * Reads {@code 65nm}, {@code 0.1 µm} or a bare number, which takes the declared unit.
     *
     * @return empty if the text is no number, its unit is unknown or of another dimension than the declared one
     */
    public static Optional<Quantity> parse(String text, Unit declared) {
        Matcher matcher = NUMBER_AND_UNIT.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        double number = Double.parseDouble(matcher.group(1));
        String unitText = matcher.group(2);
        if (!Double.isFinite(number)) {
            return Optional.empty();
        }
        if (unitText.isEmpty()) {
            return Optional.of(new Quantity(number, declared));
        }
        return Unit.parse(unitText)
                .filter(unit -> unit.dimension() == declared.dimension())
                .map(unit -> new Quantity(number, unit));
    }

    @Override
    public String toString() {
        return unit.sign().isEmpty() ? Double.toString(value) : value + " " + unit.sign();
    }
}
