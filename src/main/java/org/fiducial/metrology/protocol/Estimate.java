package org.fiducial.metrology.protocol;

import java.util.OptionalDouble;
import org.fiducial.metrology.quantity.Quantity;

/**
 * One value of an item.
 *
 * @param quantity the value with its unit
 * @param standardUncertainty in the unit of the value, where known
 */
public record Estimate(Quantity quantity, OptionalDouble standardUncertainty) {

    /** A value whose uncertainty is not known. */
    public static Estimate of(Quantity quantity) {
        return new Estimate(quantity, OptionalDouble.empty());
    }
}
