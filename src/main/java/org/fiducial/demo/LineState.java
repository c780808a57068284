package org.fiducial.demo;

import java.util.Optional;
import org.fiducial.metrology.simulation.ModeHop;

/**
 * How a line is on a day.
 *
 * @param share of the power it had when new
 * @param bend of its response to the set point, 0 for a straight line
 * @param warmUpPercent what it lacks when it was switched on just before
 * @param hop a mode hop within two hours, where there is one
 */
record LineState(double share, double bend, double warmUpPercent, Optional<ModeHop> hop) {

    LineState times(double factor) {
        return new LineState(share * factor, bend, warmUpPercent, hop);
    }

    LineState cold(double percent) {
        return new LineState(share, bend, percent, hop);
    }

    LineState hopping(ModeHop one) {
        return new LineState(share, bend, warmUpPercent, Optional.of(one));
    }
}
