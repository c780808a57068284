package org.fiducial.facility.status;

import java.time.Instant;
import org.fiducial.facility.check.CheckSummary;
import org.fiducial.facility.instrument.Component;
import org.fiducial.metrology.protocol.Provenance.ProtocolReference;

/** How long a check holds and what it speaks for. */
public interface Validity {

    /** The last moment a good check holds without a newer one. */
    Instant holdsUntil(CheckSummary check);

    /**
     * Whether a protocol speaks for parts of a kind, so that a check of it in one light path holds for every other with the
     * same part.
     */
    boolean speaksFor(ProtocolReference protocol, Component.Kind kind);
}
