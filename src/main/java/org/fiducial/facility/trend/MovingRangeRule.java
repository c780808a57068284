package org.fiducial.facility.trend;

import org.fiducial.facility.trend.Reference.Weights;

/**
 * The distance of a value from the one before beyond D₄ R̄ = (d₂ + 3 d₃) σ = 3.686 σ.
 *
 * <p>Adds little to the limit rule and costs much: with both, an alarm is false once in 105 points instead of 370, and a shift
 * of 1σ is seen after 37.5 instead of 43.9 (Crowder, Journal of Quality Technology 19:98 (1987),
 * doi:10.1080/00224065.1987.11979044; Roes, Does and Schurink 25:188 (1993), doi:10.1080/00224065.1993.11979453). So it is
 * drawn and not among the standard rules.
 */
public record MovingRangeRule() implements Rule {

    private static final ShewhartConstants PAIR = ShewhartConstants.of(2);

    /** The limit in standard deviations √2 σ of a difference. */
    static final double DEVIATE = (PAIR.d2() + 3 * PAIR.d3()) / Math.sqrt(2);

    @Override
    public String id() {
        return "moving-range";
    }

    @Override
    public Pattern.Detector follow(Reference reference) {
        double limit = reference.halfWidth(DEVIATE, Weights.DIFFERENCE);
        return new Pattern.Detector() {
            private boolean begun;
            private double last;

            @Override
            public boolean completedBy(double value) {
                boolean beyond = begun && Math.abs(value - last) > limit * (1 + Pattern.ROUNDING);
                begun = true;
                last = value;
                return beyond;
            }
        };
    }
}
