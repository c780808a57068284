package org.fiducial.metrology.numeric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RankSelectionTest {

    private static double[] numbers(int n) {
        Random random = new Random(n);
        double[] numbers = new double[n];
        for (int i = 0; i < n; i++) {
            // Both signs, many magnitudes, and ties.
            numbers[i] = i % 5 == 0 ? 1.5 : random.nextGaussian() * Math.pow(10, random.nextInt(20) - 10);
        }
        return numbers;
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 7, 1000, 100_001, 200_000})
    void medianIsThatOfTheSortedNumbers(int n) {
        double[] numbers = numbers(n);
        double[] sorted = numbers.clone();
        Arrays.sort(sorted);
        double expected = n % 2 == 1 ? sorted[n / 2] : 0.5 * (sorted[n / 2 - 1] + sorted[n / 2]);

        assertThat(RankSelection.median(Numbers.of(numbers))).isEqualTo(expected);
        assertThat(RankSelection.atRank(Numbers.of(numbers), n / 3)).isEqualTo(sorted[n / 3]);
        assertThat(RankSelection.atRank(Numbers.of(numbers), n - 1)).isEqualTo(sorted[n - 1]);
    }

    @Test
    void refusesNoNumbersAndRanksThereAreNot() {
        assertThatThrownBy(() -> RankSelection.median(Numbers.of())).hasMessageContaining("at least one");
        assertThatThrownBy(() -> RankSelection.atRank(Numbers.of(1, 2), 2)).hasMessageContaining("rank 2");
    }
}
