package org.fiducial.facility.trend;

import org.fiducial.metrology.numeric.GammaFunction;
import org.fiducial.metrology.numeric.GaussLegendre;
import org.fiducial.metrology.numeric.NormalDistribution;

/**
 * The constants of control charts for n independent normal values, integrated where they are asked for and not typed in.
 *
 * <ul>
 *   <li>d₂ = E[R]/σ = ∫ [1 − (1 − Φ)ⁿ − Φⁿ] dx, the mean range R;
 *   <li>d₃ = √(E[R²] − E[R]²)/σ with E[R²] = 2 ∫ r (1 − F(r)) dr and F(r) = n ∫ φ(x) [Φ(x + r) − Φ(x)]ⁿ⁻¹ dx;
 *   <li>c₄ = E[s]/σ = √(2/(n − 1)) Γ(n/2)/Γ((n − 1)/2).
 * </ul>
 *
 * <p>Source: Tippett, Biometrika 17:364 (1925), doi:10.1093/biomet/17.3-4.364; Montgomery, Introduction to Statistical Quality
 * Control, appendix VI; ISO 7870-2. Errors: below 10⁻⁹ up to n = 100 and 10⁻⁷ up to 1000, measured against other
 * quadratures. Printed tables round: A₂(5) is 0.577 there and 0.57682 here.
 *
 * @param n values in a subgroup, 2 to 1000; 2 for moving ranges
 * @param d2 mean of the range of n standard normal values
 * @param d3 standard deviation of that range
 * @param c4 mean of their standard deviation
 */
public record ShewhartConstants(int n, double d2, double d3, double c4) {

    private static final int MOST = 1000;
    /** Beyond it 1000 normal values do not come: Φ(−9) = 10⁻¹⁹. */
    private static final double FAR = 9;

    /** The trapezoidal rule converges exponentially for smooth functions that vanish at both ends. */
    private static final int STEPS = 720;

    private static final int RANGE_NODES = 80;

    /** d₂(2) = 2/√π, of moving ranges: integrated once, for simulations ask for it with every series. */
    static final double MEAN_RANGE_OF_TWO = meanRange(2);

    /** The constants of n values. */
    public static ShewhartConstants of(int n) {
        if (n < 2 || n > MOST) {
            throw new IllegalArgumentException("a subgroup has 2 to " + MOST + " values, had " + n);
        }
        double d2 = meanRange(n);
        double squared = new GaussLegendre(RANGE_NODES, 0, 2 * FAR).integrate(r -> 2 * r * (1 - rangeUpTo(r, n)));
        return new ShewhartConstants(n, d2, Math.sqrt(squared - d2 * d2), meanDeviation(n));
    }

    /** d₂ alone. */
    static double meanRange(int n) {
        double sum = 0;
        for (int i = 0; i <= STEPS; i++) {
            double below = NormalDistribution.cumulative(at(i));
            sum += 1 - Math.pow(1 - below, n) - Math.pow(below, n);
        }
        return sum * 2 * FAR / STEPS;
    }

    /** c₄ alone. */
    static double meanDeviation(int n) {
        return Math.sqrt(2.0 / (n - 1))
                * Math.exp(GammaFunction.logarithm(n / 2.0) - GammaFunction.logarithm((n - 1) / 2.0));
    }

    private static double rangeUpTo(double r, int n) {
        double sum = 0;
        for (int i = 0; i <= STEPS; i++) {
            double x = at(i);
            double between = NormalDistribution.cumulative(x + r) - NormalDistribution.cumulative(x);
            sum += NormalDistribution.density(x) * Math.pow(between, n - 1);
        }
        return Math.min(1, n * sum * 2 * FAR / STEPS);
    }

    private static double at(int step) {
        return -FAR + 2 * FAR * step / STEPS;
    }

    /** A₂ = 3/(d₂√n): half the width of the limits of means in mean ranges. */
    public double a2() {
        return 3 / (d2 * Math.sqrt(n));
    }

    /** A₃ = 3/(c₄√n): half the width of the limits of means in mean standard deviations. */
    public double a3() {
        return 3 / (c4 * Math.sqrt(n));
    }

    /** D₃ = max(0, 1 − 3d₃/d₂): lower limit of ranges in mean ranges. */
    public double lowerRange() {
        return Math.max(0, 1 - 3 * d3 / d2);
    }

    /** D₄ = 1 + 3d₃/d₂: upper limit of ranges in mean ranges. */
    public double upperRange() {
        return 1 + 3 * d3 / d2;
    }

    /** B₃ = max(0, 1 − 3√(1 − c₄²)/c₄): lower limit of standard deviations in mean standard deviations. */
    public double lowerDeviation() {
        return Math.max(0, 1 - 3 * Math.sqrt(1 - c4 * c4) / c4);
    }

    /** B₄ = 1 + 3√(1 − c₄²)/c₄: upper limit of standard deviations in mean standard deviations. */
    public double upperDeviation() {
        return 1 + 3 * Math.sqrt(1 - c4 * c4) / c4;
    }

    /** E₂ = 3/d₂: half the width of the limits of single values in mean moving ranges of n values. */
    public double e2() {
        return 3 / d2;
    }
}
