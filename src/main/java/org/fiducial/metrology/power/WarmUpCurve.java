package org.fiducial.metrology.power;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.fiducial.metrology.numeric.Estimate;
import org.fiducial.metrology.numeric.LeastSquaresFit;
import org.fiducial.metrology.numeric.LeastSquaresOutcome;
import org.fiducial.metrology.numeric.LevenbergMarquardt;
import org.fiducial.metrology.numeric.LongRunVariance;
import org.fiducial.metrology.numeric.Numbers;
import org.fiducial.metrology.numeric.RankSelection;
import org.fiducial.metrology.numeric.Regression;

/**
 * How long a source takes to settle: the first time after which all later readings stay within a tolerance of the final
 * median (the median of the last quarter of the readings), and the time constant τ of P(t) = P∞ + s t − A exp(−t/τ), whose
 * slope s keeps a drift from being taken for a slow warm-up. Readings with
 * a flag are left out, so that one spike at the end is no warm-up of the whole run.
 */
final class WarmUpCurve {

    private static final int MOST_POINTS = 2_000;
    private static final int FEWEST = 20;
    private static final double SIGNIFICANT = 5;

    /** A constant longer than this share of the run, or shorter than this many intervals, is not determined. */
    private static final double LONGEST_SHARE = 2.0 / 3;

    private static final double LEAST_INTERVALS = 2;

    private final Numbers timeS;
    private final Numbers powerMw;

    private WarmUpCurve(Numbers timeS, Numbers powerMw) {
        this.timeS = timeS;
        this.powerMw = powerMw;
    }

    /** The warm-up of 20 unflagged readings or more with times. */
    static Optional<WarmUpCurve> of(JudgedSeries series) {
        JudgedSeries clean = series.withoutFlagged();
        return clean.n() < FEWEST
                ? Optional.empty()
                : clean.timeS().map(time -> new WarmUpCurve(time, clean.powerMw()));
    }

    /**
     * Seconds from the first reading to the first of those that all stay within the tolerance.
     *
     * @param tolerance share of the final median
     * @return empty where the readings of the last quarter do not stay within it
     */
    OptionalDouble settledAfterS(double tolerance) {
        int n = powerMw.size();
        int quarter = n - n / 4;
        double end = RankSelection.median(new Numbers() {
            @Override
            public int size() {
                return n - quarter;
            }

            @Override
            public double get(int index) {
                return powerMw.get(quarter + index);
            }
        });
        int first = n;
        while (first > 0 && Math.abs(powerMw.get(first - 1) - end) <= tolerance * Math.abs(end)) {
            first--;
        }
        return first >= quarter ? OptionalDouble.empty() : OptionalDouble.of(timeS.get(first) - timeS.get(0));
    }

    /**
     * The time constant in s, where an exponential approach of significant size is determined: A at least 5 times its
     * uncertainty, τ between 2 intervals and two thirds of the run.
     */
    Optional<Estimate> constantS() {
        BlockMeans means = BlockMeans.of(timeS, powerMw, MOST_POINTS);
        int n = means.timeS().length;
        double start = means.timeS()[0];
        double span = means.timeS()[n - 1] - start;
        if (!(span > 0)) {
            return Optional.empty();
        }
        double end = RankSelection.median(Numbers.of(Arrays.copyOfRange(means.powerMw(), n - n / 4, n)));
        Approach model = new Approach(means.timeS(), start, span);
        return DoubleStream.of(0.05, 0.15, 0.4)
                .mapToObj(share -> LevenbergMarquardt.direct(200)
                        .fit(model, means.powerMw(), new double[] {end, 0, end - means.powerMw()[0], Math.log(share)}))
                .flatMap(outcome -> outcome instanceof LeastSquaresOutcome.Converged converged
                        ? Stream.of(converged.fit())
                        : Stream.empty())
                .min(Comparator.comparingDouble(LeastSquaresFit::residualSumOfSquares))
                .flatMap(fit -> determined(fit, model, means, span));
    }

    private static Optional<Estimate> determined(LeastSquaresFit fit, Approach model, BlockMeans means, double span) {
        int n = means.timeS().length;
        double[] predicted = new double[n];
        model.predict(fit.parameters(), predicted);
        double[] residuals = means.powerMw().clone();
        for (int i = 0; i < n; i++) {
            residuals[i] -= predicted[i];
        }
        double white = fit.residualSumOfSquares() / fit.degreesOfFreedom();
        // Residuals that resemble their neighbours tell less than their number says.
        double inflation = white > 0 ? Math.sqrt(Math.max(1, LongRunVariance.of(Numbers.of(residuals), 2) / white)) : 1;
        Estimate amplitude = fit.parameter(2);
        double tau = span * Math.exp(fit.parameters()[3]);
        double u = tau * fit.parameter(3).u() * inflation;
        boolean seen = Math.abs(amplitude.value()) > SIGNIFICANT * amplitude.u() * inflation;
        boolean within = tau < LONGEST_SHARE * span && tau > LEAST_INTERVALS * span / (n - 1) && u < tau / 2;
        return seen && within ? Optional.of(new Estimate(tau, u)) : Optional.empty();
    }

    /** P∞ + s t/span − A exp(−t/τ) in P∞, s, A and ln(τ/span), so that τ stays positive. */
    private static final class Approach implements Regression {

        private final double[] timeS;
        private final double startS;
        private final double spanS;

        Approach(double[] timeS, double startS, double spanS) {
            this.timeS = timeS;
            this.startS = startS;
            this.spanS = spanS;
        }

        @Override
        public void predict(double[] p, double[] predicted) {
            double rate = Math.exp(-p[3]) / spanS;
            for (int i = 0; i < predicted.length; i++) {
                double t = timeS[i] - startS;
                predicted[i] = p[0] + p[1] * t / spanS - p[2] * Math.exp(-t * rate);
            }
        }

        @Override
        public void differentiate(double[] p, double[][] jacobian) {
            double rate = Math.exp(-p[3]) / spanS;
            for (int i = 0; i < jacobian.length; i++) {
                double t = timeS[i] - startS;
                double decay = Math.exp(-t * rate);
                jacobian[i][0] = 1;
                jacobian[i][1] = t / spanS;
                jacobian[i][2] = -decay;
                jacobian[i][3] = -p[2] * decay * t * rate;
            }
        }
    }
}
