package org.fiducial.facility.trend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.assertj.core.data.Offset;
import org.fiducial.SharedFolder;
import org.junit.jupiter.api.Test;

/** Charts of means and standard deviations. */
class ReplicatesTest {

    private static final Offset<Double> FIFTH_DIGIT = within(0.51e-5);

    private static List<double[]> normal(SplittableRandom random, int subgroups, int size, double between) {
        List<double[]> all = new ArrayList<>();
        for (int i = 0; i < subgroups; i++) {
            double level = 10 + between * random.nextGaussian();
            all.add(random.doubles(size)
                    .map(unused -> level + random.nextGaussian())
                    .toArray());
        }
        return all;
    }

    /** Montgomery, inside diameters of piston rings [mm]: limits of s from the first 25 samples of five. */
    @Test
    void limitsOfPistonRingsAreThoseOfMontgomery() throws IOException {
        TreeMap<Integer, List<Double>> samples = new TreeMap<>();
        Files.readAllLines(SharedFolder.data("qcc/pistonrings.txt")).stream()
                .skip(1)
                .map(line -> line.strip().split("\\s+"))
                .forEach(row -> samples.computeIfAbsent(Integer.valueOf(row[1]), unused -> new ArrayList<>())
                        .add(Double.valueOf(row[0])));
        List<double[]> subgroups = samples.values().stream()
                .map(each -> each.stream().mapToDouble(Double::doubleValue).toArray())
                .toList();

        Replicates.Charted charted =
                (Replicates.Charted) Replicates.over(subgroups, new Baseline(0, 25), List.of(RunRule.limit()));

        assertThat(subgroups).hasSize(40);
        assertThat(charted.means().centre()).isEqualTo(74.001176, within(0.51e-6));
        assertThat(charted.means().reference().sigma()).isEqualTo(0.00982998, within(0.51e-8));
        assertThat(charted.means().points().get(0).lower()).isEqualTo(73.98799, FIFTH_DIGIT);
        assertThat(charted.means().points().get(0).upper()).isEqualTo(74.01436, FIFTH_DIGIT);
        assertThat(charted.deviations().centre()).isEqualTo(0.009240, within(0.51e-6));
        assertThat(charted.deviations().points().get(0).upper()).isEqualTo(0.01930, FIFTH_DIGIT);
        assertThat(charted.deviations().points().get(0).lower()).isZero();
        // Samples 37, 38, 39, counted from 1.
        assertThat(charted.means().hits().stream().map(Hit::point)).containsExactly(36, 37, 38);
        assertThat(charted.deviations().hits()).isEmpty();
        assertThat(charted.betweenExceedsWithin()).isFalse();
    }

    @Test
    void eachSizeHasItsOwnLimits() {
        SplittableRandom random = new SplittableRandom(3);
        List<double[]> subgroups = normal(random, 25, 4, 0);
        subgroups.addAll(normal(random, 1, 16, 0));

        Replicates.Charted charted =
                (Replicates.Charted) Replicates.over(subgroups, new Baseline(0, 25), List.of(RunRule.limit()));

        ChartPoint four = charted.means().points().get(0);
        ChartPoint sixteen = charted.means().points().get(25);
        assertThat(sixteen.upper() - sixteen.lower()).isEqualTo((four.upper() - four.lower()) / 2, within(1e-12));
        double sigma = charted.means().reference().sigma();
        // B₄(16) = 1 + 3√(1 − c₄²)/c₄ with c₄(16) = 0.98348 (ASTM manual): 1.552; of σ: 1.5263.
        assertThat(charted.deviations().points().get(25).upper() / sigma).isEqualTo(1.526, within(0.001));
        assertThat(charted.deviations().points().get(25).lower() / sigma).isEqualTo(0.440, within(0.001));
    }

    /** F and t limits are exact: one mean in 370 and one deviation in 741 lies beyond, with 5 subgroups of 3 as with 500. */
    @Test
    void limitsOfFewSubgroupsKeepTheirProbability() {
        SplittableRandom random = new SplittableRandom(20);
        int runs = 20_000;
        int means = 0;
        int deviations = 0;
        for (int run = 0; run < runs; run++) {
            List<double[]> subgroups = normal(random, 6, 3, 0);
            Replicates.Charted charted =
                    (Replicates.Charted) Replicates.over(subgroups, new Baseline(0, 5), List.of(RunRule.limit()));
            means += charted.means().hitAt(5).isPresent() ? 1 : 0;
            deviations += charted.deviations().hitAt(5).isPresent() ? 1 : 0;
        }

        // Expected 54 ± 7.3 and 27 ± 5.2; four standard deviations.
        assertThat(means).as("seed 20").isBetween(25, 83);
        assertThat(deviations).as("seed 20").isBetween(7, 47);
    }

    @Test
    void daysThatVaryMoreThanReplicatesAreSeen() {
        SplittableRandom random = new SplittableRandom(4);

        // σ between 3, within 1, eight days of five: ratio about 1 + 5·9 = 46, F(0.99; 7, 32) = 3.26.
        Replicates.Charted days =
                (Replicates.Charted) Replicates.over(normal(random, 8, 5, 3), new Baseline(0, 8), List.of());

        assertThat(days.betweenExceedsWithin()).as("seed 4").isTrue();
        assertThat(days.means().reference().provisionalPoints()).hasValue(40);
    }

    @Test
    void refusesSubgroupsOfOneAndBaselinesWithoutSpread() {
        List<double[]> single = List.of(new double[] {1, 2}, new double[] {1}, new double[] {2, 3});
        List<double[]> same = List.of(new double[] {1, 1}, new double[] {1, 1}, new double[] {1, 1});

        assertThat(Replicates.over(single, new Baseline(0, 3), List.of())).isEqualTo(new Replicates.NoReplicates(1, 1));
        assertThat(Replicates.over(same, new Baseline(0, 3), List.of()))
                .isEqualTo(new Replicates.NotCharted(Reference.Lack.NO_SPREAD, 3));
        assertThat(Replicates.over(same, new Baseline(0, 2), List.of()))
                .isEqualTo(new Replicates.NotCharted(Reference.Lack.TOO_FEW_POINTS, 2));
    }
}
