package org.fiducial.metrology.psf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.fiducial.metrology.acquisition.Budget;
import org.fiducial.metrology.acquisition.Figures3;
import org.fiducial.metrology.numeric.Robust;
import org.fiducial.metrology.numeric.RobustStatistics;
import org.fiducial.metrology.protocol.Uncertainty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Medians, budgets, bead sizes and surfaces against textbook answers. */
class NumbersTest {

    @Test
    void mediansOfOddAndEvenCounts() {
        assertThat(RobustStatistics.median(new double[] {3, 1, 2})).isEqualTo(2);
        assertThat(RobustStatistics.median(new double[] {4, 1, 3, 2})).isEqualTo(2.5);
        assertThat(Robust.sd(new double[] {1, 3})).hasValueCloseTo(Math.sqrt(2), within(1e-15));
        assertThat(Robust.sd(new double[] {1})).isEmpty();
        assertThat(Robust.spread(new double[] {1})).isEmpty();
    }

    /**
     * The spread of normal values is unbiased for small samples: Croux and Rousseeuw's factors, checked by 20,000 samples;
     * the standard error of their mean is below 0.6 % for n ≥ 2.
     */
    @ParameterizedTest
    @CsvSource({"2", "3", "5", "9", "10", "30"})
    void theRobustSpreadIsUnbiasedForFewBeads(int n) {
        RandomGenerator random = new SplittableRandom(n);
        double sum = 0;
        for (int i = 0; i < 20_000; i++) {
            sum += Robust.spread(
                            random.doubles(n).map(u -> random.nextGaussian()).toArray())
                    .orElseThrow();
        }
        assertThat(sum / 20_000).as("seed %d", n).isCloseTo(1, within(0.025));
    }

    /** The combined u of a median of 15 normal values is the scatter of such medians, within 5 %. */
    @Test
    void theBudgetOfAMedianIsItsScatter() {
        RandomGenerator random = new SplittableRandom(4);
        int trials = 4000;
        double[] medians = new double[trials];
        double stated = 0;
        for (int i = 0; i < trials; i++) {
            double[] values = random.doubles(15).map(u -> random.nextGaussian()).toArray();
            medians[i] = RobustStatistics.median(values);
            stated += new Budget(values, new double[0], new int[15])
                            .combined()
                            .orElseThrow()
                            .standard()
                    / trials;
        }
        assertThat(stated / Robust.sd(medians).orElseThrow()).as("seed 4").isCloseTo(1, within(0.05));
    }

    @Test
    void photonNoiseIsNotCountedTwice() {
        double[] values = {1.0, 1.1, 0.9, 1.05, 0.95};
        double[] large = {0.2, 0.2, 0.2, 0.2, 0.2};

        Uncertainty budget = new Budget(values, large, new int[5]).combined().orElseThrow();

        assertThat(budget.parts())
                .extracting(Uncertainty.Part::name)
                .containsExactly("photon-noise part", "between beads");
        assertThat(budget.parts().get(1).standard()).isZero();
        // √(π/2) · 0.2/√5
        assertThat(budget.standard()).isCloseTo(0.1121, within(1e-4));
    }

    @Test
    void repeatsThatDisagreeWidenTheBudget() {
        double[] values = {1.0, 1.0, 1.0, 1.0, 1.2, 1.2, 1.2, 1.2};
        int[] inputs = {0, 0, 0, 0, 1, 1, 1, 1};

        Uncertainty budget = new Budget(values, new double[0], inputs)
                .with("pixel size", 0.01)
                .combined()
                .orElseThrow();

        assertThat(budget.parts())
                .extracting(Uncertainty.Part::name)
                .containsExactly("between beads", "between repeats", "pixel size");
        // The medians 1.0 and 1.2 have sd 0.1414; over √2 that is 0.1.
        assertThat(budget.standard()).isCloseTo(Math.hypot(0.1, 0.01), within(1e-9));
    }

    @Test
    void nothingKnownMeansNoUncertainty() {
        assertThat(new Budget(new double[] {1}, new double[0], new int[1]).combined())
                .isEmpty();
    }

    /** k from measurands: 0.277 solid, 0.462 shell, 0 point; d/F as the table's first column. */
    @ParameterizedTest
    @CsvSource({"solid, 0.1, 0.25, 0.24439", "shell, 0.1, 0.25, 0.24058", "point, 0.1, 0.25, 0.25"})
    void removesTheBeadFromTheWidth(String kind, double diameter, double measured, double corrected) {
        BeadSize size = new BeadSize(Optional.of(diameter), 0.05, kind);

        assertThat(size.corrected(measured).orElseThrow()).isCloseTo(corrected, within(1e-5));
        assertThat(size.formula()).isEqualTo("bead-" + kind);
    }

    @Test
    void aBeadOfUnknownOrTooLargeSizeCannotBeRemoved() {
        assertThat(new BeadSize(Optional.empty(), 0.05, "solid").corrected(0.3)).isEmpty();
        assertThat(new BeadSize(Optional.of(6.0), 0.05, "solid").corrected(0.3)).isEmpty();
        assertThat(new BeadSize(Optional.empty(), 0.05, "point").corrected(0.3)).contains(0.3);
        assertThat(new BeadSize(Optional.of(0.15), 0.05, "solid").shareOf(0.3)).isEqualTo(0.5);
        assertThat(new BeadSize(Optional.of(0.15), 0.05, "point").shareOf(0.3)).isZero();
    }

    @Test
    void findsTiltAndBowlOfTheBeads() {
        List<double[]> tilted = new ArrayList<>();
        List<double[]> bowl = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            for (int j = 0; j < 5; j++) {
                double x = 10 * (i - 2);
                double y = 10 * (j - 2);
                tilted.add(new double[] {x, y, 3 + 0.01 * x - 0.02 * y});
                bowl.add(new double[] {x, y, 3 + 0.01 * x + 0.001 * (x * x + y * y)});
            }
        }
        // atan √(0.01² + 0.02²) = 1.2810°; a bowl of 0.001/µm at 30 µm is 0.9 µm high.
        assertThat(new FieldShape(tilted, 30).tiltDeg().orElseThrow()).isCloseTo(1.2810, within(1e-4));
        assertThat(new FieldShape(tilted, 30).curvatureUm().orElseThrow()).isCloseTo(0, within(1e-9));
        assertThat(new FieldShape(bowl, 30).curvatureUm().orElseThrow()).isCloseTo(0.9, within(1e-9));
        assertThat(new FieldShape(tilted, 30).rangeUm().orElseThrow()).isCloseTo(1.2, within(1e-9));
    }

    @Test
    void fitsNoSurfaceThroughTooFewBeadsOrOneRow() {
        List<double[]> row =
                List.of(new double[] {0, 0, 1}, new double[] {1, 0, 1}, new double[] {2, 0, 1}, new double[] {3, 0, 1});

        assertThat(new FieldShape(row, 30).tiltDeg()).isEmpty();
        assertThat(new FieldShape(row, 30).curvatureUm()).isEmpty();
        assertThat(new FieldShape(row.subList(0, 1), 30).rangeUm()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"0.2048, 0.205", "1234.5, 1230", "0, 0", "-3.14159, -3.14", "0.00001234, 0.0000123"})
    void writesThreeFigures(double value, String text) {
        assertThat(Figures3.of(value)).isEqualTo(text);
    }
}
