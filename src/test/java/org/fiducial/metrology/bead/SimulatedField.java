package org.fiducial.metrology.bead;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.fiducial.metrology.image.ImageMetadata;
import org.fiducial.metrology.image.ImageStack;
import org.fiducial.metrology.image.PixelPlane;
import org.fiducial.metrology.image.PixelType;
import org.fiducial.metrology.image.StackShape;
import org.fiducial.metrology.image.VoxelSize;
import org.fiducial.metrology.simulation.Detector;
import org.fiducial.metrology.simulation.Grid;
import org.fiducial.metrology.simulation.Scene;
import org.fiducial.metrology.simulation.SceneKind;
import org.fiducial.metrology.simulation.SceneObject;
import org.fiducial.metrology.simulation.SimulatedStack;
import org.fiducial.metrology.simulation.Simulator;

/** A simulated stack that is read like a file, and a comparison of what was found with what was there. */
final class SimulatedField implements ImageStack {

    private final SimulatedStack stack;
    private final PixelType type;

    private SimulatedField(SimulatedStack stack, PixelType type) {
        this.stack = stack;
        this.type = type;
    }

    static SimulatedField of(Scene scene, long seed) {
        int bits = scene.detector().bits();
        PixelType type = bits == Detector.FLOATING ? PixelType.FLOAT32 : bits <= 8 ? PixelType.UINT8 : PixelType.UINT16;
        return new SimulatedField(new Simulator().simulate(scene, new SplittableRandom(seed)), type);
    }

    VoxelSize voxelSize() {
        Grid grid = stack.scene().grid();
        return new VoxelSize(grid.pixelXUm(), grid.pixelYUm(), grid.stepZUm());
    }

    @Override
    public StackShape shape() {
        Grid grid = stack.scene().grid();
        return new StackShape(grid.sizeX(), grid.sizeY(), grid.sizeZ(), 1, 1);
    }

    @Override
    public PixelType pixelType() {
        return type;
    }

    @Override
    public ImageMetadata metadata() {
        return new ImageMetadata(
                new ImageMetadata.Spacing(Optional.empty(), Optional.empty(), Optional.empty()),
                new ImageMetadata.Optics(Optional.empty(), Optional.empty(), Optional.empty()),
                List.of(),
                new ImageMetadata.Acquisition("simulated", Optional.empty(), Optional.empty(), List.of()));
    }

    @Override
    public void readPlane(int channel, int z, int time, PixelPlane target) {
        target.fill(stack.plane(z));
    }

    @Override
    public void close() {
        // Nothing is open.
    }

    /** The outcome nearest to each object of a kind, if one lies within a distance. */
    List<Optional<BeadOutcome>> outcomesOf(SceneKind kind, BeadField field, double withinUm) {
        List<Optional<BeadOutcome>> found = new ArrayList<>();
        for (SceneObject object : stack.scene().objects()) {
            if (object.kind() == kind) {
                found.add(field.outcomes().stream()
                        .filter(outcome -> distanceUm(outcome, object) < withinUm)
                        .min((a, b) -> Double.compare(distanceUm(a, object), distanceUm(b, object))));
            }
        }
        return found;
    }

    long measured(SceneKind kind, BeadField field, double withinUm) {
        return outcomesOf(kind, field, withinUm).stream()
                .flatMap(Optional::stream)
                .filter(outcome -> outcome.fold(measured -> true, rejected -> false))
                .count();
    }

    private double distanceUm(BeadOutcome outcome, SceneObject object) {
        Position um = outcome.bead().positionUm(voxelSize());
        return Math.hypot(
                Math.hypot(
                        um.x() - object.position().xUm(),
                        um.y() - object.position().yUm()),
                um.z() - object.position().zUm());
    }
}
