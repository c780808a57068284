package org.fiducial.metrology.numeric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Distributions, quadrature and rank slopes against tables. */
class DistributionsTest {

    @Test
    void normalQuantilesInvertTheDistribution() {
        assertThat(NormalDistribution.quantile(0.975)).isEqualTo(1.959963984540054, within(1e-12));
        assertThat(NormalDistribution.quantile(0.75)).isEqualTo(0.6744897501960817, within(1e-12));
        // Φ(−8) = 6.22096057427e-16, a tail that 1 − p cannot hold.
        assertThat(NormalDistribution.quantile(6.22096057427178e-16)).isEqualTo(-8, within(1e-11));
        assertThat(NormalDistribution.quantile(NormalDistribution.cumulative(-37)))
                .isEqualTo(-37, within(1e-10));
        assertThat(NormalDistribution.quantile(0.5)).isEqualTo(0, within(1e-13));
        assertThat(NormalDistribution.density(0)).isEqualTo(0.3989422804014327, within(1e-15));
        assertThatThrownBy(() -> NormalDistribution.quantile(1)).hasMessageContaining("(0, 1)");
    }

    /** Tables of t and F. */
    @Test
    void quantilesOfTAndFAreThoseOfTables() {
        assertThat(new StudentDistribution(4).quantile(0.95)).isEqualTo(2.131846786, within(1e-8));
        assertThat(new StudentDistribution(1).cumulative(1)).isEqualTo(0.75, within(1e-12));
        assertThat(new StudentDistribution(1e6).normalDeviate(2)).isEqualTo(2, within(1e-5));
        assertThat(new FisherDistribution(7, 32).quantile(0.99)).isEqualTo(3.2583, within(0.51e-4));
        assertThat(new FisherDistribution(2, 2).cumulative(1)).isEqualTo(0.5, within(1e-12));
        assertThatThrownBy(() -> new StudentDistribution(0)).hasMessageContaining("above 0");
    }

    @Test
    void quadratureIsExactForPolynomials() {
        GaussLegendre rule = new GaussLegendre(4, -1, 2);

        // ∫ x⁷ from −1 to 2 = (256 − 1)/8.
        assertThat(rule.integrate(x -> Math.pow(x, 7))).isEqualTo(255 / 8.0, within(1e-12));
        assertThat(rule.stretched(2).integrate(x -> 1)).isEqualTo(6, within(1e-12));
        assertThat(rule.size()).isEqualTo(4);
    }

    @Test
    void linearSystemsAreSolvedOrSingular() {
        assertThat(LinearSystem.solve(new double[][] {{0, 2}, {1, 1}}, new double[] {4, 5})
                        .orElseThrow())
                .containsExactly(new double[] {3, 2}, within(1e-12));
        assertThat(LinearSystem.solve(new double[][] {{1, 2}, {2, 4}}, new double[] {1, 2}))
                .isEmpty();
        assertThat(GammaFunction.logarithm(6)).isEqualTo(Math.log(120), within(1e-12));
    }

    /** Kendall's table of S: P(S ≥ 10) = 1/120 for 5, P(S ≥ 11) = 20/720 for 6, P(S ≥ 14) = 0.0543 for 8. */
    @ParameterizedTest
    @CsvSource({"5, 10, 0.008333", "6, 11, 0.027778", "6, 13, 0.008333", "8, 14, 0.054340"})
    void kendallsDistributionIsExactForFewPoints(int n, int s, double tail) {
        TheilSen.Kendall kendall = new TheilSen.Kendall(s, n, 1, false);

        assertThat(kendall.probability()).isEqualTo(2 * tail, within(1.1e-6));
    }

    /** SciPy's theilslopes and exact kendalltau of the same twelve points. */
    @Test
    void slopesOfTwelvePointsAreThoseOfSciPy() {
        double[] x = IntStream.range(0, 12).asDoubleStream().toArray();
        double[] y = {4.1, 4.0, 4.4, 4.2, 4.6, 4.3, 4.9, 4.5, 4.7, 5.1, 4.8, 5.0};

        TheilSen line = TheilSen.through(x, y, 0.95).orElseThrow();

        assertThat(line.slope()).isEqualTo(0.1, within(1e-12));
        assertThat(line.low()).isEqualTo(0.05, within(1e-12));
        assertThat(line.high()).isEqualTo(0.125, within(1e-12));
        assertThat(line.probability()).isEqualTo(0.0009744810873, within(1e-12));
    }

    @Test
    void tiesAndFewPointsAreRespected() {
        double[] x = {0, 1, 2, 3, 4};

        assertThat(TheilSen.through(new double[] {0, 1, 2, 3}, new double[] {1, 2, 3, 4}, 0.95))
                .isEmpty();
        assertThat(TheilSen.through(new double[] {1, 1, 1, 1, 1}, x, 0.95)).isEmpty();
        // All y the same: S = 0 and its variance too, so chance explains it wholly.
        assertThat(TheilSen.through(x, new double[5], 0.95).orElseThrow().probability())
                .isEqualTo(1);
        // Var S of (1,1,2,2,3) against 0…4: (5·4·15 − 2·2·1·9)/18 = 264/18.
        TheilSen.Kendall tied = TheilSen.Kendall.of(x, new double[] {1, 1, 2, 2, 3});
        assertThat(tied.variance()).isEqualTo(264 / 18.0, within(1e-12));
        assertThat(tied.s()).isEqualTo(8);
        // Long series fall back on the normal distribution: continuous at the border to 2 %.
        double[] many = IntStream.range(0, 61).asDoubleStream().toArray();
        double exact = new TheilSen.Kendall(300, 60, 60.0 * 59 * 125 / 18, false).probability();
        double normal = new TheilSen.Kendall(300, 60, 60.0 * 59 * 125 / 18, true).probability();
        assertThat(normal).isEqualTo(exact, within(0.02 * exact + 1e-3));
        assertThat(TheilSen.through(many, many, 0.95).orElseThrow().slope()).isEqualTo(1);
    }
}
