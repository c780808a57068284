package org.fiducial.cli;

import org.fiducial.facility.check.Checks;
import org.fiducial.facility.instrument.Instruments;
import org.fiducial.facility.kit.Kit;

/** An opened data folder: the record of one facility. */
public interface FacilityRecord extends AutoCloseable {

    /** Facilities, instruments, components and configurations. */
    Instruments instruments();

    /** The checks. */
    Checks checks();

    /** Meters and their certificates. */
    Kit kit();

    @Override
    void close();
}
