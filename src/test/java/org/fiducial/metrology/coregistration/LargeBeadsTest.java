package org.fiducial.metrology.coregistration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.fiducial.metrology.coregistration.SimulatedChannels.analyse;
import static org.fiducial.metrology.coregistration.SimulatedChannels.value;
import static org.fiducial.metrology.coregistration.SimulatedChannels.write;

import java.nio.file.Path;
import java.util.List;
import org.fiducial.metrology.protocol.AnalysisResult;
import org.fiducial.metrology.protocol.Finding;
import org.fiducial.metrology.protocol.Item;
import org.fiducial.metrology.protocol.Item.ItemStatus;
import org.fiducial.metrology.protocol.Reason;
import org.fiducial.metrology.protocol.Statistic;
import org.fiducial.metrology.simulation.Grid;
import org.fiducial.metrology.simulation.PointSpread;
import org.fiducial.metrology.simulation.Position;
import org.fiducial.metrology.simulation.SceneKind;
import org.fiducial.metrology.simulation.SceneObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Beads of many resolutions. */
class LargeBeadsTest {

    private static final Grid GRID = Grid.square(108, 19, 0.18, 0.5);
    private static final PointSpread BALL = new SoftBall(2, 0.13);

    /**
     * A ball of 4 µm: its centre is told by its edge, which holds some 800 voxels of 500 ± 22 electrons over a slope of 0.26 µm,
     * so to 0.26 · 22/500/√(800/3) = 0.7 nm by photon noise. What remains are voxels of 0.18 × 0.18 × 0.5 µm that sample an
     * edge as thin as themselves: 2 % of a voxel allowed, 4 nm in the plane and 10 nm along z.
     */
    @Test
    void locatesBallsByTheirEdge(@TempDir Path folder) {
        List<SceneObject> first =
                List.of(ball(5.03, 5.41, 4.52, 500), ball(14.2, 6.33, 4.61, 500), ball(9.8, 14.07, 4.4, 500));
        List<SceneObject> second = SimulatedChannels.moved(first, at -> at.plus(0.215, -0.14, 0.33));

        AnalysisResult result = analyse(file(folder, first, second), "bead-diameter=4um");

        assertThat(value(result, "coreg.n_pairs", Statistic.VALUE)).isEqualTo(3);
        assertThat(value(result, "coreg.shift.x", Statistic.MEDIAN)).isCloseTo(215, within(4.0));
        assertThat(value(result, "coreg.shift.y", Statistic.MEDIAN)).isCloseTo(-140, within(4.0));
        assertThat(value(result, "coreg.shift.z", Statistic.MEDIAN)).isCloseTo(330, within(10.0));
    }

    /** A ball of 4 µm is many times as wide as a point can be; nobody needs to say so. */
    @Test
    void takesWideImagesForBallsWhereNobodySaysHowLargeTheyAre(@TempDir Path folder) {
        List<SceneObject> first = List.of(ball(9.83, 9.71, 4.52, 500));
        List<SceneObject> second = SimulatedChannels.moved(first, at -> at.plus(0.215, -0.14, 0.33));

        AnalysisResult result = analyse(file(folder, first, second), SimulatedChannels.OPTICS);

        assertThat(value(result, "coreg.shift.x", Statistic.MEDIAN)).isCloseTo(215, within(4.0));
        assertThat(value(result, "coreg.shift.z", Statistic.MEDIAN)).isCloseTo(330, within(10.0));
        assertThat(result.remarks())
                .filteredOn(remark -> remark.code().equals("LARGE_BEADS"))
                .hasSize(2)
                .allMatch(remark -> remark.text().contains("bead-diameter"));
    }

    /**
     * Light out of focus reaches far up and down; where one end of the stack cuts it, a model that holds every plane is
     * pulled to the other. Allowed is a tenth of a plane.
     */
    @Test
    void isNotPulledByTheEndOfTheStack(@TempDir Path folder) {
        List<SceneObject> high = List.of(
                ball(9.83, 9.71, 5.4, 400),
                new SceneObject(SceneKind.DEBRIS, new Position(9.83, 9.71, 5.4), 100, new SoftBall(2.2, 1.2)));
        List<SceneObject> low = SimulatedChannels.moved(high, at -> at.plus(0, 0, -1.9));

        AnalysisResult result = analyse(file(folder, low, high), "bead-diameter=4um");

        assertThat(value(result, "coreg.shift.z", Statistic.MEDIAN)).isCloseTo(1900, within(40.0));
    }

    /** The top of a large bead tells nothing of its place, so half of it may be clipped. */
    @Test
    void countsASaturatedBallWithAFlag(@TempDir Path folder) {
        List<SceneObject> first = List.of(ball(9.71, 9.64, 4.5, 33_000));
        List<SceneObject> second = List.of(ball(9.81, 9.64, 4.5, 500));

        AnalysisResult result = analyse(file(folder, first, second), "bead-diameter=4um");

        Item saturated = result.items().get(0);
        assertThat(saturated.reasons()).extracting(Reason::code).contains("SATURATED");
        assertThat(result.remarks()).anyMatch(remark -> remark.code().equals("SATURATED"));
    }

    /** A bright spot on one side pulls a symmetric model and the centre of gravity apart; how far is part of the uncertainty. */
    @Test
    void flagsAnUnevenlyStainedBall(@TempDir Path folder) {
        List<SceneObject> even = List.of(ball(9.71, 9.64, 4.5, 500));
        List<SceneObject> uneven = List.of(
                even.get(0),
                new SceneObject(SceneKind.DEBRIS, new Position(10.9, 9.64, 4.5), 300, new SoftBall(0.7, 0.1)));

        AnalysisResult result = analyse(file(folder, even, uneven), "bead-diameter=4um");

        assertThat(result.items().get(0).reasons()).isEmpty();
        assertThat(result.items().get(1).reasons()).extracting(Reason::code).contains("ASYMMETRIC_BEAD");
        Finding.Evaluated shift =
                (Finding.Evaluated) SimulatedChannels.finding(result, "coreg.shift.x", Statistic.MEDIAN);
        assertThat(shift.uncertainty().orElseThrow().parts())
                .anyMatch(part -> part.name().equals("model") && part.standard() > 5);
    }

    @Test
    void rejectsWhatIsCutCrowdedOrOfAnotherSize(@TempDir Path folder) {
        List<SceneObject> cut = List.of(ball(1.0, 9.5, 4.5, 500));
        List<SceneObject> crowded = List.of(ball(7, 9.5, 4.5, 500), ball(12.2, 9.5, 4.5, 500));
        List<SceneObject> small =
                List.of(new SceneObject(SceneKind.DEBRIS, new Position(9.5, 9.5, 4.5), 500, new SoftBall(0.5, 0.1)));
        List<SceneObject> low = List.of(ball(9.5, 9.5, 0.3, 500));

        assertThat(reasons(folder, cut)).contains("EDGE_XY");
        assertThat(reasons(folder, crowded)).contains("NEIGHBOUR");
        assertThat(reasons(folder, small)).contains("WRONG_SIZE");
        assertThat(reasons(folder, low)).contains("EDGE_Z");
    }

    private static List<String> reasons(Path folder, List<SceneObject> beads) {
        AnalysisResult result = analyse(file(folder, beads, beads), "bead-diameter=4um");
        return result.items().stream()
                .filter(item -> item.status() == ItemStatus.REJECTED)
                .flatMap(item -> item.reasons().stream())
                .map(Reason::code)
                .toList();
    }

    private static SceneObject ball(double x, double y, double z, double peak) {
        return new SceneObject(SceneKind.ISOLATED, new Position(x, y, z), peak, BALL);
    }

    private static List<Path> file(Path folder, List<SceneObject> first, List<SceneObject> second) {
        return List.of(write(folder.resolve("balls.tif"), GRID, 12, List.of(first, second)));
    }
}
