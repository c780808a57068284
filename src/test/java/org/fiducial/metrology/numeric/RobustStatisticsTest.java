package org.fiducial.metrology.numeric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class RobustStatisticsTest {

    private static final double[] VALUES = {7, 1, 3, 100, 5};

    @Test
    void findsMedianQuantilesAndSpread() {
        assertThat(RobustStatistics.median(VALUES)).isEqualTo(5);
        assertThat(RobustStatistics.median(new double[] {4, 1})).isEqualTo(2.5);
        // Type 7: position 4·0.9 = 3.6 between 7 and 100.
        assertThat(RobustStatistics.quantile(VALUES, 0.9)).isEqualTo(62.8, within(1e-12));
        assertThat(RobustStatistics.quantile(VALUES, 1)).isEqualTo(100);
        // Deviations 2, 4, 2, 95, 0: median 2.
        assertThat(RobustStatistics.spread(VALUES)).isEqualTo(2.9652, within(1e-4));
    }

    // For normal values the standard error of the median is √(π/2)/√n = 0.02803 at n = 2000; one interval scatters by
    // about 15 %.
    @Test
    void findsTheErrorOfAMedian() {
        Random random = new Random(11);
        double[] values =
                random.doubles(2000).map(ignored -> random.nextGaussian()).toArray();

        assertThat(RobustStatistics.medianError(values)).as("seed 11").isEqualTo(0.02803, within(0.013));
    }

    @Test
    void findsASlopeThroughAnOutlier() {
        assertThat(RobustStatistics.theilSenSlope(new double[] {0, 1, 2, 3, 3}, new double[] {1, 3, 5, 7, 50}))
                .isEqualTo(2, within(1e-12));
    }

    @Test
    void refusesTooFewValues() {
        assertThatThrownBy(() -> RobustStatistics.median(new double[0])).hasMessageContaining("at least one value");
        assertThatThrownBy(() -> RobustStatistics.medianError(new double[1])).hasMessageContaining("two values");
    }

    @Test
    void knowsTheNormalDistribution() {
        assertThat(NormalDistribution.cumulative(0)).isEqualTo(0.5, within(1e-15));
        assertThat(NormalDistribution.cumulative(1.959963984540054)).isEqualTo(0.975, within(1e-12));
    }

    @Test
    void fitsAPlaneThroughOddPoints() {
        double[][] rows = new double[40][];
        double[] observed = new double[40];
        Random random = new Random(2);
        for (int i = 0; i < 40; i++) {
            rows[i] = new double[] {1, random.nextGaussian(), random.nextGaussian()};
            observed[i] = 2 + 3 * rows[i][1] - rows[i][2] + 0.01 * random.nextGaussian() + (i % 5 == 0 ? 20 : 0);
        }

        double[] plane = RobustLinearFit.fit(rows, observed).orElseThrow();

        // Noise 0.01 over 32 good points: standard error 0.002; five of them.
        assertThat(plane).as("seed 2").containsExactly(new double[] {2, 3, -1}, within(0.01));
        assertThat(RobustLinearFit.fit(new double[][] {{1, 1}, {1, 1}}, new double[] {1, 2}))
                .isEmpty();
        assertThat(RobustLinearFit.fit(new double[0][], new double[0])).isEmpty();
        assertThat(RobustLinearFit.fit(new double[][] {{1}, {1}, {1}}, new double[] {4, 4, 4})
                        .orElseThrow())
                .containsExactly(new double[] {4}, within(1e-12));
    }

    @Test
    void ignoresNoneOfAFewObservations() {
        double[][] rows = {{1, 0}, {1, 1}, {1, 2}, {1, 3}};

        // Least squares of 0, 1, 2, 7: slope Σ(x − 1.5)y/5 = (−0.5 + 1 + 10.5)/5.
        assertThat(RobustLinearFit.fit(rows, new double[] {0, 1, 2, 7}).orElseThrow()[1])
                .isEqualTo(2.2, within(1e-12));
    }
}
