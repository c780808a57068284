package org.fiducial.metrology.simulation;

import java.util.List;
import org.fiducial.metrology.simulation.PowerLogSimulation.Reading;

/**
 * A laser that falls into another mode and comes back: its readings in between differ by a fixed share.
 *
 * @param fromS when it leaves, s since the first reading
 * @param toS when it is back
 * @param percent by how much the power lies higher meanwhile (lower where negative)
 */
public record ModeHop(double fromS, double toS, double percent) {

    /** The readings with the hop in them. */
    public List<Reading> in(List<Reading> readings) {
        return readings.stream()
                .map(each -> each.timeS() < fromS || each.timeS() >= toS
                        ? each
                        : new Reading(
                                each.timeS(),
                                each.powerMw() * (1 + percent / 100),
                                each.temperatureCelsius(),
                                each.spike()))
                .toList();
    }
}
