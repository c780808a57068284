package org.fiducial.metrology.bead;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;

/**
 * The profile that a width was read from, along one axis through the peak: for drawing, a little beyond its half maxima.
 *
 * @param offsetsUm from the peak [µm]
 * @param electrons above the local background, pixel integration removed [e⁻]
 */
public record WidthProfile(List<Double> offsetsUm, List<Double> electrons) {

    private static final int STEPS = 24;
    /** Drawn so far, in half widths; the core fit is not asked further out. */
    private static final double REACH = 1.3;

    public WidthProfile {
        offsetsUm = List.copyOf(offsetsUm);
        electrons = List.copyOf(electrons);
    }

    /**
     * Samples a profile.
     *
     * @param electronsAt brightness above the background by the distance from the peak [µm]
     */
    static WidthProfile of(double lowUm, double highUm, DoubleUnaryOperator electronsAt) {
        List<Double> offsets = new ArrayList<>(STEPS + 1);
        List<Double> electrons = new ArrayList<>(STEPS + 1);
        for (int i = 0; i <= STEPS; i++) {
            double um = REACH * (-lowUm + (lowUm + highUm) * i / STEPS);
            offsets.add(um);
            electrons.add(electronsAt.applyAsDouble(um));
        }
        return new WidthProfile(offsets, electrons);
    }
}
