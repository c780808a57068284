package org.fiducial.facility.trend;

/**
 * A point of a control chart.
 *
 * @param index in the segment
 * @param value what is drawn: the value, a moving range, average or standard deviation
 * @param lower limit
 * @param upper limit
 * @param deviate distance from the centre in σ, or as a normal deviate where limits are provisional; limits lie at 3, or at L
 *     of a moving average
 */
public record ChartPoint(int index, double value, double lower, double upper, double deviate) {

    /** A strip of a chart, on either side of the centre. */
    public enum Zone {
        /** Up to 1σ. */
        C,
        /** Over 1σ up to 2σ. */
        B,
        /** Over 2σ up to 3σ. */
        A,
        /** Over 3σ. */
        BEYOND
    }

    /** The zone of the deviate. */
    public Zone zone() {
        double distance = Math.abs(deviate) - Pattern.ROUNDING;
        if (distance <= 1) {
            return Zone.C;
        }
        if (distance <= 2) {
            return Zone.B;
        }
        return distance <= 3 ? Zone.A : Zone.BEYOND;
    }
}
