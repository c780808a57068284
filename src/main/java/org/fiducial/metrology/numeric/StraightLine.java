package org.fiducial.metrology.numeric;

import java.util.Optional;

/**
 * The straight line y = a + b x of least (weighted) squares, in closed form about the weighted means.
 *
 * <p>b = Σ w (x − x̄)(y − ȳ) / Σ w (x − x̄)², a = ȳ − b x̄, R² = 1 − Σ w r² / Σ w (y − ȳ)². Standard errors take the weights as
 * relative: s² = Σ w r²/(n − 2).
 *
 * @param slope b
 * @param intercept a
 * @param meanX weighted mean of x
 * @param sumOfSquaresX Σ w (x − x̄)²
 * @param residualSumOfSquares Σ w r²
 * @param count number of points and variation explained
 */
public record StraightLine(
        double slope, double intercept, double meanX, double sumOfSquaresX, double residualSumOfSquares, Count count) {

    /**
     * What the fit rests on.
     *
     * @param n points
     * @param weights sum of the weights
     * @param sumOfSquaresY Σ w (y − ȳ)²
     */
    public record Count(int n, double weights, double sumOfSquaresY) {}

    /** The line with equal weights; none where x does not vary. */
    public static Optional<StraightLine> through(Numbers x, Numbers y) {
        return through(x, y, ones(x.size()));
    }

    /**
     * The line with weights.
     *
     * @param weights as 1/u², not negative
     * @return empty with fewer than two points or where x does not vary
     */
    public static Optional<StraightLine> through(Numbers x, Numbers y, Numbers weights) {
        int n = x.size();
        double sum = 0;
        double sumX = 0;
        double sumY = 0;
        for (int i = 0; i < n; i++) {
            double w = weights.get(i);
            sum += w;
            sumX += w * x.get(i);
            sumY += w * y.get(i);
        }
        double meanX = sumX / sum;
        double meanY = sumY / sum;
        double xx = 0;
        double xy = 0;
        double yy = 0;
        for (int i = 0; i < n; i++) {
            double dx = x.get(i) - meanX;
            double dy = y.get(i) - meanY;
            xx += weights.get(i) * dx * dx;
            xy += weights.get(i) * dx * dy;
            yy += weights.get(i) * dy * dy;
        }
        if (n < 2 || !(xx > 0)) {
            return Optional.empty();
        }
        double slope = xy / xx;
        double residual = 0;
        for (int i = 0; i < n; i++) {
            double r = y.get(i) - meanY - slope * (x.get(i) - meanX);
            residual += weights.get(i) * r * r;
        }
        return Optional.of(new StraightLine(slope, meanY - slope * meanX, meanX, xx, residual, new Count(n, sum, yy)));
    }

    private static Numbers ones(int n) {
        return new Numbers() {
            @Override
            public int size() {
                return n;
            }

            @Override
            public double get(int index) {
                return 1;
            }
        };
    }

    /** The line's y at an x. */
    public double at(double x) {
        return intercept + slope * x;
    }

    /** Share of the variation of y that the line explains; 1 where y does not vary. */
    public double determination() {
        return count.sumOfSquaresY() > 0 ? 1 - residualSumOfSquares / count.sumOfSquaresY() : 1;
    }

    /** Residual variance Σ w r²/(n − 2); 0 through two points. */
    public double residualVariance() {
        return count.n() > 2 ? residualSumOfSquares / (count.n() - 2) : 0;
    }

    /** Standard error of the slope for independent residuals. */
    public double slopeError() {
        return Math.sqrt(residualVariance() / sumOfSquaresX);
    }

    /** Standard error of the intercept for independent residuals. */
    public double interceptError() {
        return Math.sqrt(residualVariance() * (1 / count.weights() + meanX * meanX / sumOfSquaresX));
    }
}
