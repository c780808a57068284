package org.fiducial.facility.methods;

import java.time.LocalDate;
import java.util.List;
import org.fiducial.metrology.protocol.Provenance.ProtocolReference;

/**
 * What the checks of a protocol say of a light path on the days asked about.
 *
 * @param protocol the protocol, in the version of its newest check
 * @param title what people call it
 * @param sources where it is described: DOIs with their version
 * @param claim what may be said, as the word a language knows
 * @param days on which it was checked, oldest first
 * @param inferred other light paths its checks were made in
 */
public record Performance(
        ProtocolReference protocol,
        String title,
        List<String> sources,
        String claim,
        List<LocalDate> days,
        List<String> inferred) {

    public Performance {
        sources = List.copyOf(sources);
        days = List.copyOf(days);
        inferred = List.copyOf(inferred);
    }

    /** Whether it was never checked. */
    public boolean isNever() {
        return days.isEmpty();
    }
}
