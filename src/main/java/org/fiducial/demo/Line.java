package org.fiducial.demo;

import java.util.Optional;

/**
 * A line of an invented light source.
 *
 * @param fullMw power at the sample at a set point of 100 % when new [mW]
 * @param noisePercent standard deviation of readings about their mean [%]
 * @param share of its power when new that is left
 * @param bend of its response to the set point, 0 for a straight line
 */
record Line(int wavelengthNm, double fullMw, double noisePercent, Curve share, Curve bend) {

    /** How it is on a day. */
    LineState on(int daysBeforeEnd) {
        return new LineState(share.at(daysBeforeEnd), bend.at(daysBeforeEnd), 0, Optional.empty());
    }
}
