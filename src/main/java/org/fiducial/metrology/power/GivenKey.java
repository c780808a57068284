package org.fiducial.metrology.power;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.fiducial.metrology.protocol.Parameter;
import org.fiducial.metrology.protocol.Parameters;
import org.fiducial.metrology.protocol.UnusableInputException;
import org.fiducial.metrology.protocol.Value;

/**
 * Lines, set points and places that were given or that the name of the file tells: one each holds for all rows that say
 * nothing themselves; several are those a pulse train runs through.
 *
 * @param linesNm in nm, in the order of the train
 * @param setPoints in the order of the train
 * @param locations one, or one of each channel
 * @param wantedSetPoint the one a person gave: readings at another are rejected; a name of a file rejects nothing
 */
record GivenKey(List<Double> linesNm, List<Double> setPoints, List<String> locations, OptionalDouble wantedSetPoint) {

    GivenKey {
        linesNm = List.copyOf(linesNm);
        setPoints = List.copyOf(setPoints);
        locations = List.copyOf(locations);
    }

    static GivenKey of(Parameters parameters, Optional<LogName> name) {
        List<Double> lines = numbers(parameters.of("line"), "nm");
        List<Double> setPoints = numbers(parameters.of("set-point"), "%");
        return new GivenKey(
                lines.isEmpty() ? list(name.map(LogName::lineNm)) : lines,
                setPoints.isEmpty() ? list(name.map(LogName::setPoint)) : setPoints,
                parameters.of("location").map(GivenKey::words).orElse(List.of()),
                only(setPoints));
    }

    private static List<Double> list(Optional<OptionalDouble> number) {
        return number.filter(OptionalDouble::isPresent)
                .map(each -> List.of(each.getAsDouble()))
                .orElse(List.of());
    }

    private static List<String> words(Parameter parameter) {
        return Arrays.stream(parameter.value().toString().split("[,;]"))
                .map(String::strip)
                .toList();
    }

    static List<Double> numbers(Optional<Parameter> parameter, String unit) {
        if (parameter.isEmpty()) {
            return List.of();
        }
        if (parameter.get().value() instanceof Value.Numeric numeric) {
            return List.of(numeric.quantity().value());
        }
        return numbers(parameter.get().value().toString(), unit)
                .orElseThrow(() -> new UnusableInputException(
                        "Parameter '" + parameter.get().name()
                                + "' takes a number or several with commas between them, but '"
                                + parameter.get().value()
                                + "' was given."));
    }

    /** Numbers such as {@code [405, 488]} or {@code 5%, 20%}. */
    static Optional<List<Double>> numbers(String text, String unit) {
        try {
            return Optional.of(Arrays.stream(text.replaceAll("[\\[\\]]", "").split("[,;\\s]+"))
                    .map(each -> each.replace(unit, "").strip())
                    .filter(each -> !each.isEmpty())
                    .map(Double::valueOf)
                    .toList());
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** Whether several lines or set points were given. */
    boolean namesTrain() {
        return linesNm.size() > 1 || setPoints.size() > 1;
    }

    OptionalDouble lineNm() {
        return only(linesNm);
    }

    OptionalDouble setPoint() {
        return only(setPoints);
    }

    private static OptionalDouble only(List<Double> numbers) {
        return numbers.size() == 1 ? OptionalDouble.of(numbers.get(0)) : OptionalDouble.empty();
    }

    /** Where the sensor of a channel was. */
    String location(int channel, int channels, String channelName) {
        if (locations.size() == channels) {
            return locations.get(channel);
        }
        return channels > 1 ? channelName : String.join(", ", locations);
    }
}
