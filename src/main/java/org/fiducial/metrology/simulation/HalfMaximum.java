package org.fiducial.metrology.simulation;

import java.util.function.DoubleUnaryOperator;

/** The full width at half maximum of a continuous profile whose peak is 1 at the origin. */
final class HalfMaximum {

    private static final double FARTHEST_UM = 2000;
    private static final double FINEST_STEP_UM = 0.001;

    private HalfMaximum() {}

    static Widths widths(PointSpread spread) {
        return new Widths(
                width(u -> spread.relativeAt(u, 0, 0)),
                width(u -> spread.relativeAt(0, u, 0)),
                width(u -> spread.relativeAt(0, 0, u)));
    }

    static double width(DoubleUnaryOperator profile) {
        return halfWidth(profile) + halfWidth(u -> profile.applyAsDouble(-u));
    }

    private static double halfWidth(DoubleUnaryOperator profile) {
        double fromUm = 0;
        while (fromUm < FARTHEST_UM) {
            double toUm = fromUm + Math.max(FINEST_STEP_UM, 0.01 * fromUm);
            if (profile.applyAsDouble(toUm) < 0.5) {
                return bisect(profile, fromUm, toUm);
            }
            fromUm = toUm;
        }
        throw new IllegalArgumentException("the profile does not fall to half its peak within " + FARTHEST_UM + " µm");
    }

    private static double bisect(DoubleUnaryOperator profile, double aboveUm, double belowUm) {
        double insideUm = aboveUm;
        double outsideUm = belowUm;
        for (int i = 0; i < 60; i++) {
            double middleUm = 0.5 * (insideUm + outsideUm);
            if (profile.applyAsDouble(middleUm) >= 0.5) {
                insideUm = middleUm;
            } else {
                outsideUm = middleUm;
            }
        }
        return 0.5 * (insideUm + outsideUm);
    }
}
