package org.fiducial.metrology.numeric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class CholeskyFactorTest {

    /** A = [[4, 2, 0.6], [2, 5, 1], [0.6, 1, 3]] with x = (1, -2, 3). */
    private static final double[] MATRIX = {4, 2, 0.6, 2, 5, 1, 0.6, 1, 3};

    @Test
    void solvesASystemAndInvertsItsMatrix() {
        CholeskyFactor factor = CholeskyFactor.of(MATRIX, 3).orElseThrow();

        assertThat(factor.solve(new double[] {1.8, -5, 7.6})).containsExactly(new double[] {1, -2, 3}, within(1e-13));
        double[] inverse = factor.inverse();
        assertThat(4 * inverse[0] + 2 * inverse[3] + 0.6 * inverse[6]).isEqualTo(1, within(1e-14));
        assertThat(2 * inverse[0] + 5 * inverse[3] + inverse[6]).isEqualTo(0, within(1e-14));
    }

    @Test
    void losesNoDigitsToParametersOfVeryDifferentSize() {
        double[] scaled = {4e12, 2, 0.6e6, 2, 5e-12, 1e-6, 0.6e6, 1e-6, 3};

        double[] x = CholeskyFactor.of(scaled, 3).orElseThrow().solve(new double[] {1.8e6, -5e-6, 7.6});

        assertThat(x[0] * 1e6).isEqualTo(1, within(1e-12));
        assertThat(x[1] * 1e-6).isEqualTo(-2, within(1e-12));
    }

    @Test
    void dampsTheDiagonalInProportion() {
        double[] x =
                CholeskyFactor.of(new double[] {2, 0, 0, 8}, 2, 1).orElseThrow().solve(new double[] {4, 16});

        assertThat(x).containsExactly(new double[] {1, 1}, within(1e-15));
    }

    @Test
    void refusesWhatIsNotPositiveDefinite() {
        assertThat(CholeskyFactor.of(new double[] {1, 2, 2, 1}, 2)).isEmpty();
        assertThat(CholeskyFactor.of(new double[] {1, 0, 0, 0}, 2)).isEmpty();
        assertThat(CholeskyFactor.of(new double[] {Double.NaN}, 1)).isEmpty();
    }
}
