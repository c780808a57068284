package org.fiducial.metrology.power;

import org.fiducial.metrology.protocol.Parameters;
import org.fiducial.metrology.quantity.Unit;

/**
 * What the meter can read.
 *
 * @param lowestMw the floor of the meter, 0 where not given: a lit source gives no power of zero or less
 * @param rangeMw top of its range, infinite where not given
 */
record MeterRange(double lowestMw, double rangeMw) {

    static MeterRange of(Parameters parameters) {
        return new MeterRange(
                parameters.number("meter-floor", Unit.MILLIWATT).orElse(0.0),
                parameters.number("meter-range", Unit.MILLIWATT).orElse(Double.POSITIVE_INFINITY));
    }

    /** The floor for a series; at a set point of zero there is none, for the source is dark. */
    double floorMw(SeriesKey key) {
        return key.setPoint().isPresent() && key.setPoint().getAsDouble() == 0 ? Double.NEGATIVE_INFINITY : lowestMw;
    }
}
