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
    void findsFurtherRanksInThePartThatHoldsThem() {
        SplittableRandom random = new SplittableRandom(SEED);
        for (int n = 1; n < 60; n++) {
            double[] values = random.doubles(n, 0, 20).map(Math::floor).toArray();
            double[] sorted = values.clone();
            Arrays.sort(sorted);
            OrderStatistics.median(values, n);
            int high = n / 2 + (n - n / 2) / 2;

            assertThat(OrderStatistics.select(values, n / 2, n, high))
                    .as("seed %d, %d values", SEED, n)
                    .isEqualTo(sorted[high]);
            assertThat(OrderStatistics.select(values, 0, n / 2 + 1, n / 4))
                    .as("seed %d, %d values", SEED, n)
                    .isEqualTo(sorted[n / 4]);
        }
    }

    @Test
    void refusesARankThatIsNotThere() {
        assertThatThrownBy(() -> OrderStatistics.select(new double[3], 3, 3))
                .hasMessageContaining("rank 3 is not in the part from 0 to 3");
        assertThatThrownBy(() -> OrderStatistics.median(new double[3], 0))
                .hasMessageContaining("rank 0 is not in the part from 0 to 0");
    }
}
