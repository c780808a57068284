package org.fiducial.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.fiducial.metrology.bead.AxisEstimates;
import org.fiducial.metrology.bead.BeadVolume;
import org.fiducial.metrology.bead.GaussianVolume;
import org.fiducial.metrology.bead.GaussianVolumeFit;
import org.fiducial.metrology.bead.NoiseModel;
import org.fiducial.metrology.bead.VoxelBox;
import org.fiducial.metrology.image.VoxelSize;
import org.fiducial.metrology.numeric.Estimate;
import org.fiducial.metrology.simulation.Background;
import org.fiducial.metrology.simulation.Detector;
import org.fiducial.metrology.simulation.GaussianSpread;
import org.fiducial.metrology.simulation.Grid;
import org.fiducial.metrology.simulation.Position;
import org.fiducial.metrology.simulation.Scene;
import org.fiducial.metrology.simulation.SceneKind;
import org.fiducial.metrology.simulation.SceneObject;
import org.fiducial.metrology.simulation.Simulator;
import org.fiducial.metrology.simulation.Widths;

/**
 * Single Gaussian beads in boxes of their own, fitted one by one: random sub-pixel phase, a background that slopes by a
 * fifth across the box along each axis, and every other bead with a neighbour at 3.2 FWHM.
 */
final class GaussianBeads {

    static final double PIXEL_UM = 0.1;
    static final double STEP_UM = 0.2;
    static final double GAIN = 0.5;
    static final double OFFSET = 100;
    static final double READ_NOISE = 1.5;
    private static final double HALF_BOX_FWHM = 2.2;
    private static final double NEIGHBOUR_FWHM = 3.2;
    private static final double SLOPE = 0.2;
    private static final int BOUNDS = 24;

    /**
     * One kind of bead.
     *
     * @param fwhmX full width [pixels]
     * @param fwhmY full width [pixels]
     * @param fwhmZ full width [planes]
     * @param peak electrons above background at the centre
     * @param background electrons
     */
    record Condition(double fwhmX, double fwhmY, double fwhmZ, double peak, double background) {

        String text() {
            return "FWHM " + fwhmX + " × " + fwhmY + " × " + fwhmZ + " px, peak " + (int) peak + ", background "
                    + (int) background;
        }

        double[] fwhm() {
            return new double[] {fwhmX, fwhmY, fwhmZ};
        }

        GaussianSpread spread() {
            return GaussianSpread.ofFwhm(new Widths(fwhmX * PIXEL_UM, fwhmY * PIXEL_UM, fwhmZ * STEP_UM));
        }
    }

    /**
     * What many beads of one condition gave along one axis.
     *
     * @param errors of the width, relative
     * @param covered how many 95 % intervals hold the truth
     * @param bound the least relative scatter possible
     */
    record AxisResult(Sample errors, int covered, double bound) {}

    /** What many beads of one condition gave, along x, y and z. */
    record Result(Condition condition, List<AxisResult> axes, int failed) {

        Result {
            axes = List.copyOf(axes);
        }
    }

    private final Simulator simulator = new Simulator();
    private final GaussianVolumeFit fit = new GaussianVolumeFit(
            new VoxelSize(PIXEL_UM, PIXEL_UM, STEP_UM),
            new NoiseModel(GAIN, OFFSET, READ_NOISE, NoiseModel.Knowledge.STATED));

    Result run(Condition condition, int beads, RandomGenerator random) {
        Widths truth = condition.spread().marginalFwhm();
        double[] truthUm = {truth.xUm(), truth.yUm(), truth.zUm()};
        Sample[] errors = {new Sample(), new Sample(), new Sample()};
        int[] covered = new int[3];
        int failed = 0;
        List<VoxelBox> boxes = new ArrayList<>();
        List<Position> places = new ArrayList<>();
        for (int i = 0; i < beads; i++) {
            Drawn drawn = draw(condition.spread(), condition, i % 2 == 0, random);
            Optional<GaussianVolume> fitted = fit(drawn);
            if (fitted.isEmpty()) {
                failed++;
                continue;
            }
            AxisEstimates widths = fitted.get().widths().marginalUm();
            Estimate[] axes = {widths.x(), widths.y(), widths.z()};
            for (int axis = 0; axis < 3; axis++) {
                double error = axes[axis].value() - truthUm[axis];
                errors[axis].add(error / truthUm[axis]);
                covered[axis] += Math.abs(error) <= 1.96 * axes[axis].u() ? 1 : 0;
            }
            if (boxes.size() < BOUNDS) {
                boxes.add(fitted.get().model().box());
                places.add(drawn.place());
            }
        }
        double[] bound = bound(condition, boxes, places);
        List<AxisResult> axes = IntStream.range(0, 3)
                .mapToObj(axis -> new AxisResult(errors[axis], covered[axis], bound[axis]))
                .toList();
        return new Result(condition, axes, failed);
    }

    /** A simulated bead and where it truly is. */
    record Drawn(BeadVolume volume, Position place) {}

    Optional<GaussianVolume> fit(Drawn drawn) {
        org.fiducial.metrology.bead.Position seed = new org.fiducial.metrology.bead.Position(
                Math.rint(drawn.place().xUm() / PIXEL_UM),
                Math.rint(drawn.place().yUm() / PIXEL_UM),
                Math.rint(drawn.place().zUm() / STEP_UM));
        return fit.fit(drawn.volume(), seed).fitted();
    }

    Drawn draw(GaussianSpread spread, Condition condition, boolean neighbour, RandomGenerator random) {
        int[] half = new int[3];
        for (int axis = 0; axis < 3; axis++) {
            half[axis] = (int) Math.ceil(HALF_BOX_FWHM * condition.fwhm()[axis]);
        }
        Grid grid = new Grid(2 * half[0] + 1, 2 * half[1] + 1, 2 * half[2] + 1, PIXEL_UM, PIXEL_UM, STEP_UM);
        Position place = grid.centre()
                .plus(
                        (random.nextDouble() - 0.5) * PIXEL_UM,
                        (random.nextDouble() - 0.5) * PIXEL_UM,
                        (random.nextDouble() - 0.5) * STEP_UM);
        List<SceneObject> objects = new ArrayList<>();
        objects.add(new SceneObject(SceneKind.ISOLATED, place, condition.peak(), spread));
        if (neighbour) {
            double distanceUm =
                    NEIGHBOUR_FWHM * Math.max(condition.fwhm()[0], condition.fwhm()[1]) * PIXEL_UM;
            double angle = random.nextDouble() * 2 * Math.PI;
            Position beside = place.plus(distanceUm * Math.cos(angle), distanceUm * Math.sin(angle), 0);
            objects.add(new SceneObject(SceneKind.TOUCHING, beside, condition.peak(), spread));
        }
        double slope = SLOPE * condition.background();
        Background background = new Background(
                condition.background(),
                slope / (grid.sizeX() * PIXEL_UM),
                -slope / (grid.sizeY() * PIXEL_UM),
                slope / (grid.sizeZ() * STEP_UM));
        Scene scene = new Scene(grid, objects, background, Detector.camera(GAIN, OFFSET, READ_NOISE));
        float[] counts = simulator.simulate(scene, random).voxels();
        return new Drawn(
                BeadVolume.of(counts, new int[] {grid.sizeX(), grid.sizeY(), grid.sizeZ()}, new int[] {0, 0, 0}),
                place);
    }

    /** The root mean square of the bound over some beads' own phases and fitted voxels. */
    private static double[] bound(Condition condition, List<VoxelBox> boxes, List<Position> places) {
        double[] covariance = new double[6];
        for (int axis = 0; axis < 3; axis++) {
            covariance[axis] = Math.pow(condition.fwhm()[axis] / (2 * Math.sqrt(2 * Math.log(2))), 2);
        }
        double[] squares = new double[3];
        for (int i = 0; i < boxes.size(); i++) {
            VoxelBox box = boxes.get(i);
            CramerRao bound = new CramerRao(
                    new int[] {box.x0(), box.y0(), box.z0()},
                    new int[] {box.sizeX(), box.sizeY(), box.sizeZ()},
                    READ_NOISE);
            Position place = places.get(i);
            double[] centre = {place.xUm() / PIXEL_UM, place.yUm() / PIXEL_UM, place.zUm() / STEP_UM};
            double[] sd =
                    bound.relativeWidthSd(new double[] {condition.background(), condition.peak()}, centre, covariance);
            for (int axis = 0; axis < 3; axis++) {
                squares[axis] += sd[axis] * sd[axis] / boxes.size();
            }
        }
        return new double[] {Math.sqrt(squares[0]), Math.sqrt(squares[1]), Math.sqrt(squares[2])};
    }
}
