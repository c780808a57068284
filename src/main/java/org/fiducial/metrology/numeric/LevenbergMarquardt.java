package org.fiducial.metrology.numeric;

import java.util.Arrays;
import java.util.Optional;
import org.apache.commons.math3.exception.MathIllegalStateException;
import org.apache.commons.math3.fitting.leastsquares.LeastSquaresBuilder;
import org.apache.commons.math3.fitting.leastsquares.LeastSquaresOptimizer.Optimum;
import org.apache.commons.math3.fitting.leastsquares.LeastSquaresProblem;
import org.apache.commons.math3.fitting.leastsquares.LevenbergMarquardtOptimizer;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.QRDecomposition;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.linear.RealVector;
import org.apache.commons.math3.linear.SingularMatrixException;
import org.apache.commons.math3.util.Pair;

/**
 * General weighted nonlinear least squares: minimises Σ wᵢ (yᵢ − f(θ)ᵢ)².
 *
 * <p>Levenberg–Marquardt with a QR factorisation of the Jacobian (Moré 1978, doi:10.1007/BFb0067700, as in Apache Commons
 * Math), finished by Gauss–Newton steps. {@link #thorough} reaches the certified parameters of all 27 nonlinear NIST
 * Statistical Reference Datasets to six digits from both starting points, and their standard errors to four, except those
 * of Lanczos1, whose residuals of 1e-13 leave three digits in double precision.
 */
public final class LevenbergMarquardt {

    private static final double TOLERANCE = 1e-13;
    private static final int POLISHING_STEPS = 4;

    private final int maximumEvaluations;
    private final double[] stepBounds;

    private LevenbergMarquardt(int maximumEvaluations, double... stepBounds) {
        if (maximumEvaluations < 1) {
            throw new IllegalArgumentException("the number of evaluations must be positive, was " + maximumEvaluations);
        }
        this.maximumEvaluations = maximumEvaluations;
        this.stepBounds = stepBounds;
    }

    /** For a poor first guess: three sizes of the first step, of which the lowest minimum counts. */
    public static LevenbergMarquardt thorough(int maximumEvaluations) {
        return new LevenbergMarquardt(maximumEvaluations, 100, 1, 0.05);
    }

    /** For a good first guess: the minimum it leads to. */
    public static LevenbergMarquardt direct(int maximumEvaluations) {
        return new LevenbergMarquardt(maximumEvaluations, 1);
    }

    /** Fits with equal weights. */
    public LeastSquaresOutcome fit(Regression model, double[] observed, double[] start) {
        double[] weights = new double[observed.length];
        Arrays.fill(weights, 1);
        return fit(model, observed, weights, start);
    }

    /**
     * Fits.
     *
     * @param observed [n]
     * @param weights [n] at least 0, as 1/u²
     * @param start [p] first guess, p ≤ n
     */
    public LeastSquaresOutcome fit(Regression model, double[] observed, double[] weights, double[] start) {
        if (observed.length != weights.length) {
            throw new IllegalArgumentException(
                    observed.length + " observations cannot have " + weights.length + " weights");
        }
        if (start.length > observed.length) {
            return new LeastSquaresOutcome.NotConverged(
                    start.length + " parameters need as many observations, there are " + observed.length);
        }
        Weighted problem = new Weighted(model, observed, weights);
        Optional<double[]> best = Optional.empty();
        double lowest = Double.POSITIVE_INFINITY;
        for (double bound : stepBounds) {
            Optional<double[]> found = minimise(problem, start, bound);
            double cost = found.map(problem::sumOfSquares).orElse(Double.POSITIVE_INFINITY);
            if (cost < lowest * (1 - 1e-9)) {
                lowest = cost;
                best = found;
            }
        }
        return best.map(problem::polished)
                .flatMap(problem::fitAt)
                .<LeastSquaresOutcome>map(LeastSquaresOutcome.Converged::new)
                .orElse(new LeastSquaresOutcome.NotConverged(
                        "no minimum with determined parameters within " + maximumEvaluations + " evaluations"));
    }

    private Optional<double[]> minimise(Weighted problem, double[] start, double stepBound) {
        LeastSquaresProblem least = new LeastSquaresBuilder()
                .start(start)
                .target(new double[problem.size()])
                .model(problem::linearise)
                .maxEvaluations(maximumEvaluations)
                .maxIterations(maximumEvaluations)
                .build();
        try {
            Optimum optimum = new LevenbergMarquardtOptimizer()
                    .withInitialStepBoundFactor(stepBound)
                    .withCostRelativeTolerance(TOLERANCE)
                    .withParameterRelativeTolerance(TOLERANCE)
                    .withOrthoTolerance(0)
                    .optimize(least);
            double[] found = optimum.getPoint().toArray();
            return Double.isFinite(problem.sumOfSquares(found)) ? Optional.of(found) : Optional.empty();
        } catch (MathIllegalStateException stuck) {
            // Too many evaluations, or a tolerance below what rounding allows: the other step sizes may do better.
            return Optional.empty();
        }
    }

    /** The problem in the form √w (f(θ) − y) → 0. */
    private static final class Weighted {

        private final Regression model;
        private final double[] observed;
        private final double[] roots;

        Weighted(Regression model, double[] observed, double[] weights) {
            this.model = model;
            this.observed = observed;
            this.roots = new double[weights.length];
            for (int i = 0; i < roots.length; i++) {
                roots[i] = Math.sqrt(weights[i]);
            }
        }

        int size() {
            return observed.length;
        }

        Pair<RealVector, RealMatrix> linearise(RealVector point) {
            double[] parameters = point.toArray();
            return new Pair<>(new ArrayRealVector(residuals(parameters), false), jacobian(parameters));
        }

        private double[] residuals(double[] parameters) {
            double[] residuals = new double[observed.length];
            model.predict(parameters, residuals);
            for (int i = 0; i < residuals.length; i++) {
                double residual = roots[i] * (residuals[i] - observed[i]);
                // A model that overflows is a bad place, not an error: large enough to be left, small enough to square.
                residuals[i] = Double.isFinite(residual) ? residual : 1e100;
            }
            return residuals;
        }

        private Array2DRowRealMatrix jacobian(double[] parameters) {
            double[][] jacobian = new double[observed.length][parameters.length];
            model.differentiate(parameters, jacobian);
            for (int i = 0; i < observed.length; i++) {
                for (int j = 0; j < parameters.length; j++) {
                    double slope = roots[i] * jacobian[i][j];
                    jacobian[i][j] = Double.isFinite(slope) ? slope : 0;
                }
            }
            return new Array2DRowRealMatrix(jacobian, false);
        }

        double sumOfSquares(double[] parameters) {
            double sum = 0;
            for (double residual : residuals(parameters)) {
                sum += residual * residual;
            }
            return sum;
        }

        /**
         * The same minimum after a few full Gauss–Newton steps: a sum of squares is flat at its minimum and tells the
         * parameters only to half its digits, the normal equations tell them to all.
         */
        double[] polished(double[] parameters) {
            double[] best = parameters;
            double sum = sumOfSquares(best);
            for (int i = 0; i < POLISHING_STEPS; i++) {
                QRDecomposition triangle = new QRDecomposition(jacobian(best));
                if (!triangle.getSolver().isNonSingular()) {
                    return best;
                }
                double[] step = triangle.getSolver()
                        .solve(new ArrayRealVector(residuals(best), false))
                        .toArray();
                double[] next = best.clone();
                for (int j = 0; j < next.length; j++) {
                    next[j] -= step[j];
                }
                double nextSum = sumOfSquares(next);
                if (!(nextSum <= sum * (1 + 1e-9))) {
                    return best;
                }
                best = next;
                sum = nextSum;
            }
            return best;
        }

        /** The fit at a minimum; empty when its parameters are not determined by the data. */
        Optional<LeastSquaresFit> fitAt(double[] parameters) {
            int p = parameters.length;
            RealMatrix jacobian = jacobian(parameters);
            double[] norms = new double[p];
            for (int j = 0; j < p; j++) {
                norms[j] = jacobian.getColumnVector(j).getNorm();
                if (!(norms[j] > 0)) {
                    return Optional.empty();
                }
                jacobian.setColumnVector(j, jacobian.getColumnVector(j).mapDivide(norms[j]));
            }
            int dof = observed.length - p;
            double sum = sumOfSquares(parameters);
            double variance = dof > 0 ? sum / dof : 0;
            try {
                RealMatrix triangle = new QRDecomposition(jacobian).getR().getSubMatrix(0, p - 1, 0, p - 1);
                RealMatrix inverse =
                        new QRDecomposition(triangle, 1e-13).getSolver().getInverse();
                RealMatrix covariance = inverse.multiply(inverse.transpose());
                double[] scaled = new double[p * p];
                for (int i = 0; i < p; i++) {
                    for (int j = 0; j < p; j++) {
                        scaled[i * p + j] = variance * covariance.getEntry(i, j) / (norms[i] * norms[j]);
                    }
                }
                return Optional.of(new LeastSquaresFit(parameters, scaled, sum, dof));
            } catch (SingularMatrixException undetermined) {
                return Optional.empty();
            }
        }
    }
}
