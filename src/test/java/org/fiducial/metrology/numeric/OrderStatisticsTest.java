package org.fiducial.metrology.numeric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class OrderStatisticsTest {

    private static final long SEED = 61;

    @Test
    void selectsWhatSortingWouldGive() {
        SplittableRandom random = new SplittableRandom(SEED);
        for (int round = 0; round < 2000; round++) {
            int count = 1 + random.nextInt(60);
            // Few different values: ties are what detector counts are full of.
            int levels = 1 + random.nextInt(30);
            double[] values = random.doubles(count + 3)
                    .map(v -> Math.floor(v * levels) - 3)
                    .toArray();
            double[] sorted = Arrays.copyOf(values, count);
            Arrays.sort(sorted);
            int k = random.nextInt(count);

            assertThat(OrderStatistics.select(values.clone(), count, k))
                    .as("seed %d, round %d", SEED, round)
                    .isEqualTo(sorted[k]);
            assertThat(OrderStatistics.median(values.clone(), count))
                    .as("seed %d, round %d", SEED, round)
                    .isEqualTo(0.5 * (sorted[(count - 1) / 2] + sorted[count / 2]));
        }
    }

    @Test
    void leavesSmallerBeforeAndLargerBehind() {
        double[] values = {5, 1, 4, 1, 3, 9, 2, 6};

        double third = OrderStatistics.select(values, values.length, 3);

        assertThat(third).isEqualTo(3);
        assertThat(Arrays.copyOf(values, 3)).containsExactlyInAnyOrder(1, 1, 2);
        assertThat(values[3]).isEqualTo(3);
    }

    @Test
    void keepsItsPaceOnOrderedAndEqualValues() {
        int many = 1 << 20;
        double[] rising = new double[many];
        Arrays.setAll(rising, i -> i);

        assertThat(OrderStatistics.select(rising, many, many / 3)).isEqualTo(Math.floorDiv(many, 3));
        assertThat(OrderStatistics.median(new double[many], many)).isZero();
    }

    @Test
    void refusesARankThatIsNotThere() {
        assertThatThrownBy(() -> OrderStatistics.select(new double[3], 3, 3)).hasMessageContaining("rank 3 of 3");
        assertThatThrownBy(() -> OrderStatistics.median(new double[3], 0)).hasMessageContaining("rank 0 of 0");
    }
}
