package org.fiducial.metrology.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PoissonSamplerTest {

    private static final long SEED = 20_261_122L;
    private static final int N = 200_000;

    // Mean and variance are both λ; their standard errors are √(λ/n) and √((λ + 2λ²)/n). The third central moment is λ,
    // with standard error below √(λ + 25λ² + 15λ³)/√n·1.1. Five standard errors: one false alarm in two million.
    @ParameterizedTest
    @ValueSource(doubles = {0.02, 0.7, 5, 9.99, 10, 13.5, 40, 300, 20_000})
    void firstThreeMomentsAreThoseOfThePoissonDistribution(double mean) {
        PoissonSampler sampler = new PoissonSampler(new SplittableRandom(SEED));
        double sum = 0;
        double second = 0;
        double third = 0;
        for (int i = 0; i < N; i++) {
            double deviation = sampler.next(mean) - mean;
            sum += deviation;
            second += deviation * deviation;
            third += deviation * deviation * deviation;
        }

        String seed = "seed " + SEED + ", mean " + mean;
        assertThat(sum / N).as(seed).isCloseTo(0, within(5 * Math.sqrt(mean / N)));
        assertThat(second / N).as(seed).isCloseTo(mean, within(5 * Math.sqrt((mean + 2 * mean * mean) / N)));
        double thirdError = 1.1 * Math.sqrt((mean + 25 * mean * mean + 15 * mean * mean * mean) / N);
        assertThat(third / N).as(seed).isCloseTo(mean, within(5 * thirdError));
    }

    // Pearson's χ² against the probabilities λᵏe^{−λ}/k!: 30 cells from 0 to 29 and the rest; for 30 degrees of freedom
    // 1e-6 of all samples lie above 81.
    @ParameterizedTest
    @ValueSource(doubles = {9.5, 10.5})
    void countsFollowTheProbabilitiesOnBothSidesOfTheSwitch(double mean) {
        PoissonSampler sampler = new PoissonSampler(new SplittableRandom(SEED));
        int[] counts = new int[31];
        for (int i = 0; i < N; i++) {
            counts[(int) Math.min(30, sampler.next(mean))]++;
        }

        double chiSquare = 0;
        double rest = 1;
        for (int k = 0; k <= 30; k++) {
            double probability = k < 30 ? Math.exp(k * Math.log(mean) - mean - PoissonSampler.logFactorial(k)) : rest;
            rest -= probability;
            chiSquare += Math.pow(counts[k] - N * probability, 2) / (N * probability);
        }
        assertThat(chiSquare).as("seed " + SEED).isLessThan(81);
    }

    @Test
    void stirlingContinuesTheTableOfLogFactorials() {
        assertThat(PoissonSampler.logFactorial(128))
                .isCloseTo(PoissonSampler.logFactorial(127) + Math.log(128), within(1e-11));
    }

    @Test
    void nothingExpectedGivesNothing() {
        assertThat(new PoissonSampler(new SplittableRandom(SEED)).next(0)).isZero();
    }

    @Test
    void refusesAMeanThatIsNoMean() {
        PoissonSampler sampler = new PoissonSampler(new SplittableRandom(SEED));
        assertThatThrownBy(() -> sampler.next(-1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> sampler.next(Double.NaN)).isInstanceOf(IllegalArgumentException.class);
    }
}
