package org.fiducial.metrology.simulation;

/**
 * How the power of a line follows its set point: P(s) = full · (x − bend · x²) with x = s / 100. A bend of b leaves the
 * straight line of least squares by about b / 6 of full at its ends.
 *
 * @param fullMw power at a set point of 100 % without the bend, in mW
 * @param bend 0 for a straight line, positive for one that saturates
 */
public record SetPointResponse(double fullMw, double bend) {

    public SetPointResponse {
        if (!(fullMw > 0) || !(Math.abs(bend) <= 1)) {
            throw new IllegalArgumentException(
                    "a response has a power above 0 mW and a bend in [-1, 1], was " + fullMw + " mW, " + bend);
        }
    }

    /** The power at a set point in per cent, in mW. */
    public double powerMw(double setPointPercent) {
        double x = setPointPercent / 100;
        return fullMw * (x - bend * x * x);
    }
}
