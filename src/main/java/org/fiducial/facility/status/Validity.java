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

    /** Two of which a check holds as long as by both, as where a plan became another one; parts are those of the later. */
    static Validity stricter(Validity earlier, Validity later) {
        return new Validity() {
            @Override
            public Instant holdsUntil(CheckSummary check) {
                Instant first = earlier.holdsUntil(check);
                Instant second = later.holdsUntil(check);
                return first.isBefore(second) ? first : second;
            }

            @Override
            public boolean speaksFor(ProtocolReference protocol, Component.Kind kind) {
                return later.speaksFor(protocol, kind);
            }
        };
    }
}
