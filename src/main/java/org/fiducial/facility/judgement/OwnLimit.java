package org.fiducial.facility.judgement;

import org.fiducial.metrology.protocol.ProtocolDefinition;
import org.fiducial.metrology.protocol.Statistic;
import org.fiducial.metrology.protocol.UnusableInputException;

/**
 * A limit a facility set for a metric.
 *
 * @param metric the metric judged
 * @param statistic the statistic judged
 * @param tolerance how far it may go
 * @param rule how uncertainty is treated near the limit
 */
public record OwnLimit(String metric, Statistic statistic, Tolerance tolerance, DecisionRule rule) {

    /**
     * Whether a protocol measures it.
     *
     * @throws UnusableInputException if it does not, or its metric is no ratio to theory although the limit is one
     */
    public void requireOf(ProtocolDefinition protocol) {
        if (protocol.metrics().stream().noneMatch(each -> each.key().equals(metric))) {
            throw new UnusableInputException("Protocol " + protocol.reference() + " has no metric '" + metric
                    + "'; 'fiducial protocols " + protocol.reference().id() + "' lists those it has.");
        }
        if (tolerance.kind() == Tolerance.Kind.PERCENT_OF_THEORY && !isRatioToTheory(metric)) {
            throw new UnusableInputException("Metric '" + metric
                    + "' is no ratio to theory; give its limit as values or in per cent of a baseline.");
        }
    }

    /** Whether a metric is a ratio to what theory gives, by its key. */
    public static boolean isRatioToTheory(String metric) {
        return metric.contains(".ratio_theory") || metric.equals("coreg.ratio");
    }
}
