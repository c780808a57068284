package org.fiducial.metrology.protocol;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.fiducial.metrology.quantity.Quantity;
import org.fiducial.metrology.quantity.Unit;

/** What values a parameter takes. */
public sealed interface ParameterKind {

    /**
     * Reads a value.
     *
     * @throws UnusableInputException if the text is none; the sentence names the parameter and what it takes
     */
    Value parse(ParameterDefinition parameter, String text);

    /** The numbers a value stands for, each in the declared unit, of a word its place among the others; else none. */
    default List<Quantity> numbers(Value value) {
        return List.of();
    }

    /** The sign of the unit a number without one is taken for; none where a value is no number or has no unit. */
    default Optional<String> unitOfBareNumber() {
        return Optional.empty();
    }

    /**
     * A number in a unit, within bounds.
     *
     * @param unit the unit of a bare number
     * @param low smallest allowed value in that unit
     * @param high largest allowed value in that unit
     */
    record Measure(Unit unit, double low, double high) implements ParameterKind {

        @Override
        public Value parse(ParameterDefinition parameter, String text) {
            Quantity quantity = Quantity.parse(text, unit).orElseThrow(() -> noNumber(parameter, text));
            double value = quantity.valueIn(unit);
            if (value < low || value > high) {
                throw new UnusableInputException("Parameter '" + parameter.name() + "' must lie between "
                        + plain(low) + sign() + " and " + plain(high) + sign() + ", but '" + text
                        + "' was given" + meaning(text, value) + "; " + example(parameter));
            }
            return new Value.Numeric(quantity);
        }

        @Override
        public List<Quantity> numbers(Value value) {
            return value instanceof Value.Numeric numeric
                    ? List.of(numeric.quantity().in(unit))
                    : List.of();
        }

        @Override
        public Optional<String> unitOfBareNumber() {
            return Optional.of(unit.sign()).filter(sign -> !sign.isEmpty());
        }

        private UnusableInputException noNumber(ParameterDefinition parameter, String text) {
            String decimalPoint = text.replace(',', '.');
            String advice = Quantity.parse(decimalPoint, unit).isPresent()
                    ? "write it with a decimal point, '" + decimalPoint.strip() + "'."
                    : example(parameter);
            return new UnusableInputException("Parameter '" + parameter.name() + "' takes a number" + inUnit()
                    + ", but '" + text + "' was given; " + advice);
        }

        /** What a bare number was taken for, since its unit is the likely mistake. */
        private String meaning(String text, double value) {
            boolean bare = text.strip().matches("[-+.\\deE]+");
            return bare && !sign().isEmpty() ? ", which without a unit means " + plain(value) + sign() : "";
        }

        private static String example(ParameterDefinition parameter) {
            String help = parameter.help();
            return "what is asked for: " + (help.endsWith(".") ? help : help + ".");
        }

        private static String plain(double number) {
            return new BigDecimal(Double.toString(number)).stripTrailingZeros().toPlainString();
        }

        private String sign() {
            return unit.sign().isEmpty() ? "" : " " + unit.sign();
        }

        private String inUnit() {
            return unit.sign().isEmpty() ? "" : " in " + unit.sign();
        }
    }

    /**
     * Several readings of one thing in a unit, each within bounds.
     *
     * @param reading what each of them is
     * @param most how many there may be
     */
    record Readings(Measure reading, int most) implements ParameterKind {

        private static final Pattern BETWEEN = Pattern.compile("\\s*;\\s*|(?<=[\\d.])\\s+(?=[-+.\\d])");

        @Override
        public Value parse(ParameterDefinition parameter, String text) {
            List<Quantity> all = split(text).stream()
                    .map(each -> ((Value.Numeric) reading.parse(parameter, each)).quantity())
                    .toList();
            if (all.size() > most) {
                throw new UnusableInputException("Parameter '" + parameter.name() + "' takes at most " + most
                        + " readings, but " + all.size() + " were given; leave some away.");
            }
            return new Value.Text(all.stream().map(Readings::plain).collect(Collectors.joining("; ")));
        }

        @Override
        public List<Quantity> numbers(Value value) {
            return split(value.toString()).stream()
                    .map(each -> Quantity.parse(each, reading.unit()).orElseThrow())
                    .map(each -> each.in(reading.unit()))
                    .toList();
        }

        private static List<String> split(String text) {
            return List.of(BETWEEN.split(text.strip()));
        }

        private static String plain(Quantity quantity) {
            String sign = quantity.unit().sign();
            return Measure.plain(quantity.value()) + (sign.isEmpty() ? "" : " " + sign);
        }
    }

    /** One of a few words. */
    record Choice(List<String> words) implements ParameterKind {
        public Choice {
            words = List.copyOf(words);
        }

        @Override
        public Value parse(ParameterDefinition parameter, String text) {
            if (words.contains(text.strip())) {
                return new Value.Text(text.strip());
            }
            throw new UnusableInputException("Parameter '" + parameter.name() + "' takes one of "
                    + String.join(", ", words) + ", but '" + text.strip() + "' was given"
                    + Spelling.nearest(text.strip(), words)
                            .map(word -> "; perhaps '" + word + "' was meant.")
                            .orElse("."));
        }

        @Override
        public List<Quantity> numbers(Value value) {
            int place = words.indexOf(value.toString());
            return place < 0 ? List.of() : List.of(new Quantity(place, Unit.ONE));
        }
    }

    /**
     * A line of free text, for instance the name of a port.
     *
     * @param longest characters it may have
     */
    record Line(int longest) implements ParameterKind {

        @Override
        public Value parse(ParameterDefinition parameter, String text) {
            String line = text.strip();
            if (line.isEmpty() || line.length() > longest || line.chars().anyMatch(Character::isISOControl)) {
                throw new UnusableInputException("Parameter '" + parameter.name() + "' takes a line of 1 to " + longest
                        + " characters, but " + (line.isEmpty() ? "nothing" : "'" + line + "'") + " was given.");
            }
            return new Value.Text(line);
        }
    }

    /** The calibration of a meter, as a YAML file or as the one-line text a registry keeps. */
    record Calibration() implements ParameterKind {

        @Override
        public Value parse(ParameterDefinition parameter, String text) {
            String stripped = text.strip();
            MeterCalibration calibration = stripped.startsWith("{")
                    ? MeterCalibration.of(
                            YamlDocument.of(parameter.name(), stripped).root())
                    : MeterCalibration.of(YamlDocument.read(Path.of(stripped)).root());
            return new Value.Text(calibration.toLine());
        }
    }
}
