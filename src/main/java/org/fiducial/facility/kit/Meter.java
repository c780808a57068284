package org.fiducial.facility.kit;

import java.util.UUID;
import org.fiducial.facility.instrument.Slug;
import org.fiducial.metrology.protocol.MeterCalibration;

/**
 * A power meter with its sensor head.
 *
 * @param slug its name in addresses and on the command line, for instance {@code pm-1}
 * @param device model, serial number and sensor; certificates must name the same serial number
 */
public record Meter(UUID id, UUID facilityId, String slug, MeterCalibration.Meter device) {

    public Meter {
        Slug.require(slug, "meter");
        if (device.model().isBlank() || device.serial().isBlank()) {
            throw new IllegalArgumentException("a meter has a model and a serial number");
        }
    }
}
