package org.fiducial.metrology.protocol;

import java.util.List;
import java.util.Optional;
import org.fiducial.metrology.quantity.Quantity;
import org.fiducial.metrology.quantity.Unit;

/**
 * A parameter as {@code protocol.yaml} declares it.
 *
 * @param name as typed after {@code --set}
 * @param title a few words for people
 * @param kind what values it takes
 * @param presence whether it must be known, and its value where nobody says it
 * @param help one sentence with an example
 */
public record ParameterDefinition(String name, String title, Kind kind, Presence presence, String help) {

    /** What values a parameter takes. */
    public sealed interface Kind {

        /**
         * A number in a unit, within bounds.
         *
         * @param unit the unit of a bare number
         * @param low smallest allowed value in that unit
         * @param high largest allowed value in that unit
         */
        record Measure(Unit unit, double low, double high) implements Kind {}

        /** One of a few words. */
        record Choice(List<String> words) implements Kind {
            public Choice {
                words = List.copyOf(words);
            }
        }
    }

    /**
     * Whether a parameter must be known.
     *
     * @param required whether the analysis refuses without it
     * @param perChannel whether it may differ between channels
     * @param fallback the declared default
     */
    public record Presence(boolean required, boolean perChannel, Optional<String> fallback) {}

    /**
     * Reads a value of this parameter.
     *
     * @throws UnusableInputException if the text is none; the sentence names the parameter and what it takes
     */
    public Value parse(String text) {
        return kind instanceof Kind.Choice choice
                ? parseWord(text.strip(), choice)
                : parseNumber(text, (Kind.Measure) kind);
    }

    private Value parseWord(String text, Kind.Choice choice) {
        if (choice.words().contains(text)) {
            return new Value.Text(text);
        }
        throw new UnusableInputException("Parameter '" + name + "' takes one of " + String.join(", ", choice.words())
                + ", but '" + text + "' was given.");
    }

    private Value parseNumber(String text, Kind.Measure number) {
        Quantity quantity = Quantity.parse(text, number.unit())
                .orElseThrow(() -> new UnusableInputException("Parameter '" + name + "' takes a number" + inUnit(number)
                        + ", but '" + text + "' was given; for instance " + help));
        double value = quantity.valueIn(number.unit());
        if (value < number.low() || value > number.high()) {
            throw new UnusableInputException("Parameter '" + name + "' must lie between "
                    + new Quantity(number.low(), number.unit()) + " and " + new Quantity(number.high(), number.unit())
                    + ", but '" + text + "' was given.");
        }
        return new Value.Numeric(quantity);
    }

    private static String inUnit(Kind.Measure number) {
        return number.unit().sign().isEmpty() ? "" : " in " + number.unit().sign();
    }
}
