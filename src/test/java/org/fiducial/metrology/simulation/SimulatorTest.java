package org.fiducial.metrology.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class SimulatorTest {

    private static final long SEED = 7;
    private static final Grid GRID = Grid.square(64, 16, 0.1, 0.2);
    private static final PointSpread BEAD = GaussianSpread.ofFwhm(new Widths(0.3, 0.3, 0.9));
    private final Simulator simulator = new Simulator();

    @Test
    void sameSeedGivesTheSameStack() {
        Scene scene = Scene.oneBead(GRID, bead(500), Background.constant(10), Detector.camera(0.5, 100, 2));

        SimulatedStack first = simulator.simulate(scene, new SplittableRandom(SEED));
        SimulatedStack second = simulator.simulate(scene, new SplittableRandom(SEED));

        assertThat(first.voxels()).isEqualTo(second.voxels());
    }

    // Mean of a flat field: offset + electrons/gain; variance: (electrons + readNoise²)/gain² + 1/12 for rounding.
    // n = 65,536 voxels: five standard errors.
    @Test
    void cameraCountsHaveTheMeanAndVarianceOfTheirModel() {
        Scene scene = new Scene(GRID, List.of(), Background.constant(40), Detector.camera(0.5, 100, 3));
        float[] voxels = simulator.simulate(scene, new SplittableRandom(SEED)).voxels();

        double variance = (40 + 9) / 0.25 + 1.0 / 12;
        assertThat(mean(voxels)).as("seed " + SEED).isCloseTo(180, within(5 * Math.sqrt(variance / voxels.length)));
        assertThat(variance(voxels))
                .as("seed " + SEED)
                .isCloseTo(variance, within(variance * 5 * Math.sqrt(2.1 / voxels.length)));
    }

    // Averaging does not change mean or noise of the finished image; an excess noise factor of 1.2 gives 1.44 times
    // the variance.
    @Test
    void averagingKeepsTheNoiseAndMultiplicationAddsToIt() {
        Detector averaged = new Detector(0.5, 100, 3, Detector.FLOATING, new Averaging(4, 1e9), 1.2);
        Scene scene = new Scene(GRID, List.of(), Background.constant(40), averaged);
        float[] voxels = simulator.simulate(scene, new SplittableRandom(SEED)).voxels();

        double variance = (40 * 1.44 + 9) / 0.25;
        assertThat(mean(voxels)).as("seed " + SEED).isCloseTo(180, within(5 * Math.sqrt(variance / voxels.length)));
        assertThat(variance(voxels))
                .as("seed " + SEED)
                .isCloseTo(variance, within(variance * 5 * Math.sqrt(2.2 / voxels.length)));
    }

    @Test
    void aDetectorCutsOffAtZeroAndAtFullScale() {
        Detector dark = Detector.camera(1, -20, 0).withBits(8);
        float[] voxels = simulator
                .simulate(Scene.oneBead(GRID, bead(5000), Background.constant(5), dark), new SplittableRandom(SEED))
                .voxels();

        assertThat(voxels).contains(0f, 255f);
        assertThat(max(voxels)).isEqualTo(255);
    }

    @Test
    void anAveragedSaturationMakesAPlateauBelowFullScale() {
        Detector averaging = Detector.camera(1, 0, 0).withBits(8).averaging(new Averaging(8, 200));
        float[] voxels = simulator
                .simulate(
                        Scene.oneBead(GRID, bead(5000), Background.constant(5), averaging), new SplittableRandom(SEED))
                .voxels();

        assertThat(max(voxels)).isEqualTo(200);
    }

    @Test
    void theBackgroundIsAPlaneThroughTheMiddleOfTheStack() {
        Scene scene = new Scene(GRID, List.of(), new Background(50, 2, -1, 4), Detector.ideal());

        double[] plane = simulator.expectedElectrons(scene, 0);

        // First voxel: 31.5 pixels of 0.1 µm and 7.5 planes of 0.2 µm from the middle.
        assertThat(plane[0]).isCloseTo(50 - 2 * 3.15 + 3.15 - 4 * 1.5, within(1e-9));
    }

    @Test
    void theContinuousPeakIsWhatAFinePixelSees() {
        Grid fine = Grid.square(21, 3, 0.001, 0.2);
        Scene scene = Scene.oneBead(
                fine,
                new SceneObject(SceneKind.ISOLATED, fine.centre(), 700, BEAD),
                Background.constant(0),
                Detector.ideal());

        assertThat(simulator.expectedElectrons(scene, 1)[220]).isCloseTo(700, within(0.01));
    }

    @Test
    void aHotPixelGlowsAloneInEveryPlane() {
        SceneObject hot = new SceneObject(SceneKind.HOT_PIXEL, new Position(1.02, 2.04, 0), 900, new HotPixelSpread());
        Scene scene = Scene.oneBead(GRID, hot, Background.constant(0), Detector.ideal());

        double[] plane = simulator.expectedElectrons(scene, 9);

        assertThat(plane[20 * 64 + 10]).isEqualTo(900);
        assertThat(plane[20 * 64 + 11]).isZero();
    }

    @Test
    void aLayoutKeepsItsDistancesAndKnowsItsKinds() {
        Grid grid = Grid.square(256, 31, 0.1, 0.2);
        List<SceneObject> objects = new SceneLayout(grid, new Clearance(2, 1.5, 2), new SplittableRandom(SEED))
                .isolated(20, 500, BEAD)
                .touching(3, 0.5, 500, BEAD)
                .saturated(2, 1e6, BEAD)
                .cutByBorder(4, 0.2, 500, BEAD)
                .cutByStack(2, 0.3, 500, BEAD)
                .debris(1, 300, GaussianSpread.ofFwhm(new Widths(3, 3, 6)))
                .hotPixels(3, 400)
                .objects();

        assertThat(objects).hasSize(20 + 6 + 2 + 4 + 2 + 1 + 3);
        assertThat(objects.stream().filter(object -> object.kind() == SceneKind.ISOLATED))
                .hasSize(20)
                .allSatisfy(bead -> assertThat(objects.stream()
                                .filter(other -> !other.equals(bead))
                                .mapToDouble(other -> lateral(bead, other))
                                .min()
                                .orElseThrow())
                        .isGreaterThan(1.5));
    }

    @Test
    void aLayoutPutsBeadsAboveEachOther() {
        Grid grid = Grid.square(128, 31, 0.1, 0.2);
        List<SceneObject> pair = new SceneLayout(grid, new Clearance(2, 1.5, 2), new SplittableRandom(SEED))
                .stacked(1, 1.2, 0.3, 500, BEAD)
                .objects();

        assertThat(pair).hasSize(2).allMatch(bead -> bead.kind() == SceneKind.STACKED);
        assertThat(pair.get(1).position().zUm() - pair.get(0).position().zUm()).isCloseTo(1.2, within(1e-12));
        assertThat(lateral(pair.get(0), pair.get(1))).isCloseTo(0.3, within(1e-12));
    }

    private static double lateral(SceneObject left, SceneObject right) {
        return Math.hypot(
                left.position().xUm() - right.position().xUm(),
                left.position().yUm() - right.position().yUm());
    }

    @Test
    void anOverfullFieldIsRefused() {
        SceneLayout layout = new SceneLayout(GRID, new Clearance(3, 1, 0.5), new SplittableRandom(SEED));
        assertThatThrownBy(() -> layout.isolated(50, 500, BEAD)).isInstanceOf(IllegalStateException.class);
    }

    private static SceneObject bead(double peakElectrons) {
        return new SceneObject(SceneKind.ISOLATED, GRID.centre(), peakElectrons, BEAD);
    }

    private static double mean(float[] values) {
        double sum = 0;
        for (float value : values) {
            sum += value;
        }
        return sum / values.length;
    }

    private static double variance(float[] values) {
        double mean = mean(values);
        double sum = 0;
        for (float value : values) {
            sum += (value - mean) * (value - mean);
        }
        return sum / (values.length - 1);
    }

    private static float max(float[] values) {
        float max = values[0];
        for (float value : values) {
            max = Math.max(max, value);
        }
        return max;
    }
}
