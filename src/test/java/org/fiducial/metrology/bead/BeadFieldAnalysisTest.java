package org.fiducial.metrology.bead;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ForkJoinPool;
import org.fiducial.metrology.image.Planes;
import org.fiducial.metrology.simulation.Aberration;
import org.fiducial.metrology.simulation.Averaging;
import org.fiducial.metrology.simulation.Background;
import org.fiducial.metrology.simulation.Clearance;
import org.fiducial.metrology.simulation.Detector;
import org.fiducial.metrology.simulation.GaussianSpread;
import org.fiducial.metrology.simulation.Grid;
import org.fiducial.metrology.simulation.Objective;
import org.fiducial.metrology.simulation.PhysicalSpread;
import org.fiducial.metrology.simulation.Scene;
import org.fiducial.metrology.simulation.SceneKind;
import org.fiducial.metrology.simulation.SceneLayout;
import org.fiducial.metrology.simulation.SceneObject;
import org.fiducial.metrology.simulation.Widths;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BeadFieldAnalysisTest {

    private static final Grid GRID = Grid.square(256, 25, 0.1, 0.2);
    private static final Detector CAMERA = Detector.camera(0.5, 100, 2);
    private static final GaussianSpread SPREAD = GaussianSpread.ofFwhm(new Widths(0.3, 0.3, 0.8));

    private static SimulatedField stack(SceneLayout layout, Detector detector) {
        return SimulatedField.of(new Scene(GRID, layout.objects(), Background.constant(10), detector), 11);
    }

    private static SceneLayout empty() {
        return new SceneLayout(GRID, new Clearance(1.8, 1, 1.2), new SplittableRandom(3));
    }

    private static BeadField analyse(SimulatedField stack) {
        return new BeadFieldAnalysis(BeadSearch.of(stack.voxelSize())).analyse(stack, 0);
    }

    /** Peaks down to SNR 8: 100 / √(100 + 10 + 4) = 9.4, 75 / √(75 + 10 + 4) = 8. Widths from 1.5 to 8 pixels. */
    @ParameterizedTest
    @CsvSource({"75, 0.24, 0.8", "100, 0.3, 0.8", "20000, 0.3, 0.8", "300, 0.15, 0.6", "1000, 0.8, 1.2"})
    void findsAndMeasuresEveryIsolatedBead(double peak, double fwhmUm, double fwhmZUm) {
        Clearance clearance = new Clearance(Math.max(2, 5 * fwhmUm), 3.3 * fwhmUm, 1.3 * fwhmZUm);
        SceneLayout layout = new SceneLayout(GRID, clearance, new SplittableRandom(7))
                .isolated(9, peak, GaussianSpread.ofFwhm(new Widths(fwhmUm, fwhmUm, fwhmZUm)));
        SimulatedField stack = stack(layout, CAMERA);
        BeadField field = analyse(stack);
        assertThat(stack.measured(SceneKind.ISOLATED, field, 0.3)).isEqualTo(9);
        assertThat(field.outcomes()).hasSize(9);
        assertThat(field.scale().lateralFwhmPx()).isBetween(0.9 * fwhmUm / 0.1, 1.25 * fwhmUm / 0.1);
    }

    @ParameterizedTest
    @CsvSource({"1, Infinity", "8, 4000"})
    void measuresNothingThatIsSpoilt(int frames, double saturationAdu) {
        SceneLayout layout = empty().isolated(12, 1000, SPREAD)
                .touching(4, 0.7, 1000, SPREAD)
                .touching(2, 0.25, 1000, SPREAD)
                .saturated(3, 60_000, SPREAD)
                .cutByBorder(3, 0.3, 1000, SPREAD)
                .cutByStack(3, 0.5, 1000, SPREAD)
                .debris(2, 1500, GaussianSpread.ofFwhm(new Widths(0.9, 0.9, 1.6)))
                .hotPixels(4, 3000);
        SimulatedField stack = stack(layout, CAMERA.averaging(new Averaging(frames, saturationAdu)));
        BeadField field = analyse(stack);
        for (SceneKind kind : SceneKind.values()) {
            long expected = kind == SceneKind.ISOLATED ? 12 : 0;
            assertThat(stack.measured(kind, field, 0.5))
                    .as("%s, %s", kind, field.rejections())
                    .isEqualTo(expected);
        }
        assertThat(field.measured()).as("%s", field.rejections()).hasSize(12);
        assertThat(field.rejected())
                .allSatisfy(bead -> assertThat(bead.reasons()).isNotEmpty());
    }

    /** One wave of primary spherical aberration makes the axial width three times that of theory. */
    @Test
    void keepsTheBeadsOfABadObjective() {
        Objective objective = Objective.perfect(1.4, 1.515).with(Aberration.spherical(1));
        SceneLayout layout = new SceneLayout(GRID, new Clearance(3, 1.2, 1.6), new SplittableRandom(3))
                .isolated(10, 1000, PhysicalSpread.widefield(objective, 0.8));
        SimulatedField stack = stack(layout, CAMERA);
        BeadSearch search = BeadSearch.of(stack.voxelSize()).expecting(new BeadSearch.ExpectedWidth(0.29, 0.75));
        BeadField field = new BeadFieldAnalysis(search).analyse(stack, 0);
        assertThat(field.measured()).as("%s", field.rejections()).hasSizeGreaterThanOrEqualTo(10);
        assertThat(field.flags()).containsKey(FlagCode.NOT_GAUSSIAN);
    }

    @Test
    void findsNothingInAnEmptyStack() {
        BeadField field = analyse(stack(empty(), CAMERA));
        assertThat(field.outcomes()).isEmpty();
        assertThat(field.rejections()).isEmpty();
    }

    @Test
    void findsNothingInAStackOfOneValue() {
        Detector dark = Detector.camera(1, 100, 0);
        SimulatedField stack =
                SimulatedField.of(new Scene(GRID, List.<SceneObject>of(), Background.constant(0), dark), 1);
        assertThat(analyse(stack).outcomes()).isEmpty();
    }

    @Test
    void numbersBeadsByRowAndThenByColumn() {
        BeadField field = analyse(stack(empty().isolated(8, 1000, SPREAD), CAMERA));
        for (int i = 0; i < field.outcomes().size(); i++) {
            assertThat(field.outcomes().get(i).bead().number()).isEqualTo(i + 1);
        }
        assertThat(field.outcomes())
                .isSortedAccordingTo((a, b) -> Double.compare(
                        Math.rint(a.bead().position().y()),
                        Math.rint(b.bead().position().y())));
    }

    @Test
    void givesTheSameAnswerWhetherPlanesAreKeptOrReadAgain() {
        SimulatedField stack = stack(empty().isolated(3, 1000, SPREAD), CAMERA);
        float[] kept = SlidingProjection.of(new StackPlanes(stack, 0, Long.MAX_VALUE), 3, BeadWatch.NONE);
        StackPlanes small = new StackPlanes(stack, 0, 0);
        assertThat(small.keepsPlanes()).isFalse();
        assertThat(SlidingProjection.of(small, 3, BeadWatch.NONE)).isEqualTo(kept);
        VoxelBox box = new VoxelBox(10, 20, 5, 4, 3, 2);
        BeadVolume again = small.cut(List.of(box)).get(0);
        float[] plane = new float[GRID.planeSize()];
        Planes.read(stack, 0, 6, 0, plane);
        assertThat(again.counts()[(1 * 3 + 2) * 4 + 3]).isEqualTo(plane[22 * GRID.sizeX() + 13]);
    }

    @Test
    void givesTheSameAnswerOnOneThreadAndOnMany() {
        SimulatedField stack = stack(empty().isolated(20, 1000, SPREAD), CAMERA);
        List<BeadOutcome> inOrder = onThreads(1, stack);

        assertThat(inOrder).hasSize(20);
        assertThat(onThreads(4, stack)).usingRecursiveComparison().isEqualTo(inOrder);
    }

    private static List<BeadOutcome> onThreads(int threads, SimulatedField stack) {
        ForkJoinPool pool = new ForkJoinPool(threads);
        try {
            return pool.submit(() -> analyse(stack).outcomes()).join();
        } finally {
            pool.shutdown();
        }
    }

    @Test
    void tellsEachPlaneAndStopsWhenAsked() {
        SimulatedField stack = stack(empty().isolated(3, 1000, SPREAD), CAMERA);
        List<Integer> seen = new ArrayList<>();
        BeadWatch watch = new BeadWatch() {
            @Override
            public void progress(Stage stage, int done, int of) {
                seen.add(done);
            }

            @Override
            public boolean cancelled() {
                return seen.size() == 7;
            }
        };
        BeadFieldAnalysis analysis = new BeadFieldAnalysis(BeadSearch.of(stack.voxelSize()));
        assertThatThrownBy(() -> analysis.analyse(stack, 0, watch)).isInstanceOf(CancellationException.class);
        assertThat(seen).containsExactly(0, 1, 2, 3, 4, 5, 6);
    }

    @Test
    void estimatesTheGainOfACameraWithinAFactorOfTwo() {
        BeadField field = analyse(stack(empty().isolated(12, 1000, SPREAD), CAMERA));
        assertThat(field.noise().knowledge()).isEqualTo(NoiseModel.Knowledge.ESTIMATED);
        assertThat(field.noise().gain()).isBetween(0.25, 1.0);
        assertThat(field.measured()).allSatisfy(bead -> {
            assertThat(bead.light().photons()).isEmpty();
            assertThat(bead.light().signalToBackground()).isEmpty();
        });
    }

    @Test
    void countsPhotonsWhereTheDetectorIsKnown() {
        SimulatedField stack = stack(empty().isolated(5, 1000, SPREAD), CAMERA);
        BeadSearch search = BeadSearch.of(stack.voxelSize()).withNoise(BeadSearch.StatedNoise.of(0.5, 100, 2));
        BeadField field = new BeadFieldAnalysis(search).analyse(stack, 0);
        // Σ of the Gaussian: 1000 · 1.0645³ · 3 · 3 · 4 = 43,425 electrons; its own noise is 0.5 %.
        assertThat(field.measured()).hasSize(5).allSatisfy(bead -> assertThat(
                        bead.light().photons().orElseThrow())
                .isBetween(41_500.0, 45_500.0));
    }

    /** An electron-multiplying camera adds as much noise as counting has: F² = 2. */
    @Test
    void countsNoPhotonsBehindAMultiplyingDetector() {
        SimulatedField stack = stack(empty().isolated(12, 1000, SPREAD), CAMERA.withExcessNoise(Math.sqrt(2)));
        BeadSearch search = BeadSearch.of(stack.voxelSize()).withNoise(BeadSearch.StatedNoise.of(0.5, 100, 2));

        BeadField field = new BeadFieldAnalysis(search).analyse(stack, 0);

        assertThat(field.noise().knowledge()).isEqualTo(NoiseModel.Knowledge.EXCEEDED);
        assertThat(field.measured())
                .hasSize(12)
                .allSatisfy(bead -> assertThat(bead.light().photons()).isEmpty());
    }
}
