package org.fiducial.facility.advice;

import java.util.List;
import java.util.Optional;

/**
 * What the same protocol showed on like light paths of other instruments.
 *
 * @param counts what it rests on
 * @param rate what it says of the rate of failures; none where no sister ever was good at a check
 */
public record Sisters(Counts counts, Optional<GammaRate> rate) {

    /** Without sisters. */
    public static Sisters none() {
        return of(List.of());
    }

    /** The observations of each. */
    public static Sisters of(List<List<Observation>> each) {
        return new Sisters(Counts.of(each), GammaRate.pooled(each));
    }
}
