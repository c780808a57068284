package org.fiducial.facility.advice;

import java.util.Optional;

/**
 * How often is this to be checked?
 *
 * @param planned the interval now [months]
 * @param aim what it is to achieve
 * @param own the past of what is planned
 * @param sisters what the same protocol showed on like light paths of other instruments
 * @param drift the metric that drifts fastest to its limit, where any has limits
 */
public record Question(double planned, Aim aim, History own, Sisters sisters, Optional<Drifting> drift) {

    public Question {
        if (!(planned > 0) || Double.isInfinite(planned)) {
            throw new IllegalArgumentException("a planned interval is above 0 months, was " + planned);
        }
    }
}
