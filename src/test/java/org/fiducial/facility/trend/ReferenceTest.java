package org.fiducial.facility.trend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import org.fiducial.facility.trend.Reference.Established;
import org.fiducial.facility.trend.Reference.Lack;
import org.fiducial.facility.trend.Reference.Provisional;
import org.fiducial.facility.trend.Reference.Weights;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What values are compared with, and how wide limits are where little is known. */
class ReferenceTest {

    /** −t(Φ(−3); n − 1) √(1 + 1/n), computed with SciPy; half a unit of the last digit. */
    @ParameterizedTest
    @CsvSource({
        "3, 22.1780",
        "5, 7.2521",
        "7, 5.2427",
        "8, 4.8048",
        "10, 4.2941",
        "15, 3.7550",
        "20, 3.5324",
        "30, 3.3347"
    })
    void provisionalLimitsAreThoseOfAPrediction(int n, double factor) {
        Reference reference = new Provisional(0, 1, n, n - 1);

        assertThat(reference.halfWidth(3, Weights.SINGLE)).isEqualTo(factor, within(0.51e-4));
        assertThat(reference.provisionalPoints()).hasValue(n);
    }

    @Test
    void deviatesAndLimitsAreInversesOfEachOther() {
        Reference reference = new Provisional(10, 2, 7, 6);

        for (double k : new double[] {-3, -1, 0, 0.5, 2, 2.86, 3}) {
            for (Weights weights : List.of(Weights.SINGLE, Weights.DIFFERENCE, Weights.mean(4))) {
                double half = reference.halfWidth(k, weights);
                // The quantile is found to 1e-9 of itself.
                assertThat(reference.deviate(half, weights)).isEqualTo(k, within(1e-6));
            }
        }
        assertThat(reference.deviate(1e300, Weights.SINGLE)).isEqualTo(37);
        assertThat(reference.deviate(-1e300, Weights.SINGLE)).isEqualTo(-37);
    }

    /** Binomial scatter of 0.27 % over 200,000 baselines is 0.0116 %; four of it. */
    @ParameterizedTest
    @CsvSource({"3, 31", "5, 51", "12, 121"})
    void oneOfThreeHundredAndSeventyNextValuesIsBeyondWhateverTheBaseline(int n, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int beyond = 0;
        int moving = 0;
        int runs = 200_000;
        double factor = new Provisional(0, 1, n, n - 1).halfWidth(3, Weights.SINGLE);
        double range = new Provisional(0, 1, n, n - 1).halfWidth(MovingRangeRule.DEVIATE, Weights.DIFFERENCE);
        for (int run = 0; run < runs; run++) {
            double[] baseline = new double[n];
            for (int i = 0; i < n; i++) {
                baseline[i] = random.nextGaussian();
            }
            Reference reference = Reference.of(baseline, Spread.MEAN_MOVING_RANGE);
            double next = random.nextGaussian();
            beyond += Math.abs(next - reference.centre()) > factor * reference.sigma() ? 1 : 0;
            moving += Math.abs(next - random.nextGaussian()) > range * reference.sigma() ? 1 : 0;
        }

        assertThat(beyond / (double) runs).as("seed %d", seed).isEqualTo(0.0027, within(4 * 0.000116));
        // 2 Φ(−2.606) = 0.00916 with a scatter of 0.00021.
        assertThat(moving / (double) runs).as("seed %d", seed).isEqualTo(0.00915, within(4 * 0.00021));
    }

    @Test
    void fromTwentyPointsOnTheUsualLimitsStand() {
        double[] values = new SplittableRandom(5).doubles(20).toArray();

        Reference reference = Reference.of(values, Spread.MEAN_MOVING_RANGE);

        assertThat(reference).isInstanceOf(Established.class);
        assertThat(reference.provisionalPoints()).isEmpty();
        assertThat(Reference.of(java.util.Arrays.copyOf(values, 19), Spread.MEAN_MOVING_RANGE))
                .isInstanceOf(Provisional.class);
    }

    /** (n − 1)/√n is 3.61 at 15 points and 3.75 at 16; the factors are 3.76 and 3.70. */
    @Test
    void ofFifteenPointsNoneCanLieBeyondItsOwnProvisionalLimits() {
        for (int n : new int[] {5, 15, 16}) {
            double[] values = new double[n];
            values[0] = 1;
            Reference reference = Reference.of(values, Spread.MEAN_MOVING_RANGE);
            double deviate = reference.deviate(1 - reference.centre(), Weights.SINGLE);
            assertThat(deviate > 3).as("n %d", n).isEqualTo(n > 15);
        }
    }

    @Test
    void aBaselineNeedsThreePointsAndASpread() {
        assertThat(Reference.lack(new double[] {1, 2})).contains(Lack.TOO_FEW_POINTS);
        assertThat(Reference.lack(new double[] {0.1 + 0.2, 0.3, 0.3})).contains(Lack.NO_SPREAD);
        assertThat(Reference.lack(new double[] {1, 2, 1})).isEmpty();
        assertThatThrownBy(() -> new Established(1, 0)).hasMessageContaining("spread above 0");
        assertThatThrownBy(() -> new Provisional(1, 1, 1, 0)).hasMessageContaining("two values");
    }

    /** σ of 10,000 values of a line of slope 0.01: moving ranges do not see it, s does: √(1 + (100)²/12) = 28.9. */
    @Test
    void movingRangesAreBlindToSlowChange() {
        SplittableRandom random = new SplittableRandom(9);
        double[] values = new double[10_000];
        for (int i = 0; i < values.length; i++) {
            values[i] = 0.01 * i + random.nextGaussian();
        }

        // Standard error of σ from moving ranges about 0.9 % and 1.4 %; four of them.
        assertThat(Spread.MEAN_MOVING_RANGE.of(values).orElseThrow()).isEqualTo(1, within(0.036));
        assertThat(Spread.MEDIAN_MOVING_RANGE.of(values).orElseThrow()).isEqualTo(1, within(0.056));
        assertThat(Spread.STANDARD_DEVIATION.of(values).orElseThrow()).isEqualTo(28.9, within(0.3));
        assertThat(Spread.MEAN_MOVING_RANGE.of(new double[] {1})).isEmpty();
    }
}
