package org.fiducial.web.trend;

import java.util.Set;
import org.fiducial.metrology.protocol.MeasurementKey;
import org.fiducial.metrology.protocol.Statistic;

/** A trended metric, the metric that holds its theory, and the ratio of both that limits speak of. */
record Trended(String metric, Statistic statistic, String theory, String ratio, Set<String> protocols) {

    /** Of any protocol. */
    Trended(String metric, String theory, String ratio) {
        this(metric, Statistic.MEDIAN, theory, ratio, Set.of());
    }

    /** A metric that stands for itself, without theory, of the protocols in whose results it stands first. */
    static Trended plain(String metric, Statistic statistic, Set<String> protocols) {
        return new Trended(metric, statistic, "", "", protocols);
    }

    boolean of(String protocol) {
        return protocols.isEmpty() || protocols.contains(protocol);
    }

    /** Whether a measurement is of the metric, or of its theory. */
    boolean speaksOf(MeasurementKey key) {
        return (key.metric().equals(metric) && key.statistic() == statistic)
                || (!theory.isEmpty() && key.metric().equals(theory));
    }
}
