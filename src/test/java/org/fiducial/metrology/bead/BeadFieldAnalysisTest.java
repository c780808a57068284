package org.fiducial.metrology.bead;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.fiducial.metrology.simulation.Background;
import org.fiducial.metrology.simulation.Clearance;
import org.fiducial.metrology.simulation.Detector;
import org.fiducial.metrology.simulation.GaussianSpread;
import org.fiducial.metrology.simulation.Grid;
import org.fiducial.metrology.simulation.Scene;
import org.fiducial.metrology.simulation.SceneKind;
import org.fiducial.metrology.simulation.SceneLayout;
import org.fiducial.metrology.simulation.Widths;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BeadFieldAnalysisTest {

    private static final Grid GRID = Grid.square(400, 31, 0.1, 0.2);

    /** Peaks down to SNR 8: 100 / √(100 + 10 + 4) = 9.4, 75 / √(75 + 10 + 4) = 8. */
    @ParameterizedTest
    @CsvSource({
        "75, 0.24, 0.8",
        "100, 0.3, 0.8",
        "1000, 0.6, 1.2",
        "20000, 0.3, 0.8",
        "300, 0.15, 0.6",
        "1000, 1.0, 1.2"
    })
    void findsAndMeasuresEveryIsolatedBead(double peak, double fwhmUm, double fwhmZUm) {
        SceneLayout layout = new SceneLayout(
                        GRID,
                        new Clearance(Math.max(2, 5 * fwhmUm), 2 * fwhmUm, 1.3 * fwhmZUm),
                        new SplittableRandom(7))
                .isolated(20, peak, GaussianSpread.ofFwhm(new Widths(fwhmUm, fwhmUm, fwhmZUm)));
        SimulatedField stack = SimulatedField.of(
                new Scene(GRID, layout.objects(), Background.constant(10), Detector.camera(0.5, 100, 2)), 11);
        BeadField field = new BeadFieldAnalysis(BeadSearch.of(stack.voxelSize())).analyse(stack, 0);

        assertThat(stack.measured(SceneKind.ISOLATED, field, 0.3)).isEqualTo(20);
        assertThat(field.outcomes()).hasSize(20);
    }

    @Test
    void measuresNothingThatIsSpoilt() {
        GaussianSpread spread = GaussianSpread.ofFwhm(new Widths(0.3, 0.3, 0.8));
        SceneLayout layout = new SceneLayout(GRID, new Clearance(2.5, 0.8, 1.2), new SplittableRandom(3))
                .isolated(20, 1000, spread)
                .touching(8, 0.6, 1000, spread)
                .saturated(5, 40000, spread)
                .cutByBorder(6, 0.3, 1000, spread)
                .cutByStack(6, 0.5, 1000, spread)
                .debris(5, 1500, GaussianSpread.ofFwhm(new Widths(0.9, 0.9, 1.6)))
                .hotPixels(8, 3000);
        SimulatedField stack = SimulatedField.of(
                new Scene(
                        GRID,
                        layout.objects(),
                        Background.constant(10),
                        Detector.camera(0.5, 100, 2).withBits(16)),
                5);
        BeadField field = new BeadFieldAnalysis(BeadSearch.of(stack.voxelSize())).analyse(stack, 0);
        assertThat(stack.measured(SceneKind.ISOLATED, field, 0.3)).isEqualTo(20);
        assertThat(field.measured()).hasSize(20);
    }
}
