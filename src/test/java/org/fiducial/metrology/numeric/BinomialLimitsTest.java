package org.fiducial.metrology.numeric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Limits of shares and zeros of functions. */
class BinomialLimitsTest {

    /** Beta quantiles of SciPy 1.17, to half a unit of the last digit. */
    @ParameterizedTest
    @CsvSource({
        "26, 30, 0.90, 0.7203848, 0.9531452",
        "23, 24, 0.90, 0.8171075, 0.9978651",
        "15, 20, 0.90, 0.5444176, 0.8959192",
        "3, 1000, 0.95, 0.0006191, 0.0087420"
    })
    void limitsAreThoseOfTheBetaDistribution(int seen, int of, double confidence, double low, double high) {
        BinomialLimits limits = BinomialLimits.of(seen, of, confidence);

        assertThat(limits.low()).isEqualTo(low, within(6e-8));
        assertThat(limits.high()).isEqualTo(high, within(6e-8));
    }

    @Test
    void noneAndAllHaveOneLimitOnly() {
        // (α/2)^(1/n).
        assertThat(BinomialLimits.of(10, 10, 0.9).low()).isEqualTo(Math.pow(0.05, 0.1), within(1e-9));
        assertThat(BinomialLimits.of(10, 10, 0.9).high()).isEqualTo(1);
        assertThat(BinomialLimits.of(0, 10, 0.9).low()).isZero();
        assertThatThrownBy(() -> BinomialLimits.of(0, 0, 0.9)).hasMessageContaining("0 of 0");
        assertThatThrownBy(() -> BinomialLimits.of(3, 2, 0.9)).hasMessageContaining("3 of 2");
    }

    @Test
    void aZeroIsFoundToTheLastDigit() {
        assertThat(Bisection.ofRising(x -> x * x - 2, 0, 2)).isEqualTo(Math.sqrt(2), within(4e-16));
        assertThat(Bisection.ofFalling(x -> 2 - x * x, 0, 2)).isEqualTo(Math.sqrt(2), within(4e-16));
    }

    @Test
    void withoutAZeroTheNearerEndIsFound() {
        assertThat(Bisection.ofRising(x -> x + 1, 0, 2)).isEqualTo(0, within(1e-15));
        assertThat(Bisection.ofRising(x -> x - 3, 0, 2)).isEqualTo(2, within(1e-15));
    }
}
