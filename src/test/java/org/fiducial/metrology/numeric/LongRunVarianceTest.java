package org.fiducial.metrology.numeric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LongRunVarianceTest {

    private static final int RUNS = 1500;

    /** x(i) = φ x(i−1) + e(i) + θ e(i−1), with white noise of the given share of its deviation on top. */
    private static double[] series(Random random, int n, double phi, double theta, double whiteShare) {
        double[] x = new double[n + 200];
        double before = 0;
        for (int i = 1; i < x.length; i++) {
            double e = random.nextGaussian();
            x[i] = phi * x[i - 1] + e + theta * before;
            before = e;
        }
        double sd = Math.sqrt((1 + theta * theta + 2 * theta * phi) / (1 - phi * phi));
        double[] kept = new double[n];
        for (int i = 0; i < n; i++) {
            kept[i] = x[i + 200] + whiteShare * sd * random.nextGaussian();
        }
        return kept;
    }

    private static StraightLine line(double[] y) {
        double[] x = new double[y.length];
        for (int i = 0; i < x.length; i++) {
            x[i] = i;
        }
        return StraightLine.through(Numbers.of(x), Numbers.of(y)).orElseThrow();
    }

    private static double[] residuals(double[] y, StraightLine line) {
        double[] e = y.clone();
        for (int i = 0; i < e.length; i++) {
            e[i] -= line.at(i);
        }
        return e;
    }

    /** Binomial scatter of a coverage of 95 % over 1500 runs is 0.6 %; the bounds are those the class promises. */
    @ParameterizedTest
    @CsvSource({
        "300, 0, 0, 0, 0.93, 0.98",
        "300, 0.5, 0, 0, 0.93, 0.98",
        "300, 0.8, 0, 0, 0.93, 0.98",
        "240, 0.9, 0, 0, 0.93, 0.98",
        "240, -0.5, 0, 0, 0.92, 0.98",
        "240, 0, 0.8, 0, 0.93, 0.98",
        "240, 0.9, 0, 1, 0.86, 0.96"
    })
    void twiceTheUncertaintyOfASlopeCoversTheTruth(
            int n, double phi, double theta, double white, double least, double most) {
        Random random = new Random(2026);
        int covered = 0;
        for (int run = 0; run < RUNS; run++) {
            double[] y = series(random, n, phi, theta, white);
            StraightLine line = line(y);
            double u = Math.sqrt(LongRunVariance.of(Numbers.of(residuals(y, line)), 2) / line.sumOfSquaresX());
            if (Math.abs(line.slope()) <= 2 * u) {
                covered++;
            }
        }
        assertThat(covered / (double) RUNS)
                .as("coverage with seed 2026, n %d, φ %s, θ %s", n, phi, theta)
                .isBetween(least, most);
    }

    @Test
    void aLongSeriesIsSummedUpInBlocks() {
        double[] y = series(new Random(7), 400_000, 0.9, 0, 0);

        // Long-run variance of an AR(1) with unit innovations: 1/(1 − φ)² = 100; 20,000 blocks leave 1.5 %.
        assertThat(LongRunVariance.of(Numbers.of(y), 1)).isCloseTo(100, within(15.0));
    }

    @Test
    void fewReadingsAreTakenAsIndependent() {
        assertThat(LongRunVariance.of(Numbers.of(-1, 0, 1), 1)).isEqualTo(1);
        assertThat(LongRunVariance.of(Numbers.of(0), 1)).isEqualTo(0);
        assertThat(LongRunVariance.of(Numbers.of(new double[50]), 1)).isEqualTo(0);
    }
}
