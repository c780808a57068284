package org.fiducial.metrology.protocol;

import java.util.Optional;

/** A metric's value, or why there is none. */
public record Measurement(MeasurementKey key, Finding finding) {

    /** The value, if the metric was evaluated. */
    public Optional<Finding.Evaluated> evaluated() {
        return finding instanceof Finding.Evaluated evaluated ? Optional.of(evaluated) : Optional.empty();
    }
}
