package org.fiducial.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.fiducial.metrology.bead.BeadField;
import org.fiducial.metrology.bead.BeadFieldAnalysis;
import org.fiducial.metrology.bead.BeadOutcome;
import org.fiducial.metrology.bead.BeadSearch;
import org.fiducial.metrology.bead.BeadSearch.ExpectedWidth;
import org.fiducial.metrology.bead.BeadSearch.StatedNoise;
import org.fiducial.metrology.image.VoxelSize;
import org.fiducial.metrology.simulation.Background;
import org.fiducial.metrology.simulation.Clearance;
import org.fiducial.metrology.simulation.Detector;
import org.fiducial.metrology.simulation.Grid;
import org.fiducial.metrology.simulation.PointSpread;
import org.fiducial.metrology.simulation.Position;
import org.fiducial.metrology.simulation.Scene;
import org.fiducial.metrology.simulation.SceneLayout;
import org.fiducial.metrology.simulation.SceneObject;
import org.fiducial.metrology.simulation.SimulatedStack;
import org.fiducial.metrology.simulation.Simulator;

/**
 * Whole stacks of one kind, found and measured by the way users' files take, and compared with their truth.
 *
 * @param grid the stack
 * @param spread the beads' image
 * @param expected widths of theory, told to the search as a user's metadata would
 * @param light background and detector
 */
record Field(Grid grid, PointSpread spread, ExpectedWidth expected, Light light) {

    /**
     * Background and detector.
     *
     * @param background electrons everywhere
     * @param detector how they are counted
     */
    record Light(double background, Detector detector) {

        /** A 16-bit camera with two electrons a count. */
        static Light camera(double background) {
            return new Light(background, Detector.camera(0.5, 100, 1.5));
        }
    }

    /** A laid-out object with what became of it, or an outcome that belongs to no object. */
    record Match(Optional<SceneObject> object, Optional<BeadOutcome> outcome) {

        Optional<BeadOutcome.Measured> measured() {
            return outcome.flatMap(
                    found -> found.fold(Optional::of, rejected -> Optional.<BeadOutcome.Measured>empty()));
        }

        Optional<BeadOutcome.Rejected> rejected() {
            return outcome.flatMap(
                    found -> found.fold(measured -> Optional.<BeadOutcome.Rejected>empty(), Optional::of));
        }
    }

    /** Lays objects into an empty field. */
    @FunctionalInterface
    interface Layout {
        void fill(SceneLayout layout);
    }

    /** Analyses as many fields as asked for and matches each with its truth. */
    List<Match> run(int fields, long seed, Clearance clearance, Layout layout) {
        return IntStream.range(0, fields)
                .parallel()
                .mapToObj(i -> one(new SplittableRandom(seed * 1000 + i), clearance, layout))
                .flatMap(List::stream)
                .toList();
    }

    private List<Match> one(RandomGenerator random, Clearance clearance, Layout layout) {
        SceneLayout placed = new SceneLayout(grid, clearance, random);
        layout.fill(placed);
        double slopePerUm = 0.1 * light.background() / (grid.sizeX() * grid.pixelXUm());
        Background background = new Background(light.background(), slopePerUm, -slopePerUm, 0);
        Scene scene = new Scene(grid, placed.objects(), background, light.detector());
        SimulatedStack stack = new Simulator().simulate(scene, random);
        VoxelSize voxels = MemoryStack.voxelSize(grid);
        BeadSearch search = BeadSearch.of(voxels)
                .expecting(expected)
                .withNoise(StatedNoise.of(
                        light.detector().gain(),
                        light.detector().offsetAdu(),
                        light.detector().readNoiseElectrons()));
        try (MemoryStack image = new MemoryStack(stack)) {
            return matched(placed.objects(), new BeadFieldAnalysis(search).analyse(image, 0), voxels);
        }
    }

    /** Each outcome goes to the nearest object, each object keeps its nearest outcome, measured before rejected. */
    private List<Match> matched(List<SceneObject> objects, BeadField found, VoxelSize voxels) {
        List<Match> matches = new ArrayList<>();
        List<BeadOutcome> left = new ArrayList<>(found.outcomes());
        left.sort((a, b) -> Boolean.compare(isMeasured(b), isMeasured(a)));
        for (SceneObject object : objects) {
            Optional<BeadOutcome> nearest = left.stream()
                    .filter(outcome -> distance(object, outcome, voxels) < 1)
                    .min((a, b) -> isMeasured(a) == isMeasured(b)
                            ? Double.compare(distance(object, a, voxels), distance(object, b, voxels))
                            : Boolean.compare(isMeasured(b), isMeasured(a)));
            nearest.ifPresent(left::remove);
            matches.add(new Match(Optional.of(object), nearest));
        }
        left.forEach(outcome -> matches.add(new Match(Optional.empty(), Optional.of(outcome))));
        return matches;
    }

    private static boolean isMeasured(BeadOutcome outcome) {
        return outcome.<Boolean>fold(measured -> true, rejected -> false);
    }

    /** In units of the width that theory expects; z by twice that, since a hot pixel glows in every plane. */
    private double distance(SceneObject object, BeadOutcome outcome, VoxelSize voxels) {
        var found = outcome.bead().positionUm(voxels);
        Position truth = object.position();
        double lateral = Math.hypot(found.x() - truth.xUm(), found.y() - truth.yUm()) / expected.lateralUm();
        return switch (object.kind()) {
            case HOT_PIXEL -> lateral;
            case DEBRIS -> lateral / 6;
            default -> Math.hypot(lateral, (found.z() - truth.zUm()) / (2 * expected.axialUm()));
        };
    }
}
