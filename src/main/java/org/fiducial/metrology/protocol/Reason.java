package org.fiducial.metrology.protocol;

import java.util.Optional;
import org.fiducial.metrology.quantity.Quantity;

/**
 * Why an item was rejected or flagged.
 *
 * @param code for instance {@code NEIGHBOUR}
 * @param value the number that triggered it
 * @param limit the number it was held against, in the same unit
 */
public record Reason(String code, Optional<Quantity> value, Optional<Quantity> limit) {

    /** A reason without numbers. */
    public static Reason of(String code) {
        return new Reason(code, Optional.empty(), Optional.empty());
    }

    /** A reason with the number that triggered it and its limit. */
    public static Reason of(String code, Quantity value, Quantity limit) {
        return new Reason(code, Optional.of(value), Optional.of(limit));
    }
}
