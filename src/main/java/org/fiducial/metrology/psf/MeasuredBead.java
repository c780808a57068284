package org.fiducial.metrology.psf;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.fiducial.metrology.bead.BeadOutcome;
import org.fiducial.metrology.protocol.Estimate;

/**
 * A bead that counts, with all its values.
 *
 * @param place where it stands in the result
 * @param outcome as found and fitted
 * @param values by metric key, in the order of the protocol
 */
record MeasuredBead(BeadPlace place, BeadOutcome.Measured outcome, Map<String, Estimate> values) {

    MeasuredBead {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    /** The number of a value in the unit of its metric. */
    Optional<Double> number(String metric) {
        return Optional.ofNullable(values.get(metric))
                .map(estimate -> estimate.quantity().value());
    }
}
