package org.fiducial.cli;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.fiducial.metrology.protocol.Origin;
import org.fiducial.metrology.protocol.Parameter;
import org.fiducial.metrology.protocol.ParameterName;
import org.fiducial.metrology.protocol.ProtocolDefinition;
import picocli.CommandLine.Option;

/** The option {@code --set key=value}, shared by the commands that analyse. */
final class GivenParameters {

    @Option(
            names = "--set",
            paramLabel = "KEY=VALUE",
            description = {
                "What the file does not say, for instance --set na=1.4 --set emission=525nm;",
                "for one channel --set emission.2=600nm. May be repeated."
            })
    private List<String> settings = List.of();

    /**
     * The settings as parameters of a protocol.
     *
     * @throws UnusableCommandException if a setting is not written {@code key=value} or is given twice
     */
    List<Parameter> of(ProtocolDefinition protocol) {
        List<Parameter> given = new ArrayList<>();
        Set<ParameterName> names = new HashSet<>();
        for (String setting : settings) {
            int equals = setting.indexOf('=');
            if (equals < 1 || equals == setting.length() - 1) {
                throw new UnusableCommandException("--set takes KEY=VALUE, for instance --set na=1.4, but '" + setting
                        + "' was given; add the missing part.");
            }
            Parameter parameter =
                    protocol.parse(setting.substring(0, equals).strip(), setting.substring(equals + 1), Origin.GIVEN);
            if (!names.add(parameter.name())) {
                throw new UnusableCommandException(
                        "Parameter '" + parameter.name() + "' is set twice; keep one of the two.");
            }
            given.add(parameter);
        }
        return given;
    }
}
