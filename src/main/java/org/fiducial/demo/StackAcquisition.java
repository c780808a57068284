package org.fiducial.demo;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.fiducial.metrology.image.ImageMetadata;
import org.fiducial.metrology.image.ImageStackWriter;
import org.fiducial.metrology.image.PixelType;
import org.fiducial.metrology.image.StackShape;
import org.fiducial.metrology.quantity.Quantity;
import org.fiducial.metrology.quantity.Unit;
import org.fiducial.metrology.simulation.Aberration;
import org.fiducial.metrology.simulation.Background;
import org.fiducial.metrology.simulation.Clearance;
import org.fiducial.metrology.simulation.Grid;
import org.fiducial.metrology.simulation.PhysicalSpread;
import org.fiducial.metrology.simulation.Scene;
import org.fiducial.metrology.simulation.SceneLayout;
import org.fiducial.metrology.simulation.SceneObject;
import org.fiducial.metrology.simulation.Simulator;

/**
 * Makes the image files of the demonstration: a field of fluorescent points with what real fields have besides (a touching
 * pair, points cut by the border and by the stack, a saturated one), through the optics and detector of a microscope.
 */
final class StackAcquisition {

    private static final int CLEAN_BEADS = 12;
    private static final double SATURATING = 30;

    private final Map<Optics, PhysicalSpread> spreads = new HashMap<>();

    /** What decides the image of a point. */
    private record Optics(Microscope microscope, Aberration aberration) {}

    /** Writes the stack of a check and gives its file. The same check gives the same bytes. */
    Path acquire(PlannedCheck check, Task.Beads task, Instant acquiredAt, Path file) throws IOException {
        Microscope microscope = check.microscope();
        Grid grid = microscope.grid();
        PhysicalSpread spread = spreads.computeIfAbsent(
                new Optics(microscope, task.aberration()), optics -> microscope.spread(optics.aberration()));
        RandomGenerator random = new SplittableRandom(
                31L * check.daysBeforeEnd() + microscope.slug().hashCode());
        Scene scene = new Scene(
                grid,
                field(grid, microscope.peakElectrons(), spread, random),
                Background.constant(8),
                microscope.detector());
        StackShape shape = new StackShape(grid.sizeX(), grid.sizeY(), grid.sizeZ(), 1, 1);
        try (ImageStackWriter writer =
                ImageStackWriter.ome(file, shape, PixelType.UINT16, metadata(grid, acquiredAt))) {
            new Simulator().simulate(scene, random, (z, counts) -> writer.writePlane(counts));
        }
        return file;
    }

    private static List<SceneObject> field(Grid grid, double peak, PhysicalSpread spread, RandomGenerator random) {
        double fieldUm = grid.sizeX() * grid.pixelXUm();
        Clearance clearance = new Clearance(fieldUm / 8, fieldUm / 12, 0.38 * grid.sizeZ() * grid.stepZUm());
        return new SceneLayout(grid, clearance, random)
                .isolated(CLEAN_BEADS, peak, spread)
                .touching(1, fieldUm / 40, peak, spread)
                .cutByBorder(1, fieldUm / 100, peak, spread)
                .cutByStack(1, grid.stepZUm(), peak, spread)
                .saturated(1, SATURATING * peak, spread)
                .objects();
    }

    /** The sampling and the time, as a microscope writes them; the optics are left to the registry. */
    private static ImageMetadata metadata(Grid grid, Instant acquiredAt) {
        return new ImageMetadata(
                new ImageMetadata.Spacing(um(grid.pixelXUm()), um(grid.pixelYUm()), um(grid.stepZUm())),
                new ImageMetadata.Optics(Optional.empty(), Optional.empty(), Optional.empty()),
                List.of(),
                new ImageMetadata.Acquisition(
                        "OME-TIFF", Optional.of(acquiredAt), Optional.of("Demonstration"), List.of()));
    }

    private static Optional<Quantity> um(double length) {
        return Optional.of(new Quantity(length, Unit.MICROMETRE));
    }
}
