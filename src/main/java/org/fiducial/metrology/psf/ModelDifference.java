package org.fiducial.metrology.psf;

import java.util.Optional;

/** INTERIM. */
final class ModelDifference {

    ModelDifference(ChannelResult channel) {}

    Optional<Double> relative(String axis) {
        return axis.isEmpty() ? Optional.of(0.0) : Optional.empty();
    }
}
