package org.fiducial.demo;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * An invented light source whose power is measured.
 *
 * @param log the form of its logs
 * @param setPointPercent where level and stability are measured
 * @param lines in the order they are switched on
 * @param fibre share of the light that passes the way all lines share
 */
record LightSource(Log log, double setPointPercent, List<Line> lines, Curve fibre) {

    LightSource {
        lines = List.copyOf(lines);
        if (log == Log.SECONDS_AND_MILLIWATTS && lines.size() != 1) {
            throw new IllegalArgumentException("a plain log holds one line, but " + lines.size() + " were given");
        }
    }

    /** The form of a log. */
    enum Log {
        /** Two columns of one line. */
        SECONDS_AND_MILLIWATTS,
        /** All lines with their set points, in the layout of the working group for power. */
        WORKING_GROUP
    }

    /** How the lines are on a day. */
    Map<Line, LineState> on(int daysBeforeEnd) {
        Map<Line, LineState> states = new LinkedHashMap<>();
        lines.forEach(line -> states.put(line, line.on(daysBeforeEnd).times(fibre.at(daysBeforeEnd))));
        return states;
    }
}
