package org.fiducial.facility.trend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When neighbours resemble each other. */
class AutocorrelationTest {

    private static double[] series(SplittableRandom random, int n, double phi) {
        double[] values = new double[n];
        values[0] = random.nextGaussian();
        for (int i = 1; i < n; i++) {
            values[i] = phi * values[i - 1] + Math.sqrt(1 - phi * phi) * random.nextGaussian();
        }
        return values;
    }

    /** Deviations of 1 2 3 4 5 from 3: products 2 + 0 + 0 + 2, squares 10. */
    @Test
    void isTheSumOfProductsOverTheSumOfSquares() {
        assertThat(Autocorrelation.of(new double[] {1, 2, 3, 4, 5}).lagOne()).isEqualTo(0.4, within(1e-12));
        assertThat(Autocorrelation.of(new double[] {2, 2}).lagOne()).isZero();
        assertThat(Autocorrelation.of(new double[0]).probability()).isEqualTo(1);
    }

    /** Moran's variance is exact for normal values and the normal shape not: 5 % ± 0.2 % scatter over 10,000, 1 % for the shape. */
    @Test
    void mattersByChanceInFiveOfAHundredSeries() {
        SplittableRandom random = new SplittableRandom(17);
        int matters = 0;
        for (int run = 0; run < 10_000; run++) {
            matters += Autocorrelation.of(series(random, 20, 0)).matters() ? 1 : 0;
        }

        assertThat(matters / 10_000.0).as("seed 17").isEqualTo(0.05, within(0.018));
    }

    @Test
    void doesNotMatterInShortSeries() {
        assertThat(Autocorrelation.of(new double[] {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14})
                        .matters())
                .isFalse();
        assertThat(Autocorrelation.of(new double[] {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15})
                        .matters())
                .isTrue();
    }

    /** Share √(1 − φ), against one series of 100,000 whose moving ranges scatter by 0.4 %. */
    @ParameterizedTest
    @CsvSource({"0, 1.00", "0.25, 0.87", "0.5, 0.71", "0.7, 0.55"})
    void makesMovingRangesTooSmall(double phi, double share) {
        double[] values = series(new SplittableRandom(70), 100_000, phi);

        assertThat(Autocorrelation.movingRangeShare(phi)).isEqualTo(share, within(0.0051));
        assertThat(Spread.MEAN_MOVING_RANGE.of(values).orElseThrow())
                .as("seed 70")
                .isEqualTo(Autocorrelation.movingRangeShare(phi), within(0.02));
    }
}
