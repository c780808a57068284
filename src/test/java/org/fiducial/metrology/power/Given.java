package org.fiducial.metrology.power;

import org.fiducial.metrology.protocol.Origin;
import org.fiducial.metrology.protocol.Parameter;
import org.fiducial.metrology.protocol.ParameterName;
import org.fiducial.metrology.protocol.Parameters;
import org.fiducial.metrology.protocol.Value;

/** Parameters as a person gives them. */
final class Given {

    private Given() {}

    static Parameters nothing() {
        return Parameters.none();
    }

    /** Names and texts in turn. */
    static Parameters of(String... namesAndTexts) {
        Parameters parameters = Parameters.none();
        for (int i = 0; i < namesAndTexts.length; i += 2) {
            parameters = parameters.with(new Parameter(
                    ParameterName.of(namesAndTexts[i]), new Value.Text(namesAndTexts[i + 1]), Origin.GIVEN));
        }
        return parameters;
    }
}
